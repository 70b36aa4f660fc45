"""Diacritics: whether a syllable, as written, is the one meant, or an innocent word that looks like it."""

import unicodedata
from enum import Enum
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path

from news.vietnamese.letters import fold
from news.vietnamese.syllables import is_syllable

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_SWAPS = (
    ("f", "ph"),
    ("w", "qu"),
    ("w", "u"),
    ("z", "gi"),
    ("z", "d"),
    ("j", "gi"),
    ("d", "gi"),
    ("gi", "d"),
    ("j", "d"),
)
NEIGHBOURS = Path(__file__).parent / "data" / "neighbours.txt"


class Marks(Enum):
    """How the marks of a written syllable stand to those of the one meant."""

    SAME = "same"
    BARE = "bare"  # none at all, where the other has some
    WRONG = "wrong"  # others, and what they make is no word
    OTHER = "other"  # others, and what they make is a word of its own


SYLLABLES_KEPT = 20_000  # judged syllables in memory: more than Vietnamese has


@lru_cache(SYLLABLES_KEPT)
def compare(written: str, meant: str) -> Marks:
    """The written syllable (canonical letters alone, look-alikes and repeats as typed) beside the one that is meant."""
    resolved = resolve(once(written), once(meant))
    if parts(resolved) == parts(once(meant)):
        return Marks.SAME
    if resolved.isascii():
        return Marks.BARE
    return Marks.OTHER if is_word(resolved) else Marks.WRONG


def resolve(written: str, meant: str) -> str:
    """The written syllable with look-alikes and teencode as the letters that they stand for."""
    bare = fold(meant)
    for short, long in (("", ""), *_SWAPS):
        if bare.startswith(long) and written.startswith(short):
            spelled = long + written[len(short) :]
            if len(spelled) == len(bare):
                resolved = "".join(map(_resolved, spelled, bare, meant))
                return bare if written.isascii() and resolved != meant else resolved
    return bare


def _resolved(typed: str, bare: str, meant: str) -> str:
    """A letter as it is marked; a figure or sign in its place has no marks, so it gets those that are meant."""
    if fold(typed) == bare:
        return typed
    return bare if typed.isalpha() else meant


@lru_cache(SYLLABLES_KEPT)
def once(letters: str) -> str:
    """Each stretch of one letter as one, whichever of its marks it bears last: lồnnn is lồn, đoồng is đồng."""
    runs = (list(run) for _letter, run in groupby(letters, key=_folded))
    return "".join(max(run, key=lambda letter: (not letter.isascii(), letter)) for run in runs)


@lru_cache(SYLLABLES_KEPT)
def parts(syllable: str) -> tuple[str, str]:
    """Letters and tone apart, so that hòa and hoà are one."""
    decomposed = unicodedata.normalize("NFD", syllable.lower())
    tone = "".join(mark for mark in decomposed if mark in _TONES)
    return unicodedata.normalize("NFC", "".join(mark for mark in decomposed if mark not in _TONES)), tone


@lru_cache(SYLLABLES_KEPT)
def is_word(syllable: str) -> bool:
    """Whether the syllable is a word of its own: among those known for its folded form, else anything that can be spelt."""
    known = neighbours().get(fold(syllable))
    if known is None:
        return is_syllable(syllable)
    return parts(syllable) in {parts(one) for one in known}


@cache
def stands_alone(syllable: str) -> bool:
    """Whether the syllable is the only word with its folded form, so that nobody means another who leaves out marks."""
    known = neighbours().get(fold(syllable))
    return known is not None and all(parts(one) == parts(syllable) for one in known)


@lru_cache(SYLLABLES_KEPT)
def _folded(letter: str) -> str:
    return fold(letter)


@cache
def neighbours() -> dict[str, frozenset[str]]:
    """Innocent words by their folded form."""
    lines = (line.split("#")[0].split(":") for line in NEIGHBOURS.read_text("utf-8").splitlines())
    return {line[0].strip(): frozenset(line[1].split()) for line in lines if len(line) == 2}
