import unicodedata
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news.vietnamese.letters import collapse, fold, nfc, visible_length

TONES = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]
VOWELS = [unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY" for tone in TONES]
typed = st.text(
    st.one_of(
        st.sampled_from("aeiouyd \u0302\u0306\u031b\u0300\u0301\u0303\u0309\u0323đð"), st.characters(codec="utf-8")
    )
)


def test_the_alphabet_has_its_134_accented_letters():
    assert len([letter for letter in VOWELS if not letter.isascii()]) + len("đĐ") == 134


@pytest.mark.parametrize("letter", VOWELS)
def test_marks_typed_in_any_order_give_the_one_letter(letter):
    base, *marks = unicodedata.normalize("NFD", letter)
    assert {nfc(base + "".join(order)) for order in permutations(marks)} == {letter}


@pytest.mark.parametrize("letter", VOWELS)
def test_half_way_forms_of_windows_1258_give_the_one_letter(letter):
    base, *marks = unicodedata.normalize("NFD", letter)
    for first in range(len(marks) + 1):
        started = unicodedata.normalize("NFC", base + "".join(marks[:first]))
        assert nfc(started + "".join(marks[first:])) == letter


def test_a_circumflex_after_the_tone_still_makes_the_vowel():
    assert nfc("ti\u00e9\u0302ng Vi\u1eb9\u0302t") == "tiếng Việt"


def test_eth_is_mended_to_d_with_stroke():
    assert nfc("ðường Ðà Nẵng") == "đường Đà Nẵng"


@given(typed)
def test_what_is_stored_is_unicode_nfc_and_stays_as_it_is(text):
    once = nfc(text)
    assert unicodedata.is_normalized("NFC", once)
    assert nfc(once) == once


@pytest.mark.parametrize("spelling", ["hoà", "hòa", "HÒA", "hoa", "ho\u0300a"])
def test_spellings_of_one_word_meet_when_folded(spelling):
    assert fold(spelling) == "hoa"


def test_d_with_stroke_and_eth_fold_to_d():
    assert fold("Đà Nẵng, ðường Ðinh") == "da nang, duong dinh"


@given(typed)
def test_folding_does_not_depend_on_the_form_and_is_done_once(text):
    assert fold(fold(text)) == fold(text)
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


def test_white_space_of_every_kind_collapses_to_one_space():
    assert collapse("  hội\u00a0chữ \t thập\r\nđỏ ") == "hội chữ thập đỏ"


def test_length_counts_what_a_person_sees():
    assert visible_length("Việt Nam") == visible_length(unicodedata.normalize("NFD", "Việt Nam")) == 8


@pytest.mark.parametrize("nothing", ["", "\u200b\u200d\ufeff", "\u202e", "\u0301\u0301", "\u3164", "\x07"])
def test_what_cannot_be_seen_has_no_length(nothing):
    assert visible_length(nothing) == 0


def test_piled_up_marks_do_not_make_a_name_longer():
    assert visible_length("A" + "\u0334" * 50) == 1


def test_a_line_break_counts_as_a_space_does():
    assert visible_length("một\nhai") == visible_length("một hai")
