"""What counts as a reading, and what a forger gets."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import DatabaseError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from news import lifecycle
from news.models import Article, ReadHour
from news.reads import counting, repeats, storing
from news.reads.repeats import Repeats
from news.reads.tally import Place, Tally
from tests.factories import ArticleFactory, LiveArticleFactory

pytestmark = pytest.mark.django_db

PHONE = (
    "Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Mobile Safari/537.36"
)
LAPTOP = "Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0"
HOUR = datetime(2026, 11, 23, 13, tzinfo=UTC)


def read(pk: int, browser: str = PHONE, address: str = "192.0.2.1", **headers: str):
    client = Client(headers={"User-Agent": browser, **headers}, REMOTE_ADDR=address)
    return client.post(f"/luot-doc/{pk}/")


def reads_of(article: Article) -> int:
    counting.write()
    return sum(article.reads.values_list("reads", flat=True))


def test_a_reading_is_taken_and_counted_by_the_hour():
    article = LiveArticleFactory(published_at=HOUR - timedelta(days=1))
    with time_machine.travel(HOUR + timedelta(minutes=59), tick=False):
        answer = read(article.pk)
        assert counting.write() == 1
    assert answer.status_code == 204 and answer.content == b""
    assert [(each.hour, each.reads) for each in article.reads.all()] == [(HOUR, 1)]
    assert list(ReadHour.objects.values_list("hour", "reads")) == [(HOUR, 1)]


def test_taking_it_asks_the_database_nothing_and_sets_no_cookie():
    article = LiveArticleFactory()
    with CaptureQueriesContext(connection) as queries:
        answer = read(article.pk)
    assert len(queries) == 0
    assert not answer.cookies
    assert "no-store" in answer["Cache-Control"]


def test_writing_many_costs_a_handful_of_queries():
    articles = [LiveArticleFactory() for _ in range(30)]
    for article in articles:
        read(article.pk)
    with CaptureQueriesContext(connection) as queries:
        assert counting.write() == 30
    assert len([q for q in queries if "SAVEPOINT" not in q["sql"]]) <= 1 + 30 + 1  # one question, then a row each


def test_readings_add_up_over_processes():
    article = LiveArticleFactory()
    place = Place(article.pk, HOUR)
    storing.store({place: 2})
    storing.store({place: 3})
    assert reads_of(article) == 5
    assert ReadHour.objects.get().reads == 5


@pytest.mark.parametrize(
    "browser",
    [
        "",
        "curl/8.5.0",
        "python-requests/2.32",
        "Googlebot/2.1 (+http://www.google.com/bot.html)",
        "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
        "Mozilla/5.0 (compatible; coccocbot-web/1.0; +http://help.coccoc.com/searchengine)",
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/131.0 Safari/537.36",
        "Mozilla/5.0 (Linux; Android 11) AppleWebKit/537.36 Chrome-Lighthouse",
        "facebookexternalhit/1.1",
        "\x00" * 400,
    ],
)
def test_robots_are_not_readers(browser):
    article = LiveArticleFactory()
    assert read(article.pk, browser).status_code == 204
    assert reads_of(article) == 0


@pytest.mark.parametrize(
    "browser",
    [
        PHONE,
        LAPTOP,
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Safari/604.1",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) coc_coc_browser/124.0 Chrome/118.0 Safari/537.36",
        "Mozilla/5.0 (Linux; Android 14; Cubot P80) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Mobile Safari/537.36 Zalo/24",
    ],
)
def test_readers_are(browser):
    article = LiveArticleFactory()
    read(article.pk, browser)
    assert reads_of(article) == 1


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "https://other.example"}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "null"}],
)
def test_another_sites_page_cannot_count(headers):
    article = LiveArticleFactory()
    assert read(article.pk, **headers).status_code == 204
    assert reads_of(article) == 0


def test_the_same_reader_counts_once_in_half_an_hour_and_another_browser_or_article_again():
    article, other = LiveArticleFactory(), LiveArticleFactory()
    for _ in range(5):
        read(article.pk)
    read(article.pk, LAPTOP)
    read(article.pk, address="192.0.2.2")
    read(other.pk)
    assert (reads_of(article), reads_of(other)) == (3, 1)


def test_later_it_is_a_reading_of_its_own():
    seen = Repeats()
    assert seen.is_new(1, "192.0.2.1", PHONE, 0)
    assert not seen.is_new(1, "192.0.2.1", PHONE, repeats.SAME_READING - 1)
    assert seen.is_new(1, "192.0.2.1", PHONE, repeats.SAME_READING)
    assert len(seen) == 1


def test_one_address_cannot_make_an_article_the_most_read():
    article = LiveArticleFactory()
    for number in range(repeats.MOST_FROM_ONE_ADDRESS + 20):
        read(article.pk, f"{PHONE} Forger/{number}")
    assert reads_of(article) == repeats.MOST_FROM_ONE_ADDRESS


def test_an_ipv6_household_is_one_address():
    article = LiveArticleFactory()
    for number in range(3):
        read(article.pk, address=f"2001:db8::{number}")
    assert reads_of(article) == 1


def test_memory_of_readers_is_bounded():
    seen = Repeats(remembered=100)
    assert all(seen.is_new(1, f"192.0.2.{number}", PHONE, number) for number in range(1000))
    assert len(seen) == 100


def test_nothing_that_is_remembered_tells_who_read():
    seen = Repeats()
    seen.is_new(1, "192.0.2.1", PHONE, 0)
    remembered = repr(vars(seen))
    assert "192.0.2.1" not in remembered and "Android" not in remembered
    assert seen._hash(1, "192.0.2.1") != Repeats()._hash(1, "192.0.2.1")  # no key outlives its process


def withdrawn() -> Article:
    article = LiveArticleFactory()
    lifecycle.withdraw(article, None, "Đăng nhầm.")
    return article


@pytest.mark.parametrize("make", [ArticleFactory, withdrawn])
def test_what_readers_cannot_see_is_not_counted(make):
    article = make()
    assert read(article.pk).status_code == 204
    assert reads_of(article) == 0
    assert not ReadHour.objects.exists()


def test_a_scheduled_article_is_not_counted():
    article = LiveArticleFactory(published_at=timezone.now() + timedelta(hours=1))
    read(article.pk)
    assert reads_of(article) == 0


@pytest.mark.parametrize("number", [0, 2**63 - 1, 2**63, 10**30])
def test_an_article_that_never_was_is_nothing(number):
    assert read(number).status_code == 204
    assert counting.write() == 0


@pytest.mark.parametrize("path", ["/luot-doc/-1/", "/luot-doc/mot/", "/luot-doc//", "/luot-doc/1"])
def test_other_addresses_are_not_there(path):
    assert Client(headers={"User-Agent": PHONE}).post(path).status_code in (301, 404, 405)
    assert not counting.tally.take()


@pytest.mark.parametrize("method", ["get", "head", "put", "delete", "options"])
def test_it_is_told_by_post_alone(method):
    assert (
        getattr(Client(headers={"User-Agent": PHONE}), method)(f"/luot-doc/{LiveArticleFactory().pk}/").status_code
        == 405
    )


def test_a_deleted_article_takes_nothing_with_it():
    article, other = LiveArticleFactory(), LiveArticleFactory()
    read(article.pk)
    read(other.pk)
    Article.objects.filter(pk=article.pk).delete()
    assert reads_of(other) == 1


def test_what_the_database_refuses_waits_on(monkeypatch):
    article = LiveArticleFactory()
    read(article.pk)

    def refuse(counts):
        raise DatabaseError

    with monkeypatch.context() as broken:
        broken.setattr(storing, "store", refuse)
        assert counting.write() == 0
    assert reads_of(article) == 1


def test_more_articles_than_memory_holds_are_left_out_and_known_ones_go_on():
    tally = Tally(most=2)
    first, second, third = (Place(number, HOUR) for number in (1, 2, 3))
    assert tally.add({first: 1, second: 1, third: 1})
    assert not tally.add({second: 1, third: 1})
    assert tally.take() == {first: 1, second: 2}
    assert tally.take() == {}
