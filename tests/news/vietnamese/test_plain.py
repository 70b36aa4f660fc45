import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news.vietnamese.plain import MARKS_PER_LETTER, clean_line, clean_text

awkward = st.text(
    st.one_of(
        st.sampled_from("aớ \t\r\n\0\u200b\u200d\u202e\u2028\u0301\u0302\u0336\ufe0f\ufeff👩👍🏽\u3164\ud800\uffff"),
        st.characters(),
    )
)


def test_ordinary_vietnamese_is_left_alone():
    text = "Tôi đồng ý – rất “đúng lúc”!\nCảm ơn tòa soạn."
    assert clean_text(text) == text


@pytest.mark.parametrize(
    "unseen", ["\0", "\x07", "\u200b", "\u200e", "\u202e", "\u2066", "\ufeff", "\u00ad", "\ud800", "\uffff", "\u3164"]
)
def test_control_characters_and_invisible_marks_disappear(unseen):
    assert clean_text(f"Xin{unseen} chào") == clean_line(f"Xin{unseen} chào") == "Xin chào"


def test_a_mark_split_off_by_a_zero_width_space_finds_its_vowel_again():
    assert clean_line("hoa\u200b\u0300") == "hoà"


def test_line_breaks_of_every_system_become_one_kind():
    assert clean_text("một\r\nhai\rba\u2028bốn") == "một\nhai\nba\nbốn"


def test_at_most_two_line_breaks_stay_in_a_row():
    assert clean_text("một\n \n\t\n\n\nhai") == "một\n\nhai"


def test_text_is_trimmed_and_its_spaces_are_single():
    assert clean_text(" \n một \u00a0 hai \n ba \n\n") == "một hai\nba"


def test_a_line_has_no_line_breaks():
    assert clean_line(" Nguyễn\r\nVăn\t An ") == "Nguyễn Văn An"


def test_zalgo_is_cut_to_two_marks_a_letter():
    assert (
        clean_line("Z" + "\u0336\u0315\u031b\u0489" * 20 + "a") == unicodedata.normalize("NFC", "Z\u0336\u031b") + "a"
    )


def test_marks_with_no_letter_to_carry_them_disappear():
    assert clean_line("\u0336\u0336 an\u200b \u0301") == "an"


@pytest.mark.parametrize("emoji", ["👩‍👩‍👧", "👩🏽‍🌾", "❤️‍🔥", "👍🏽"])
def test_emoji_sequences_stay_whole(emoji):
    assert clean_line(f"hay {emoji} quá") == f"hay {emoji} quá"


def test_a_joiner_between_letters_is_no_emoji():
    assert clean_line("đ\u200dm 👍\u200d") == "đm 👍"


@given(awkward)
def test_what_is_clean_stays_as_it_is_and_can_be_stored(text):
    once = clean_text(text)
    assert clean_text(once) == once
    assert "\0" not in once.encode().decode()
    assert clean_line(clean_line(text)) == clean_line(text)


@given(awkward)
def test_no_letter_carries_more_marks_than_allowed(text):
    kinds = "".join("m" if unicodedata.category(sign) in {"Mn", "Me"} else "-" for sign in clean_text(text))
    assert "m" * (MARKS_PER_LETTER + 1) not in kinds
