"""Dodges put together at random are undone all the same; innocent texts stay innocent in every form and frame."""

import unicodedata
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comments.moderation.words import labelled, starter
from comments.moderation.words.entries import Entry, syllables_of
from comments.moderation.words.matcher import Matcher
from news.vietnamese.letters import fold

BAD = [
    "khốn nạn",
    "địt mẹ",
    "con cặc",
    "đầu buồi",
    "đồ súc sinh",
    "nhà cái uy tín",
    "giải ngân nhanh",
    "quỷ tha ma bắt",
]
MATCHER = Matcher(map(Entry, BAD))
LIST = Matcher(starter.entries())
INNOCENT = [line.text for line in labelled.lines() if not line.is_bad and not LIST.find(line.text)]

LOOKS = {"a": "а@4ａ", "e": "еｅ3", "o": "оο0", "i": "іj1", "c": "сk", "s": "ѕ$", "y": "у", "p": "р"}


def no_marks(word: str, chance: Random) -> str:
    return fold(word)


def looks(word: str, chance: Random) -> str:
    """One letter without marks as another that looks like it, in a syllable that keeps two letters of its own."""
    parts = word.split(" ")
    which = chance.randrange(len(parts))
    places = [place for place, letter in enumerate(parts[which]) if letter in LOOKS]
    if places and len(parts[which]) > 2:
        place = chance.choice(places)
        letters = parts[which]
        parts[which] = letters[:place] + chance.choice(LOOKS[letters[place]]) + letters[place + 1 :]
    return " ".join(parts)


def repeats(word: str, chance: Random) -> str:
    place = chance.choice([place for place, letter in enumerate(word) if letter.isalpha()])
    return word[:place] + word[place] * chance.randint(2, 6) + word[place + 1 :]


def splits(word: str, chance: Random) -> str:
    mark = chance.choice([".", "-", "_", "*", "~", "😀", "·", "/"])
    return " ".join(mark.join(part) for part in word.split(" "))


def hides(word: str, chance: Random) -> str:
    place = chance.randrange(1, len(word))
    return word[:place] + chance.choice("\u200b\u200c\u2060\u00ad\ufeff") + word[place:]


def capitals(word: str, chance: Random) -> str:
    return "".join(letter.upper() if chance.random() < 0.5 and letter.isalpha() else letter for letter in word)


def decomposes(word: str, chance: Random) -> str:
    return unicodedata.normalize(chance.choice(["NFD", "NFKD"]), word)


def widens(word: str, chance: Random) -> str:
    return "".join(chr(ord(one) + 0xFEE0) if "a" <= one <= "z" and chance.random() < 0.4 else one for one in word)


def joins(word: str, chance: Random) -> str:
    return word.replace(" ", "")


STEPS = [no_marks, looks, repeats, hides, capitals]
LAST = [splits, joins, decomposes, widens, lambda word, chance: word]


@given(
    word=st.sampled_from(BAD),
    steps=st.lists(st.sampled_from(STEPS), max_size=3, unique=True),
    last=st.sampled_from(LAST),
    seed=st.integers(0, 2**32),
)
def test_a_phrase_is_found_through_any_dodges(word, steps, last, seed):
    chance = Random(seed)
    dodged = word
    for step in sorted(steps, key=STEPS.index):
        dodged = step(dodged, chance)
    dodged = last(dodged, chance)
    text = f"Thật là {dodged} hết chỗ nói"
    found = [match for match in MATCHER.find(text) if match.entry.text == word]
    assert found, f"{word} as {dodged!r}"
    assert text[found[0].start : found[0].end] == found[0].text


@given(
    text=st.sampled_from(INNOCENT),
    form=st.sampled_from(["NFC", "NFD"]),
    frame=st.sampled_from(["{}", "({})", "“{}”!", "Ồ! {} 😀"]),
)
def test_an_innocent_text_stays_innocent_in_every_form_and_frame(text, form, frame):
    assert LIST.find(unicodedata.normalize(form, frame.format(text))) == []


@given(text=st.text(max_size=60))
def test_whatever_is_typed_the_places_fit(text):
    for match in LIST.find(text):
        assert 0 <= match.start < match.end <= len(text)
        assert text[match.start : match.end] == match.text


@given(text=st.text(alphabet="địtmẹcặlồn.* -_1@4oк\u200b\u0323\u0302😀", max_size=40))
def test_whatever_is_dodged_the_places_fit(text):
    for match in LIST.find(text):
        assert text[match.start : match.end] == match.text


@pytest.mark.parametrize("entry", starter.entries(), ids=lambda entry: entry.text)
def test_every_word_of_the_starter_list_is_found_as_it_stands(entry):
    assert Matcher([entry]).find(f"nói {entry.text} nhé")
    assert syllables_of(entry.text)
