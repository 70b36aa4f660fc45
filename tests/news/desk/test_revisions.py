"""The list of revisions at the desk: read, looked at, restored."""

from html import unescape
from re import sub

import pytest
from django.urls import reverse

from news import editing
from news.models import Article
from news.revisions import keeping
from news.revisions.content import Byline
from tests.factories import ArticleFactory, AuthorFactory, LiveArticleFactory, SectionFactory
from tests.news.desk.browser import signed_in, told

pytestmark = pytest.mark.django_db


def with_revisions(count: int, **kwargs) -> Article:
    article = ArticleFactory(headline="Tít 1", **kwargs)
    for number in range(2, count + 1):
        editing.save(article, keeping.newest_content(article).with_changes({"headline": f"Tít {number}"}), None)
    return article


def listed(article: Article) -> str:
    return reverse("desk:revisions", args=[article.pk])


def test_every_save_is_in_the_list_newest_first():
    client, article = signed_in("biên tập viên"), with_revisions(3)
    page = client.get(listed(article))
    assert [revision.number for revision in page.context["revisions"]] == [3, 2, 1]
    assert "mới nhất" in page.text and "bản đầu" in page.text


def test_an_article_that_was_never_saved_here_says_so():
    assert "chưa được sửa lần nào" in signed_in("biên tập viên").get(listed(LiveArticleFactory())).text


def test_a_revision_is_restored_as_a_new_one():
    client, article = signed_in("biên tập viên"), with_revisions(3)
    page = client.post(reverse("desk:restore", args=[article.pk, 1]), follow=True)
    assert "Đã khôi phục bản số 1" in told(page)
    assert Article.objects.get().headline == "Tít 1"
    assert article.revisions.count() == 4


def test_an_old_revision_is_looked_at_as_readers_would_see_it():
    client, article = signed_in("biên tập viên"), with_revisions(3)
    preview = reverse("desk:preview", args=[article.pk])
    assert "Tít 2" in client.get(preview, {"ban": "2"}).text
    assert "Tít 3" in client.get(preview).text


@pytest.mark.parametrize("named", ["99", "0", "-1", "x", "9" * 30, "dang-dang", "²"])
def test_a_revision_that_is_not_there_is_not_found(named):
    client, article = signed_in("biên tập viên"), with_revisions(2)
    assert client.get(reverse("desk:preview", args=[article.pk]), {"ban": named}).status_code == 404


def test_the_list_goes_on_before_a_number_and_refuses_what_is_none():
    client, article = signed_in("biên tập viên"), with_revisions(3)
    page = client.get(listed(article), {"truoc": "3"})
    assert [revision.number for revision in page.context["revisions"]] == [2, 1]
    assert client.get(listed(article), {"truoc": "abc"}).status_code == 404


def test_a_reporter_sees_and_restores_only_their_own_drafts():
    client = signed_in("phóng viên")
    own, foreign = with_revisions(2, created_by=client.user), with_revisions(2)
    assert client.get(listed(own)).status_code == 200
    assert client.get(listed(foreign)).status_code == 404
    assert client.post(reverse("desk:restore", args=[foreign.pk, 1])).status_code == 404
    own.state = "review"
    own.save(update_fields=["state"])
    assert client.post(reverse("desk:restore", args=[own.pk, 1])).status_code == 403
    assert "Khôi phục" not in client.get(listed(own)).text


@pytest.mark.parametrize("revisions", [3, 60])
def test_the_list_opens_with_few_queries_however_many_there_are(revisions, django_assert_max_num_queries):
    client, article = signed_in("biên tập viên"), with_revisions(revisions)
    client.get(listed(article))
    with django_assert_max_num_queries(8):
        assert client.get(listed(article)).status_code == 200


def compare(client, article: Article, **asked: str):
    return client.get(reverse("desk:compare", args=[article.pk]), asked)


def test_two_revisions_are_compared_word_by_word_in_columns_or_one():
    client, article = signed_in("biên tập viên"), ArticleFactory(body="<p>Ba người bị thương.</p>")
    editing.save(article, keeping.newest_content(article).with_changes({"body": "<p>Bốn người bị thương.</p>"}), None)
    page = compare(client, article)
    assert [part.field for part in page.context["parts"]] == ["body"]
    assert "<del" in page.text and "Bốn" in page.text and "compared-columns" in page.text
    assert "compared-one" in compare(client, article, cot="1").text


def test_what_stands_around_the_text_is_compared_by_name():
    client, article, author = signed_in("biên tập viên"), ArticleFactory(), AuthorFactory()
    section = SectionFactory(name="Thể thao")
    changes = {"section": section.pk, "bylines": (Byline(author.pk, "photo"),), "featured": True}
    editing.save(article, keeping.newest_content(article).with_changes(changes), None)
    page = compare(client, article)
    assert {part.field for part in page.context["parts"]} == {"section", "bylines", "featured"}
    read = " ".join(unescape(sub("<[^>]*>", "", page.text)).split())
    assert section.name in read and f"{author.name} (ảnh)" in read


def test_the_draft_of_a_live_article_is_compared_with_what_readers_see():
    client, article = signed_in("biên tập viên"), LiveArticleFactory()
    editing.save(article, keeping.newest_content(article).with_changes({"headline": "Tít nháp"}), None)
    page = compare(client, article, cu="dang-dang")
    assert (page.context["before"].number, page.context["after"].number) == (1, 2)


def test_a_revision_compared_with_itself_says_that_nothing_differs():
    client, article = signed_in("biên tập viên"), with_revisions(2)
    assert "giống hệt nhau" in compare(client, article, cu="2", moi="2").text
    assert compare(client, article, cu="77").status_code == 404
    assert compare(signed_in("phóng viên"), article).status_code == 404
