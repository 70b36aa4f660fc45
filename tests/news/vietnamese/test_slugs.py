import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news.vietnamese.slugs import slug


@pytest.mark.parametrize(
    ("headline", "address"),
    [
        ("Đường phố Đà Nẵng được đổi tên", "duong-pho-da-nang-duoc-doi-ten"),
        ("“Dân vận khéo” – 12% cấp ủy, 30/4!", "dan-van-kheo-12-cap-uy-30-4"),
        (unicodedata.normalize("NFD", "Hội Chữ thập đỏ"), "hoi-chu-thap-do"),
        ("---", ""),
        ("日本", ""),
        ("", ""),
    ],
)
def test_a_headline_becomes_an_address(headline, address):
    assert slug(headline) == address


def test_a_long_headline_is_cut_at_the_end_of_a_word():
    headline = "Kết quả công tác an sinh xã hội là thước đo văn minh, tiến bộ của đất nước trong thời kỳ mới"
    assert slug(headline) == "ket-qua-cong-tac-an-sinh-xa-hoi-la-thuoc-do-van-minh-tien-bo-cua-dat-nuoc-trong"


def test_words_that_just_fit_are_kept_whole():
    assert slug("mot hai ba", longest=7) == "mot-hai"
    assert slug("mot hai ba", longest=8) == "mot-hai"
    assert slug("mot hai ba", longest=10) == "mot-hai-ba"


def test_a_single_word_that_is_too_long_is_cut_hard():
    assert slug("a" * 100) == "a" * 80


@given(st.text(), st.integers(min_value=1, max_value=90))
def test_an_address_is_always_well_formed(text, longest):
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", slug(text, longest))
    assert len(slug(text, longest)) <= longest
