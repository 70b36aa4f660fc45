"""The discussion under an article, and the pages of older comments."""

from datetime import timedelta

import html5lib
import pytest
from django.test import Client
from django.utils import timezone

from comments.models import Comment, Discussion
from comments.moderation import counts
from news.models import CommentPolicy, State
from tests.comments.sending import set_policy, set_site
from tests.factories import ApprovedCommentFactory, ArticleFactory, CommentFactory, LiveArticleFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    return LiveArticleFactory()


def page_of(article) -> str:
    answer = Client().get(article.get_absolute_url())
    assert answer.status_code == 200
    return answer.text


def shown(page: str) -> list[str]:
    """The texts of the comments on the page, in their order."""
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    articles = [each for each in tree.iter("article") if each.get("class") == "comment"]
    return ["".join(each.find("p").itertext()) for each in articles]


def approved(article, *texts: str) -> list[Comment]:
    comments = [ApprovedCommentFactory(article=article, text=text) for text in texts]
    counts.recount(article.pk)
    return comments


def test_under_an_article_stand_heading_form_and_comments_newest_first(article):
    approved(article, "Thứ nhất", "Thứ hai", "Thứ ba")
    page = page_of(article)
    assert shown(page) == ["Thứ ba", "Thứ hai", "Thứ nhất"]
    assert "BÌNH LUẬN" in page
    assert "(3)" in page
    assert page.index("BÌNH LUẬN") < page.index(f'action="/binh-luan/{article.pk}/"') < page.index("Thứ ba")


@pytest.mark.parametrize("state", ["waiting", "rejected", "spam", "taken_back"])
def test_only_approved_comments_are_shown(article, state):
    CommentFactory(article=article, state=state, text="Chưa ai được đọc")
    counts.recount(article.pk)
    page = page_of(article)
    assert "Chưa ai được đọc" not in page
    assert "(1)" not in page


def test_comments_of_other_articles_are_elsewhere(article):
    approved(LiveArticleFactory(), "Dưới bài khác")
    assert shown(page_of(article)) == []


def test_the_form_has_visible_labels_and_the_agreed_placeholders(article):
    tree = html5lib.parse(page_of(article), namespaceHTMLElements=False)
    labels = {each.get("for"): "".join(each.itertext()) for each in tree.iter("label")}
    placeholders = {each.get("name"): each.get("placeholder") for each in tree.iter() if each.get("placeholder")}
    assert placeholders["text"] == "Vui lòng nhập bình luận của bạn"
    assert placeholders["name"] == "Vui lòng nhập tên của bạn ở đây"
    assert labels["bl-text"] == "Bình luận"
    assert labels["bl-name"] == "Tên"
    assert "không bắt buộc" in labels["bl-email"]
    assert "để trống" in labels["bl-homepage"]


def test_no_error_and_no_focus_before_anything_was_sent(article):
    form = page_of(article).partition('class="comment-form"')[2].partition("</form>")[0]
    assert "aria-invalid" not in form
    assert "autofocus" not in form


def test_a_closed_discussion_keeps_its_comments_and_loses_its_form(article):
    approved(article, "Ý kiến cũ")
    set_policy(article, CommentPolicy.CLOSED)
    page = page_of(article)
    assert shown(page) == ["Ý kiến cũ"]
    assert "không còn nhận bình luận" in page
    assert '<form class="comment-form"' not in page


def test_hidden_comments_leave_no_trace(article):
    approved(article, "Ý kiến cũ")
    set_policy(article, CommentPolicy.HIDDEN)
    assert "Ý kiến cũ" not in page_of(article)
    assert "BÌNH LUẬN" not in page_of(article)
    assert Client().get(f"/binh-luan/{article.pk}/").status_code == 404


def test_a_site_without_comments_leaves_no_trace_of_them(article):
    approved(article, "Ý kiến cũ")
    set_policy(article, CommentPolicy.POST)
    set_site(comments_enabled=False)
    assert "Ý kiến cũ" not in page_of(article)
    assert "BÌNH LUẬN" not in page_of(article)
    assert Client().get(f"/binh-luan/{article.pk}/").status_code == 404


