"""Feeds."""

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from xml.etree import ElementTree

import pytest
import time_machine
from django.utils import timezone

from tests.factories import LiveArticleFactory


def items(answer) -> list[ElementTree.Element]:
    return ElementTree.fromstring(answer.content).findall("channel/item")


@pytest.mark.parametrize("url", ["/rss.xml", "/thoi-su/rss.xml"])
def test_a_feed_opens(client, edition, url):
    answer = client.get(url)
    assert answer["Content-Type"] == "application/rss+xml; charset=utf-8"
    assert items(answer)[0].findtext("title") == edition.articles[0].headline


def test_the_paper_feed_has_all_sections_and_the_sections_feed_its_own(client, edition):
    assert [item.findtext("title") for item in items(client.get("/rss.xml"))] == [
        article.headline for article in edition.articles
    ]
    own = [each.headline for each in edition.articles if each.section in (edition.section, edition.subsection)]
    assert [item.findtext("title") for item in items(client.get("/thoi-su/rss.xml"))] == own


def test_feeds_name_the_paper_and_themselves(client, edition):
    channel = ElementTree.fromstring(client.get("/thoi-su/rss.xml").content).find("channel")
    assert channel.findtext("title") == "Thời sự – Báo Thử"
    assert channel.findtext("language") == "vi"
    own = channel.find("{http://www.w3.org/2005/Atom}link")
    assert own.get("href") == "http://testserver/thoi-su/rss.xml"


def test_an_item_has_its_minute_and_its_address(client, db):
    article = LiveArticleFactory(published_at=datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC))
    item = items(client.get("/rss.xml"))[0]
    assert parsedate_to_datetime(item.findtext("pubDate")) == article.published_at
    assert item.findtext("link") == "http://testserver" + article.get_absolute_url()


def test_a_new_slug_does_not_make_a_new_item(client, db):
    article = LiveArticleFactory()
    before = items(client.get("/rss.xml"))[0]
    article.slug = "ten-moi"
    article.save()
    after = items(client.get("/rss.xml"))[0]
    assert before.findtext("guid") == after.findtext("guid")
    assert before.findtext("link") != after.findtext("link")
    assert after.find("guid").get("isPermaLink") == "false"


def test_what_is_typed_can_not_break_the_feed(client, db):
    LiveArticleFactory(headline="<Mưa> & ]]> gió", standfirst="</item>")
    assert items(client.get("/rss.xml"))[0].findtext("title") == "<Mưa> & ]]> gió"


@pytest.mark.parametrize("url", ["/rss.xml", "/cai-chinh/rss.xml"])
def test_an_empty_feed_is_the_same_bytes_at_any_time(client, db, url):
    first = client.get(url)
    with time_machine.travel(timezone.now() + timedelta(hours=1)):
        later = client.get(url)
    assert items(first) == []
    assert later.content == first.content
