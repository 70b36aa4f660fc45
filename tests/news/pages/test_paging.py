"""Paging by key."""

import re
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest
from django.http import Http404
from django.test import RequestFactory
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from news.models import Article
from news.paging import Key, asked_key, page_of
from tests.factories import LiveArticleFactory, SectionFactory


def links(response, rel: str) -> list[str]:
    return re.findall(rf'<a [^>]*rel="{rel}" href="([^"]*)"', response.text)


def test_following_the_links_shows_every_article_once_the_newest_first(client, db):
    section = SectionFactory(slug="thoi-su")
    same_moment = timezone.now() - timedelta(hours=1)
    articles = [LiveArticleFactory(section=section, published_at=same_moment) for _ in range(45)]
    seen, url = [], "/thoi-su/"
    while url:
        answer = client.get(url)
        seen += [article.pk for article in answer.context["page"].articles]
        further = links(answer, "next")
        url = "/thoi-su/" + further[0] if further else None
    assert seen == sorted((article.pk for article in articles), reverse=True)


def test_an_article_published_meanwhile_moves_nothing(client, db):
    section = SectionFactory(slug="thoi-su")
    for number in range(25):
        LiveArticleFactory(section=section, published_at=timezone.now() - timedelta(hours=number + 1))
    second = "/thoi-su/" + links(client.get("/thoi-su/"), "next")[0]
    before = client.get(second).content
    LiveArticleFactory(section=section)
    assert client.get(second).content == before


def test_a_page_past_the_end_is_not_found(client, edition):
    oldest = edition.articles[-1]
    assert client.get("/thoi-su/", query_params={"truoc": str(Key(oldest.published_at, 1))}).status_code == 404


def test_the_last_page_says_that_it_is(client, db):
    section = SectionFactory(slug="thoi-su")
    for number in range(21):
        LiveArticleFactory(section=section, published_at=timezone.now() - timedelta(hours=number + 1))
    last = client.get("/thoi-su/" + links(client.get("/thoi-su/"), "next")[0])
    assert "Đã hết bài" in last.text
    assert "truoc=" not in last.text


@given(st.datetimes(min_value=datetime(1970, 1, 1)), st.integers(0, 10**18 - 1))
def test_a_key_survives_the_address(moment, pk):
    key = Key(moment.replace(tzinfo=UTC), pk)
    assert asked_key(RequestFactory().get("/", {"truoc": str(key)})) == key


@given(st.text())
def test_any_text_is_a_key_or_not_found(text):
    with suppress(Http404):
        asked_key(RequestFactory().get("/", {"truoc": text}))


@pytest.mark.django_db
def test_a_page_knows_whether_more_follows():
    articles = [LiveArticleFactory(published_at=timezone.now() - timedelta(hours=n + 1)) for n in range(3)]
    assert page_of(Article.objects.live(), None, 3).older is None
    page = page_of(Article.objects.live(), None, 2)
    assert page.articles == articles[:2]
    assert page_of(Article.objects.live(), page.older, 2).articles == articles[2:]
