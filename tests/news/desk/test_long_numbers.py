"""Numbers with more digits than Python reads are no ids, wherever they are sent."""

import pytest

from comments.models import Comment
from tests.factories import ArticleFactory, CommentFactory, LiveArticleFactory
from tests.news.desk.browser import filled, signed_in

pytestmark = pytest.mark.django_db
DIGITS = "9" * 5000


@pytest.mark.parametrize(
    "query",
    [
        "news/article/?muc=",
        "news/article/?tac_gia=",
        "news/article/?q=",
        "news/article/?q=%23",
        "comments/comment/?muc=",
        "comments/comment/?bai=",
    ],
)
def test_in_a_filter(query):
    ArticleFactory()
    CommentFactory(article=LiveArticleFactory())
    assert signed_in("thư ký tòa soạn").get(f"/toa-soan/{query}{DIGITS}").status_code in (200, 302)


@pytest.mark.parametrize(
    "address", ["news/article/{}/change/", "bai/{}/hinh-dang/", "hang-loat/{}/", "bai/1/ban/?ban={}"]
)
def test_in_an_address(address):
    answer = signed_in("thư ký tòa soạn").get(f"/toa-soan/{address.format(DIGITS)}")
    assert answer.status_code in (200, 302, 404, 405)


@pytest.mark.parametrize(
    "changes",
    [
        {"seen": DIGITS},
        {"lead_photo": DIGITS},
        {"section": DIGITS},
        {"bylines-TOTAL_FORMS": "1", "bylines-0-author": DIGITS, "bylines-0-role": "text"},
        {"attachments-TOTAL_FORMS": "1", "attachments-0-attachment": DIGITS, "attachments-0-name": "Tệp"},
    ],
)
def test_in_the_form_of_an_article(changes):
    client, article = signed_in("thư ký tòa soạn"), ArticleFactory()
    address = f"/toa-soan/news/article/{article.pk}/change/"
    answer = client.post(address, filled(client, address, "article_form") | changes)
    assert answer.status_code in (302, 422)


def test_in_what_is_undone_or_counted():
    client = signed_in("thư ký tòa soạn")
    CommentFactory(article=LiveArticleFactory())
    assert client.post("/toa-soan/comments/comment/hoan-tac/", {"decision": DIGITS}).status_code in (302, 303, 404)
    assert client.post("/toa-soan/hang-loat/chu-de/", {"articles": DIGITS}).status_code == 302
    article = ArticleFactory()
    answer = client.post("/toa-soan/hang-loat/chu-de/", {"articles": str(article.pk), "add": DIGITS})
    assert answer.status_code == 422
    assert Comment.objects.count() == 1
