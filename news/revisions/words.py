"""Words as a newsroom sees them: syllables, punctuation apart, numbers and symbols of documents in one piece."""

import re
from collections.abc import Iterator
from itertools import accumulate, pairwise
from typing import NamedTuple


class Look(NamedTuple):
    """How letters are set: what they are emphasised by, and where they link to."""

    emphasis: frozenset[str] = frozenset()
    address: str = ""
    title: str = ""


PLAIN = Look()
LINE_BREAK = "\n"
CELL = "\t"  # between two cells of a table's row
PICTURE = "\ufffc"  # with an address behind it: a picture among words


class Word(NamedTuple):
    """A word, how its letters look, and the white space behind it, which is never a change of its own."""

    letters: str
    space: str = ""
    parts: tuple[tuple[str, Look], ...] = ()


# A dot, comma, colon, dash or slash inside holds a number together (1.234,5; 20:21; 30/2020/NĐ-CP), but no plain words.
_WORD = re.compile(r"([^\W_][\w\u0300-\u036f]*(?:[./,:–-][\w\u0300-\u036f]+)*%?|\S)(\s*)")
_INNER = re.compile(r"[\w\u0300-\u036f]+|.")
_SENTENCE_END = ".!?…"


def leading_space(text: str) -> str:
    """The white space before the first word."""
    return text[: len(text) - len(text.lstrip())]


def words(text: str) -> list[Word]:
    """The words of plain text; leading space and words together are the text."""
    return [Word(letters, space) for letters, space in _split(text)]


def words_of(parts: list[tuple[str, Look]]) -> Iterator[Word]:
    """The words of a line in which the look changes from part to part, also inside a word."""
    starts = [0, *accumulate(len(text) for text, _look in parts)]
    text = "".join(text for text, _look in parts)
    at, part = len(leading_space(text)), 0
    for letters, space in _split(text):
        end, pieces = at + len(letters), []
        while starts[part + 1] <= at:
            part += 1
        while at < end:
            stop = min(end, starts[part + 1])
            if stop > at:
                pieces.append((text[at:stop], parts[part][1]))
            at = stop
            part += stop < end
        yield Word(letters, space, tuple(pieces))
        at += len(space)


def is_word(letters: str) -> bool:
    """Whether it is more than punctuation."""
    return letters[0].isalnum() or letters[0] == PICTURE


def ends_sentence(word: Word) -> bool:
    """Whether a sentence or a line ends with this mark."""
    return word.letters[-1] in _SENTENCE_END or word.letters == LINE_BREAK


def sentences(text: str) -> list[str]:
    """The text cut behind the white space that follows an end of a sentence or of a line; together they are the text."""
    cuts = [found.end() for found in re.finditer(r"[.!?…][”\"’»)\]]*\s+|\n\s*", text)]
    return [text[start:end] for start, end in pairwise([0, *cuts, len(text)]) if end > start]


def _split(text: str) -> Iterator[tuple[str, str]]:
    for letters, space in _WORD.findall(text):
        if len(letters) == 1 or letters.isalpha() or any(letter.isdigit() for letter in letters):
            yield letters, space
        else:
            inner = _INNER.findall(letters)
            yield from ((one, "") for one in inner[:-1])
            yield inner[-1], space
