"""Numbers in print."""

import pytest

from news.vietnamese.numbers import decimal, grouped


@pytest.mark.parametrize(("number", "printed"), [(0, "0"), (999, "999"), (1000, "1.000"), (1234567, "1.234.567")])
def test_thousands_are_parted_by_full_stops(number, printed):
    assert grouped(number) == printed


@pytest.mark.parametrize(
    ("number", "printed"), [(2.54, "2,5"), (2.0, "2"), (1234.56, "1.234,6"), (0.04, "0"), (9.96, "10")]
)
def test_one_place_after_the_comma_if_it_says_something(number, printed):
    assert decimal(number) == printed
