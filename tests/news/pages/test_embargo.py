"""What readers may not see yet, or no longer, is nowhere."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from news.models import State
from tests.factories import ArticleFactory, BylineFactory, CorrectionFactory, LiveArticleFactory, TagFactory
from tests.news.pages.addresses import article_urls, every_public_url

SECRET = "Tin mật chưa ai biết"


def told_anywhere(client, words: str) -> list[str]:
    return [url for url in every_public_url() if words in told(client.get(url))]


def told(response) -> str:
    """The page without what the reader typed into the search form."""
    asked = response.wsgi_request.GET.get("q", "")
    return response.text.replace(asked, "") if asked and "<article" not in response.text else response.text


@pytest.mark.parametrize("state", [State.DRAFT, State.REVIEW])
def test_an_article_that_is_not_published_is_nowhere(client, edition, state):
    article = ArticleFactory(headline=SECRET, state=state, section=edition.section, featured=True)
    BylineFactory(article=article, author=edition.author)
    article.tags.add(edition.tag)
    CorrectionFactory(article=article, published_at=timezone.now())
    assert told_anywhere(client, SECRET) == []


def test_a_scheduled_article_is_nowhere_before_its_minute_and_everywhere_after(client, edition):
    due = timezone.now() + timedelta(minutes=1)
    article = LiveArticleFactory(headline=SECRET, published_at=due, section=edition.section, featured=True)
    CorrectionFactory(article=article)  # the rule would refuse it; the pages must not rely on that
    BylineFactory(article=article, author=edition.author)
    article.tags.add(edition.tag)
    assert told_anywhere(client, SECRET) == []
    with time_machine.travel(due):
        told_at = told_anywhere(client, SECRET)
    assert {"/", "/rss.xml", "/thoi-su/", "/thoi-su/rss.xml", "/tac-gia/le-thu-mien/", "/chu-de/mua-lu/"} <= set(
        told_at
    )
    assert article.get_absolute_url() in told_at


def test_a_withdrawn_article_is_nowhere(client, edition):
    article = LiveArticleFactory(headline=SECRET, state=State.WITHDRAWN, section=edition.section, featured=True)
    article.tags.add(edition.tag)
    assert told_anywhere(client, SECRET) == []


def test_an_expired_article_is_nowhere(client, edition):
    now = timezone.now()
    article = LiveArticleFactory(headline=SECRET, section=edition.section, expires_at=now - timedelta(seconds=1))
    article.tags.add(edition.tag)
    assert told_anywhere(client, SECRET) == []


@pytest.mark.parametrize("state", [State.DRAFT, State.REVIEW, State.PUBLISHED])
def test_an_article_to_come_answers_with_the_same_bytes_as_an_address_that_never_was(client, edition, state):
    tomorrow = timezone.now() + timedelta(days=1)
    article = ArticleFactory(headline=SECRET, state=state, published_at=tomorrow, first_published_at=tomorrow)
    never = client.get("/khong-co-bai-nay-987654321.html")
    for url in (article.get_absolute_url(), f"/sai-{article.pk}.html"):
        answer = client.get(url)
        assert (answer.status_code, answer.content) == (404, never.content)
        assert without_id(answer) == without_id(never)


def without_id(response) -> dict[str, str]:
    return {name: value for name, value in response.headers.items() if name != "X-Request-ID"}


@pytest.mark.parametrize("gone", [{"state": State.WITHDRAWN}, {"expires_at": timezone.now() - timedelta(minutes=1)}])
def test_an_article_that_readers_knew_is_gone_and_the_page_leads_on(client, edition, gone):
    article = LiveArticleFactory(headline=SECRET, **gone)
    for url in article_urls():
        if url.endswith(f"-{article.pk}.html"):
            answer = client.get(url)
            assert answer.status_code == 410
            assert SECRET not in answer.text
            assert 'href="/"' in answer.text and 'action="/tim-kiem/"' in answer.text


def test_a_withdrawn_article_that_was_reopened_stays_gone(client, edition):
    article = LiveArticleFactory(state=State.DRAFT)
    assert client.get(article.get_absolute_url()).status_code == 410


def test_a_topic_or_author_without_live_articles_is_a_page_that_says_so(client, edition):
    TagFactory(name="Trống", slug="trong")
    assert "Chưa có bài nào về chủ đề này." in client.get("/chu-de/trong/").text
