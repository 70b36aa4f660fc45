"""A colleague's address tells the neighbourhood and no more."""

import pytest

from news.addresses import neighbourhood


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("192.0.2.77", "192.0.2.0/24"),
        ("2001:db8:1:2::3", "2001:db8:1::/48"),
        ("::ffff:192.0.2.77", "192.0.2.0/24"),
        ("", ""),
        ("unix:", ""),
        ("999.1.1.1", ""),
    ],
)
def test_an_address_is_cut_to_its_neighbourhood(address, shown):
    assert neighbourhood(address) == shown
