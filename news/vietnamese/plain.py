"""Plain text as readers and archives send it, made safe to store and show: see clean_line and clean_text."""

import re
import unicodedata

from news.vietnamese.letters import BLANK_LETTERS, collapse, nfc

MARKS_PER_LETTER = 2  # after NFC no Vietnamese letter needs any, other scripts need two; Zalgo text piles up dozens

_LINE_BREAKS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_SPACES_IN_A_LINE = re.compile(r"[^\S\n]+")
_ZWJ = "\u200d"  # zero width joiner: holds the people of a family emoji together
_EMOJI_TRIMMINGS = frozenset("\ufe0f🏻🏼🏽🏾🏿")  # emoji presentation, skin tones


def clean_line(text: str) -> str:
    """One line in NFC: nothing invisible, no piled-up marks, every stretch of white space one space."""
    return collapse(clean_text(text))


def clean_text(text: str) -> str:
    """Running text in NFC: as clean_line, but line breaks stay, at most two in a row."""
    letters = clean_letters(_LINE_BREAKS.sub("\n", text))
    lines = (_SPACES_IN_A_LINE.sub(" ", line).strip() for line in letters.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def clean_letters(text: str) -> str:
    """A piece of a text in NFC without the invisible and the piled-up; its white space stays as it is."""
    return _without_zalgo(nfc(_without_the_invisible(text)))


def _without_the_invisible(text: str) -> str:
    return "".join(letter for place, letter in enumerate(text) if not _is_unwanted(letter) or _joins_emoji(text, place))


def _is_unwanted(letter: str) -> bool:
    """Controls, direction marks, zero-width characters, half surrogates and code points that are no characters."""
    category = unicodedata.category(letter)
    if category in {"Cc", "Cf", "Cs"}:
        return letter not in "\n\t"
    return letter in BLANK_LETTERS or (category == "Cn" and _is_noncharacter(ord(letter)))


def _is_noncharacter(code: int) -> bool:
    return code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF  # Unicode Standard, section 23.7


def _joins_emoji(text: str, place: int) -> bool:
    if text[place] != _ZWJ or not 0 < place < len(text) - 1:
        return False
    before, after = text[place - 1], text[place + 1]
    return (before in _EMOJI_TRIMMINGS or unicodedata.category(before) == "So") and unicodedata.category(after) == "So"


def _without_zalgo(text: str) -> str:
    """At most MARKS_PER_LETTER combining marks stay on a letter, none where there is no letter to carry them."""
    kept: list[str] = []
    room = 0
    for letter in text:
        if unicodedata.category(letter) not in {"Mn", "Me"}:
            room = 0 if letter.isspace() else MARKS_PER_LETTER
        elif room == 0:
            continue
        else:
            room -= 1
        kept.append(letter)
    return "".join(kept)