def test_featured_comments_and_the_newsrooms_answers_are_marked_in_words(article):
    approved(article, "Ý thường")
    assert "Bình luận nổi bật" not in page_of(article)
    comment = ApprovedCommentFactory(article=article, featured_at=timezone.now())
    ApprovedCommentFactory(article=article, parent=comment, answered_by=UserFactory())
    page = page_of(article)
    assert "Bình luận nổi bật" in page
    assert "Tòa soạn trả lời" in page


def test_answers_stand_under_what_they_answer_oldest_first(article):
    first, _second = approved(article, "Hỏi", "Ý sau")
    ApprovedCommentFactory(article=article, parent=first, text="Đáp một")
    ApprovedCommentFactory(article=article, parent=first, text="Đáp hai")
    assert shown(page_of(article)) == ["Ý sau", "Hỏi", "Đáp một", "Đáp hai"]


def test_an_answer_outlives_a_question_that_was_rejected(article):
    question = CommentFactory(article=article, state="rejected", text="Hỏi")
    ApprovedCommentFactory(article=article, parent=question, text="Đáp")
    assert shown(page_of(article)) == ["Đáp"]


def test_older_comments_are_a_page_away_each_exactly_once(article):
    texts = [f"Ý kiến số {number:02}" for number in range(45)]
    approved(article, *texts)
    seen, address = shown(page_of(article)), f"/binh-luan/{article.pk}/"
    assert len(seen) == 20
    page = page_of(article)
    while (link := f'href="{address}?truoc=') in page:
        key = page.partition(link)[2].partition('"')[0]
        page = Client().get(f"{address}?truoc={key}").text
        seen += shown(page)
    assert seen == texts[::-1]


def test_the_page_of_older_comments_names_its_article(article):
    approved(article, "Ý kiến")
    answer = Client().get(f"/binh-luan/{article.pk}/")
    assert answer.status_code == 200
    assert article.headline in answer.text
    assert shown(answer.text) == ["Ý kiến"]


@pytest.mark.parametrize("key", ["", "0", "-1", "abc", "1.5", "9" * 19, "9" * 40, "١٢", "1%00", "1'--", " 1"])
def test_a_key_that_leads_nowhere_is_not_found(article, key):
    approved(article, "Ý kiến")
    assert Client().get(f"/binh-luan/{article.pk}/?truoc={key}").status_code in (400, 404)


@pytest.mark.parametrize(("state", "status"), [(State.WITHDRAWN, 410), (State.DRAFT, 410)])
def test_comments_go_with_their_article(state, status):
    article = LiveArticleFactory(state=state)
    approved(article, "Ý kiến")
    for address in (f"/binh-luan/{article.pk}/", article.get_absolute_url()):
        answer = Client().get(address)
        assert (answer.status_code, "Ý kiến" in answer.text) == (status, False)


def test_comments_of_an_article_that_nobody_may_see_yet_are_not_found():
    hidden = [ArticleFactory(), LiveArticleFactory(published_at=timezone.now() + timedelta(hours=1))]
    unknown = Client().get("/binh-luan/999999/")
    for article in hidden:
        answer = Client().get(f"/binh-luan/{article.pk}/")
        assert (answer.status_code, answer.content) == (404, unknown.content)


def test_two_readers_get_the_same_bytes_and_no_cookie(article):
    approved(article, "Ý kiến")
    Discussion.objects.update(policy=CommentPolicy.PRE)
    for address in (article.get_absolute_url(), f"/binh-luan/{article.pk}/"):
        one, other = Client(), Client(headers={"User-Agent": "Lynx", "Cookie": "sessionid=x"})
        first, second = one.get(address), other.get(address)
        assert first.content == second.content
        assert not first.cookies
        assert not second.cookies
        assert "Cookie" not in first.get("Vary", "")
        assert first["Cache-Control"].startswith("public")
