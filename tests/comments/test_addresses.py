"""One reader's household counts as one, and nothing that is kept leads back to it."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.test import RequestFactory

from comments.addresses import address_hash, hashes_of
from comments.models import Comment, Sender
from news.addresses import household
from tests.comments.sending import send
from tests.factories import LiveArticleFactory


def hashed(address: str, forwarded: str | None = None) -> str:
    extra = {} if forwarded is None else {"HTTP_X_FORWARDED_FOR": forwarded}
    return address_hash(RequestFactory().get("/", REMOTE_ADDR=address, **extra))


def test_the_hash_depends_on_the_address_and_on_the_key(settings):
    first = hashed("192.0.2.1")
    assert first == hashed("192.0.2.1")
    assert first != hashed("192.0.2.2")
    settings.SECRET_KEY = "another"
    assert first != hashed("192.0.2.1")


@pytest.mark.parametrize(
    ("address", "counted"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:aaaa::1", "2001:db8:1:2::/64"),
        ("2001:DB8:1:2:bbbb::2", "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("", ""),
        ("unix:", "unix:"),
    ],
)
def test_an_ipv6_household_is_its_first_64_bits(address, counted):
    assert household(address) == counted


def test_a_readers_own_header_is_not_believed(settings):
    settings.BEHIND_PROXY = False
    assert hashed("192.0.2.1", forwarded="198.51.100.9") == hashed("192.0.2.1")


def test_behind_a_proxy_the_entry_that_the_proxy_wrote_counts(settings):
    settings.BEHIND_PROXY = True
    assert hashed("127.0.0.1", forwarded="203.0.113.5, 198.51.100.9") == hashed("127.0.0.1", forwarded="198.51.100.9")
    assert hashed("127.0.0.1", forwarded="198.51.100.9") != hashed("127.0.0.1")
    assert hashed("127.0.0.1", forwarded="") == hashed("127.0.0.1")


MIDNIGHT = datetime(2026, 11, 30, 17, 0, tzinfo=UTC)  # the first of December begins in Vietnam
MINUTE = timedelta(minutes=1)


def test_the_key_is_another_one_each_month_of_the_newsroom():
    with time_machine.travel(MIDNIGHT - MINUTE, tick=False) as clock:
        november = hashed("192.0.2.1")
        clock.move_to(MIDNIGHT - timedelta(days=29))
        assert hashed("192.0.2.1") == november
        clock.move_to(MIDNIGHT)
        assert hashed("192.0.2.1") != november
        clock.move_to(datetime(2027, 11, 15, tzinfo=UTC))
        assert hashed("192.0.2.1") != november


def test_who_counts_across_midnight_asks_for_both_months_and_else_for_one():
    late, early = (hashes_of("192.0.2.1", MIDNIGHT + after, 10 * MINUTE) for after in (-MINUTE, 9 * MINUTE))
    assert late.before == "" and early.before == late.now != early.now
    assert hashes_of("192.0.2.1", MIDNIGHT + 10 * MINUTE, 10 * MINUTE).before == ""


@pytest.mark.django_db
def test_a_double_click_over_the_change_of_keys_is_one_comment():
    with time_machine.travel(MIDNIGHT - timedelta(seconds=1), tick=False) as clock:
        article = LiveArticleFactory()
        first = send(article)
        clock.shift(timedelta(seconds=2))
        assert send(article)["Location"] == first["Location"]
    assert Comment.objects.count() == 1


@pytest.mark.django_db
def test_nobody_is_faster_over_the_change_of_keys(settings):
    settings.COMMENTS_PER_MINUTE = 3
    with time_machine.travel(MIDNIGHT - timedelta(seconds=10), tick=False) as clock:
        article = LiveArticleFactory()
        assert [send(article, text=f"Lời thứ {n}").status_code for n in range(3)] == [303] * 3
        clock.shift(timedelta(seconds=20))
        assert send(article, text="Lời thứ tư").status_code == 429
        clock.shift(MINUTE)
        assert send(article, text="Lời thứ tư").status_code == 303
    assert Comment.objects.values("address_hash").distinct().count() == 2
    assert Sender.objects.count() == 2


@pytest.mark.django_db
def test_sending_in_the_first_minutes_of_a_month_asks_no_more_queries(django_assert_max_num_queries):
    with time_machine.travel(MIDNIGHT + MINUTE, tick=False):
        article = LiveArticleFactory()
        send(article)
        with django_assert_max_num_queries(8):
            send(article, text="Lời khác")
