"""One reader's household counts as one, and nothing that is kept leads back to it."""

import pytest
from django.test import RequestFactory

from comments.addresses import address_hash
from news.addresses import household


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
