"""Typing left-overs, and where a tone goes. What is told to an editor is in tests/news/checks."""

import pytest

from news.vietnamese.typing import typed_out, with_tone

GRAVE = "\u0300"


@pytest.mark.parametrize(("bare", "toned"), [
    ("hoa", "hòa"), ("khoe", "khòe"), ("thuy", "thùy"), ("quy", "quỳ"), ("qua", "quà"), ("gia", "già"), ("gi", "gì"),
    ("hoan", "hoàn"), ("ngoai", "ngoài"), ("mia", "mìa"), ("mai", "mài"), ("đương", "đường"), ("tuyên", "tuyền"),
    ("ma", "mà"), ("khuyu", "khuỳu"), ("b", ""),
])  # fmt: skip
def test_a_tone_goes_where_newspapers_put_it(bare, toned):
    assert with_tone(bare, GRAVE) == toned


@pytest.mark.parametrize("word", ["", "j", "dd", "ddd", "9", "a" * 50, "đường", "hộij", "9999999999", "d9", "o65"])
def test_what_is_no_left_over_means_nothing(word):
    assert typed_out(word) == ""


def test_a_capital_stays():
    assert (typed_out("Ddaf"), typed_out("D9a2")) == ("Đà", "Đà")
