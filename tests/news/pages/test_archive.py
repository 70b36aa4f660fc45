"""The archive by day."""

from datetime import UTC, datetime

import pytest
import time_machine

from tests.factories import LiveArticleFactory

NOON = datetime(2026, 11, 23, 5, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _on_a_monday():
    with time_machine.travel(NOON, tick=False):
        yield


def published(moment: datetime):
    return LiveArticleFactory(published_at=moment, first_published_at=moment)


def test_a_day_begins_at_midnight_in_vietnam(client, db):
    last_of_sunday = published(datetime(2026, 11, 22, 16, 59, 59, 999999, tzinfo=UTC))
    first_of_monday = published(datetime(2026, 11, 22, 17, tzinfo=UTC))
    assert client.get("/luu-tru/2026/11/22/").context["page"].articles == [last_of_sunday]
    assert client.get("/luu-tru/2026/11/23/").context["page"].articles == [first_of_monday]


def test_the_day_is_named_as_newspapers_name_it(client, db):
    assert "<h1>Thứ Hai, 23/11/2026</h1>" in client.get("/luu-tru/2026/11/23/").text


def test_it_leads_to_the_nearest_days_that_have_articles(client, db):
    published(datetime(2026, 11, 2, 5, tzinfo=UTC))
    published(datetime(2026, 11, 20, 5, tzinfo=UTC))
    text = client.get("/luu-tru/2026/11/10/").text
    assert 'rel="prev" href="/luu-tru/2026/11/02/">← Thứ Hai, 02/11/2026' in text
    assert 'rel="next" href="/luu-tru/2026/11/20/">Thứ Sáu, 20/11/2026 →' in text


def test_a_day_without_articles_says_so_and_stays_out_of_search_engines(client, db):
    text = client.get("/luu-tru/2026/11/10/").text
    assert "Không có bài nào trong ngày này." in text
    assert '<meta name="robots" content="noindex">' in text


def test_the_archive_opens_on_the_newest_day(client, db):
    published(datetime(2026, 11, 20, 5, tzinfo=UTC))
    assert client.get("/luu-tru/")["Location"] == "/luu-tru/2026/11/20/"


def test_an_empty_archive_opens_on_today(client, db):
    assert client.get("/luu-tru/")["Location"] == "/luu-tru/2026/11/23/"


@pytest.mark.parametrize("day", ["2026/11/24", "2026/02/29", "2026/00/10", "0000/01/01", "1700/01/01"])
def test_days_to_come_and_days_that_never_were_are_not_found(client, db, day):
    assert client.get(f"/luu-tru/{day}/").status_code == 404


def test_a_busy_day_has_more_pages(client, db):
    for minute in range(101):
        published(datetime(2026, 11, 22, 2, 0, minute % 60, minute, tzinfo=UTC))
    first = client.get("/luu-tru/2026/11/22/")
    second = client.get(f"/luu-tru/2026/11/22/?truoc={first.context['page'].older}")
    assert [len(answer.context["page"].articles) for answer in (first, second)] == [100, 1]
