"""Vietnamese letters in Unicode: one stored form, one folded form, and how many of them a person sees."""

import re
import unicodedata

_VOWEL_MARKS = "\u0302\u0306\u031b"  # circumflex, breve, horn: they make another letter
_TONES = "\u0300\u0301\u0303\u0309\u0323"  # huyền, sắc, ngã, hỏi, nặng
_MARKED_VOWEL = re.compile(f"(?<=[aeouAEOU])[{_VOWEL_MARKS}{_TONES}]{{2,}}")
_STAND_INS = str.maketrans({"ð": "đ", "Ð": "Đ"})  # Icelandic eth, typed or converted in place of đ
_D_WITH_STROKE = str.maketrans({"đ": "d", "Đ": "D"})  # Unicode does not decompose it
_UNSEEN = frozenset({"Mn", "Me", "Cf", "Cc", "Cs"})

BLANK_LETTERS = frozenset(
    "\u115f\u1160\u2800\u3164\uffa0"
)  # Hangul fillers, empty Braille: letters with nothing to see


def nfc(text: str) -> str:
    """The text with one code point for each Vietnamese letter, however it was typed.

    Beyond Unicode's NFC (UAX #15) it joins a tone that was typed before the vowel's own mark (é + circumflex is ế),
    and mends eth to đ.
    """
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFD", text.translate(_STAND_INS))
    return unicodedata.normalize("NFC", _MARKED_VOWEL.sub(_vowel_marks_first, decomposed))


def eths(text: str) -> int:
    """How many times eth stands in for đ: what nfc() will mend, for a note to the editor."""
    return text.count("ð") + text.count("Ð")


def fold(text: str) -> str:
    """The text without diacritics and capitals: hoà, hòa and HOA all become hoa; đ becomes d."""
    decomposed = unicodedata.normalize("NFD", text.translate(_STAND_INS).translate(_D_WITH_STROKE).lower())
    return "".join(letter for letter in decomposed if unicodedata.category(letter) != "Mn")


def collapse(text: str) -> str:
    """The text on one line, each stretch of white space a single space, none at the ends."""
    return " ".join(text.split())


def visible_length(text: str) -> int:
    """How many characters a person sees: combining marks, format and control characters do not count."""
    return sum(is_visible(letter) for letter in nfc(text))


def is_visible(letter: str) -> bool:
    """Whether one character takes a place of its own on the page; a line break does, as a space would."""
    return letter == "\n" or (unicodedata.category(letter) not in _UNSEEN and letter not in BLANK_LETTERS)


def _vowel_marks_first(marks: re.Match[str]) -> str:
    return "".join(sorted(marks[0], key=lambda mark: mark not in _VOWEL_MARKS))
