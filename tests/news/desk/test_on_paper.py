"""An article on paper: text, log and revisions, for the desk alone."""

import pytest
from django.urls import reverse

from news import editing, lifecycle
from news.revisions import keeping
from tests.factories import ArticleFactory, LiveArticleFactory, UserFactory
from tests.news.desk.browser import signed_in

pytestmark = pytest.mark.django_db


def on_paper(article):
    return reverse("desk:on_paper", args=[article.pk])


def test_the_page_has_the_text_the_log_and_the_revisions():
    chief, article = UserFactory(role="thư ký tòa soạn", display_name="Chị Thư"), ArticleFactory(headline="Cầu <mới>")
    editing.save(article, keeping.newest_content(article).with_changes({"standfirst": "Sapo hai."}), chief)
    lifecycle.publish(article, chief)
    lifecycle.withdraw(article, chief, "Sai <số> liệu")
    page = signed_in("biên tập viên").get(on_paper(article))
    assert page["X-Robots-Tag"] == "noindex" and 'name="robots" content="noindex' in page.text
    assert "Cầu &lt;mới&gt;" in page.text and "Sapo hai." in page.text and "<p>Ủy ban thông qua" in page.text
    assert "gỡ bài" in page.text and "Sai &lt;số&gt; liệu" in page.text and "Chị Thư" in page.text
    assert [revision.number for revision in page.context["revisions"]] == [2, 1]
    assert f"http://testserver{article.get_absolute_url()}" in page.text


def test_an_article_that_readers_never_saw_has_no_address_on_paper():
    page = signed_in("biên tập viên").get(on_paper(ArticleFactory()))
    assert "chưa đăng" in page.text and ".html" not in page.text


def test_an_old_revision_is_printed_on_request():
    article = ArticleFactory(headline="Tít 1")
    editing.save(article, keeping.newest_content(article).with_changes({"headline": "Tít 2"}), None)
    page = signed_in("biên tập viên").get(on_paper(article), {"ban": "1"})
    assert "<h1>Tít 1</h1>" in page.text and "bản 1" in page.text


def test_the_form_leads_to_paper_and_word():
    article = LiveArticleFactory()
    form = signed_in("biên tập viên").get(reverse("admin:news_article_change", args=[article.pk])).text
    assert on_paper(article) in form and reverse("desk:export_word", args=[article.pk]) in form


def test_paper_costs_the_same_queries_however_long_the_log(django_assert_max_num_queries):
    client, article = signed_in("biên tập viên"), ArticleFactory()
    for number in range(12):
        editing.save(article, keeping.newest_content(article).with_changes({"headline": f"Tít {number}"}), client.user)
    with django_assert_max_num_queries(22):
        assert client.get(on_paper(article)).status_code == 200
