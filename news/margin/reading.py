"""A text as notes see it: its letters alone, so that no white space, line break or tag between them makes a difference.

static/news/margin-text.js reads what stands in the editor in the same way.
"""

import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from news.checks.visible import visible
from news.models.margin_notes import FIELDS
from news.revisions.content import Content
from news.vietnamese.letters import nfc

Span = tuple[int, int]  # where something begins and ends


@dataclass(frozen=True)
class Reading:
    """A text and its letters in NFC; `spans` says of each letter where it stands in the text."""

    text: str
    letters: str
    spans: list[Span]

    @classmethod
    def of(cls, text: str) -> Self:
        """The text, read."""
        read = [(letter, span) for letter, span in _letters(text) if _counts(letter)]
        return cls(text, "".join(letter for letter, _span in read), [span for _letter, span in read])

    def letters_before(self, place: int) -> int:
        """How many letters stand before a place of the text."""
        return bisect_left(self.spans, (place, place))

    def in_text(self, begin: int, end: int) -> Span:
        """Where the letters from `begin` to `end` (at least one) stand in the text."""
        return self.spans[begin][0], self.spans[end - 1][1]

    @cached_property
    def words(self) -> list[tuple[str, Span]]:
        """The words in small letters without marks around them, each with its letters' place among the letters."""
        words: list[tuple[str, Span]] = []
        begin = 0
        for number in range(1, len(self.letters) + 1):
            if number == len(self.letters) or self.text[self.spans[number - 1][1] : self.spans[number][0]]:
                words.append((_plain(self.letters[begin:number]), (begin, number)))
                begin = number
        return words


def letters_of(text: str) -> str:
    """The text's letters alone."""
    return Reading.of(text).letters


def readings_of(content: Content) -> dict[str, Reading]:
    """Each field that notes may speak of, as people see it."""
    shown = {"headline": content.headline, "standfirst": content.standfirst, "body": visible(content.body).text}
    return {field: Reading.of(shown[field]) for field in FIELDS}


def _letters(text: str) -> Iterator[tuple[str, Span]]:
    """Each letter as it is stored, and where it stands; marks stand with the letter that carries them."""
    if nfc(text) == text:
        yield from ((letter, (place, place + 1)) for place, letter in enumerate(text))
        return
    for begin, end in _clusters(text):
        yield from ((letter, (begin, end)) for letter in nfc(text[begin:end]))


def _clusters(text: str) -> Iterator[Span]:
    begin = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or not unicodedata.combining(text[place]):
            yield begin, place
            begin = place


def _counts(letter: str) -> bool:
    return not letter.isspace() and unicodedata.category(letter) not in {"Cf", "Cc"}


def _plain(word: str) -> str:
    folded = word.casefold()
    return "".join(letter for letter in folded if letter.isalnum()) or folded
