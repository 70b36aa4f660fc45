"""The watched words in a text."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from comments.models import Strictness
from comments.moderation.words.entries import Entry, Spelling, skeleton
from comments.moderation.words.letters import Canonical, canonical
from comments.moderation.words.marks import Marks, compare
from comments.moderation.words.reading import Place, undone
from comments.moderation.words.trie import plant, walk
from news.vietnamese.letters import fold

_MASK = re.compile(r"(?<=[^\W\d_])(?:[*#•●×?!_]{1,3}(?=[^\W\d_])|[.…-](?=[^\W\d_])|[*#]{1,3}(?=\W|$))")
_FILLINGS = ("a", "e", "i", "o", "u", "g", "n", "h", "t", "c")  # what is masked is mostly the vowel
_PAIRS = ("uo", "ie", "ua", "oa")
MASKS = 6  # a text; who masks more has said enough with the first ones
REACH, REACH_ON = (
    24,
    80,
)  # letters before a mask where a word that contains it may begin, and behind it where one may end
_LETTERLIKE = "@$|"  # signs that stand for letters


@dataclass(frozen=True)
class Match:
    """An entry, its place in the original text, the words that stand there, and what had to be undone to see it."""

    entry: Entry
    start: int
    end: int
    text: str
    undone: frozenset[str]


class _Folded(dict[int, str]):
    """For str.translate: each canonical letter folded, one for one."""

    def __missing__(self, code: int) -> str:
        self[code] = letter = (fold(chr(code)) or ".")[:1]
        return letter


_FOLDED = _Folded()


@dataclass(frozen=True)
class _Read:
    """A text in the three forms that are asked: as it is marked, folded, and what the tree is walked with."""

    canonical: Canonical
    letters: str
    plain: str
    masked: frozenset[int] = frozenset()
    start: int = 0  # the stretch that is searched
    stop: int | None = None

    def begins(self, until: int) -> Iterator[tuple[int, int]]:
        """Where words begin up to there: in the letters, and among those that count for the tree."""
        counted, before = 0, self.plain[self.start - 1] if self.start else " "
        for place in range(self.start, until):
            letter = self.plain[place]
            if letter.isalnum() or letter in _LETTERLIKE:
                if not before.isalnum() or letter in _LETTERLIKE:
                    yield place, counted
                counted += 1
            before = letter

    @cached_property
    def walked(self) -> str:
        """The skeleton of the stretch, without gaps."""
        stretch = self.plain[self.start : self.stop]
        return skeleton("".join([letter for letter in stretch if letter.isalnum() or letter in _LETTERLIKE]))


class Matcher:
    """Finds the entries that it is made of; safe to share between threads."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self.entries = list(entries)
        self._root = plant(self.entries)

    def find(self, text: str, sections: Collection[int] = ()) -> list[Match]:
        """Matches of entries for everywhere and for these sections, in the order of their places."""
        if not self._root:
            return []
        read = _read(text)
        found = {(match.entry, match.start): match for match in self._search(read, len(read.letters), sections)}
        for unmasked, until in _unmasked(read):
            for match in self._search(unmasked, until, sections):
                found.setdefault((match.entry, match.start), match)
        return sorted(found.values(), key=lambda match: (match.start, -match.end))

    def _search(self, read: _Read, until: int, sections: Collection[int]) -> Iterator[Match]:
        walked = read.walked
        for place, counted in read.begins(until):
            for entry, spelling in walk(self._root, walked, counted):
                if entry.section is None or entry.section in sections:
                    match = _match(read, place, entry, spelling)
                    if match:
                        yield match


def _read(text: str) -> _Read:
    seen = canonical(text)
    return _Read(seen, seen.letters, seen.letters.translate(_FOLDED))


def _unmasked(read: _Read) -> Iterator[tuple[_Read, int]]:
    """The text with each masked letter as each that it may be, and where a word with it may begin."""
    for number, mask in enumerate(_MASK.finditer(read.letters)):
        if number == MASKS:
            return
        if mask[0] in ".…-" and not _is_masking(read, mask.start()):
            continue
        since, until, length = max(0, mask.start() - REACH), mask.end(), len(mask[0])
        places = frozenset(range(*mask.span()))
        for letters in _FILLINGS if length == 1 else (*_FILLINGS, *_PAIRS):
            filled = letters.ljust(length)
            marked, plain = (_put(filled, form, mask) for form in (read.letters, read.plain))
            yield _Read(read.canonical, marked, plain, places, since, until + REACH_ON), until


def _put(filled: str, form: str, mask: "re.Match[str]") -> str:
    return form[: mask.start()] + filled + form[mask.end() :]


def _is_masking(read: _Read, place: int) -> bool:
    """Whether a dot stands for a letter: small letters without any vowel about it, and no number behind (đ.t 024…)."""
    around = re.search(r"[^\W_]*$", read.plain[:place])[0] + re.match(r"[^\W_]*", read.plain[place + 1 :])[0]  # type: ignore[index]
    start = read.canonical.starts[place]
    typed = read.canonical.original[max(0, start - 1) : start]
    number = re.match(r".[^\W_]*[.:\s]*\d", read.letters[place:])
    return typed.islower() and not number and not re.search("[aeiouy]", around)


def _match(read: _Read, place: int, entry: Entry, spelling: Spelling) -> Match | None:
    found = entry.pattern(spelling).match(read.plain, place)
    if not found:
        return None
    if read.masked and (not read.masked & set(range(*found.span())) or entry.strictness != Strictness.DODGE_PROOF):
        return None
    why = undone(entry, spelling, Place(read.canonical, read.letters, found, read.masked))
    if why is None or _is_excepted(read, entry, found):
        return None
    start, end = read.canonical.span(*found.span())
    return Match(entry, start, end, read.canonical.original[start:end], why)


def _is_excepted(read: _Read, entry: Entry, found: "re.Match[str]") -> bool:
    """Whether the match lies within a phrase in which the entry is innocent, as that phrase is written or without marks."""
    for phrase, pattern in entry.innocent:
        for other in pattern.finditer(read.plain, max(0, found.start() - 60), found.end() + 60):
            covers = other.start() <= found.start() and found.end() <= other.end()
            if covers and _is_written(read, other, phrase):
                return True
    return False


def _is_written(read: _Read, found: "re.Match[str]", phrase: tuple[str, ...]) -> bool:
    written = [read.letters[slice(*found.span(number))] for number in range(1, len(phrase) + 1)]
    return all(compare(each, meant) in {Marks.SAME, Marks.BARE} for each, meant in zip(written, phrase, strict=True))
