"""A watched word is found however it is written, where it stands, and not in its innocent neighbours."""

import unicodedata

import pytest

from comments.models import Strictness
from comments.moderation.words import reading
from comments.moderation.words.entries import Entry
from comments.moderation.words.matcher import Matcher


def found(text: str, *words: str, sections=(), **how) -> list[str]:
    return [match.text for match in Matcher(Entry(word, **how) for word in words).find(text, sections)]


def undone(text: str, word: str, **how) -> set[str]:
    (match,) = Matcher([Entry(word, **how)]).find(text)
    return set(match.undone)


@pytest.mark.parametrize(
    ("typed", "word", "why"),
    [
        ("khốn nạn", "khốn nạn", set()),
        ("KHỐN NẠN", "khốn nạn", set()),
        ("khon nan", "khốn nạn", {reading.BARE}),
        ("khồn nạn", "khốn nạn", {reading.WRONG}),
        ("kh0n n4n", "khốn nạn", {reading.ALIKE}),
        ("đ3o", "đéo", {reading.ALIKE}),
        ("súc sjnh", "súc sinh", {reading.TEEN}),
        ("кhốn nạn", "khốn nạn", {reading.FOREIGN}),
        ("ｋhốn nạn", "khốn nạn", {reading.FOREIGN}),
        ("k.h.ố.n n.ạ.n", "khốn nạn", {reading.SPLIT}),
        ("k h ố n n ạ n", "khốn nạn", {reading.SPLIT}),
        ("đ u m á", "đụ má", {reading.SPLIT, reading.BARE}),
        ("kh😀ốn nạn", "khốn nạn", {reading.SPLIT}),
        ("khốnnnn nạn", "khốn nạn", {reading.REPEATED}),
        ("khốnnạn", "khốn nạn", {reading.JOINED}),
        ("kh\u200bốn nạn", "khốn nạn", {reading.UNSEEN}),
        ("kh*n nạn", "khốn nạn", {reading.MASKED}),
        ("wỷ", "quỷ", {reading.TEEN}),
        ("fò", "phò", {reading.TEEN}),
        ("zết", "giết", {reading.TEEN}),
        ("jết", "giết", {reading.TEEN}),
        ("d9it5", "địt", {reading.TYPED}),
        ("đ*t", "địt", {reading.MASKED}),
        ("l.n", "lồn", {reading.MASKED}),
    ],
)
def test_each_dodge_is_undone_and_named(typed, word, why):
    assert undone(typed, word) == why


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
def test_every_normal_form_is_the_same_word(form):
    text = unicodedata.normalize(form, "đúng là đồ khốn nạn thật")
    (match,) = Matcher([Entry("khốn nạn")]).find(text)
    assert unicodedata.normalize("NFC", text[match.start : match.end]) == "khốn nạn"


def test_windows_halfway_forms_and_tones_before_vowel_marks_are_the_same_word():
    assert found("khô\u0301n nạn", "khốn nạn")
    assert found("kho\u0301\u0302n nạn", "khốn nạn")


@pytest.mark.parametrize("strictness", Strictness)
@pytest.mark.parametrize(("typed", "word"), [("hoà", "hòa"), ("thuỷ", "thủy"), ("hòa", "hoà")])
def test_both_places_of_a_tone_are_one(typed, word, strictness):
    assert found(typed, word, strictness=strictness)


@pytest.mark.parametrize(
    ("word", "innocent"),
    [
        ("cặc", "các bạn cạc cắc cớ"),
        ("cặc", "cac ban oi"),
        ("đĩ", "tầng đ1, khu D1"),
        ("đĩ", "đi đâu đó, đĩa phở, di dời"),
        ("đĩ", "khối D1, dj chơi"),
        ("lồn", "lon bia, lớn, lợn, lộn, lòn, hổ lốn, lởn vởn"),
        ("lồn", "N.V.A. và L.N. ký tên"),
        ("địt", "đít nồi, dịt thuốc, Đ.T: 024 3825"),
        ("ngu", "ngủ ngon, nguyên, N G U Y Ễ N"),
        ("đm", "5 dm, ADM, Mr. D.M. Tran"),
        ("nhà cái uy tín", "của nhà. Cái uy tín ấy"),
        ("vcl", "FLC và VCI giảm sàn"),
        ("đéo", "đèo Hải Vân, đẽo gỗ, đeo kính"),
    ],
)
def test_innocent_neighbours_are_left_alone(word, innocent):
    assert found(innocent, word) == []


def test_a_word_is_innocent_in_its_exceptions_with_or_without_marks():
    words = {"exceptions": ("quả óc chó", "óc chó rang")}
    assert not found("ăn quả óc chó", "óc chó", **words)
    assert not found("mua oc cho rang", "óc chó", **words)
    assert found("lũ óc chó", "óc chó", **words) == ["óc chó"]


def test_an_exception_excuses_its_own_place_alone():
    assert found("quả óc chó của thằng óc chó", "óc chó", exceptions=("quả óc chó",)) == ["óc chó"]


@pytest.mark.parametrize(
    ("strictness", "expected"),
    [
        (Strictness.EXACT, [True, False, False, False]),
        (Strictness.FOLDED, [True, True, False, False]),
        (Strictness.DODGE_PROOF, [True, True, True, True]),
    ],
)
def test_strictness_says_how_much_is_undone(strictness, expected):
    typed = ["khốn nạn", "khon nan", "kh0n nạn", "k.h.ố.n nạn"]
    assert [bool(found(one, "khốn nạn", strictness=strictness)) for one in typed] == expected


def test_swapped_syllables_are_found_where_it_is_asked_for():
    assert undone("đá mụ nó", "đụ má", swaps=True) == {reading.SWAPPED}
    assert not found("đá mụ nó", "đụ má")
    assert not found("da mu", "đụ má", swaps=True), "without its marks a pair says nothing"


def test_places_are_those_of_the_original_text():
    text = "A\u0300 ừ thì 👨‍👩‍👧 k\u200bho\u0302\u0301n n\u200ba\u0323n\u200b quá"
    (match,) = Matcher([Entry("khốn nạn")]).find(text)
    assert text[match.start : match.end] == "k\u200bho\u0302\u0301n n\u200ba\u0323n"


def test_places_hold_where_the_typing_program_was_off():
    text = "Cái con cawcj 😀 ddijt mej gì đó"
    matches = Matcher(map(Entry, ["con cặc", "địt"])).find(text)
    assert [(match.text, text[match.start : match.end]) for match in matches] == [
        ("con cawcj", "con cawcj"),
        ("ddijt", "ddijt"),
    ]


def test_a_word_for_one_section_holds_there_alone():
    assert found("khốn nạn", "khốn nạn", section=7) == []
    assert found("khốn nạn", "khốn nạn", section=7, sections={7}) == ["khốn nạn"]


STRANGE = ["", " ", "\0", "\ue000" * 9, "*" * 999, "đ" * 3000, "a*b" * 900, "\ud800x", "İ" * 50, "1" * 500, "đ." * 900]
ENDLESS = ["il" * 1500 + "x", "l.i" * 1000 + "x", "i " * 1500, "cặc" * 1000, "l*" * 1500, "ﷺ ß ŉ ǆ"]


@pytest.mark.parametrize("text", STRANGE + ENDLESS)
def test_no_text_is_too_strange(text):
    words = ["địt", "lồn", "cc", "khốn nạn", "đm", "lily", "lì lì li lí"]
    for match in Matcher(map(Entry, words)).find(text):
        assert text[match.start : match.end] == match.text


def test_an_empty_list_finds_nothing():
    assert Matcher().find("khốn nạn") == []
