"""The watched words in a text."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice

from comments.models import Strictness
from comments.moderation.words.entries import Entry, Spelling, skeleton
from comments.moderation.words.letters import Canonical, canonical, shortened
from comments.moderation.words.marks import Marks, compare
from comments.moderation.words.reading import BARE, Place, undone
from comments.moderation.words.trie import WILD, Candidate, plant, walk, walk_masked
from news.vietnamese.letters import fold
from news.vietnamese.typing import typed_out

_MASK = re.compile(r"(?<=[^\W\d_])(?:[*#•●×?!_]{1,3}(?=[^\W\d_])|[.…-](?=[^\W\d_])|[*#]{1,3}(?=\W|$))")
MASKS = 6  # a text; who masks more has said enough with the first ones
_PLAIN_WORD = re.compile(r"(?<![^\W_])[a-z][a-z0-9]{2,9}(?![^\W_])")
REACH, REACH_ON = (
    24,
    80,
)  # letters before a mask where a word that contains it may begin, and behind it where one may end
_LETTERLIKE = "@$|" + WILD  # signs that stand for letters


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
    retyped: frozenset[int] = frozenset()
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
        found: dict[tuple[Entry, int], Match] = {}
        for here, place, (entry, spelling) in chain(self._plain(read), self._masked(read), self._retyped(read)):
            if entry.section is None or entry.section in sections:
                match = _match(here, place, entry, spelling)
                if match:
                    found.setdefault((entry, match.start), match)
        return sorted(found.values(), key=lambda match: (match.start, -match.end))

    def _plain(self, read: _Read) -> Iterator[tuple[_Read, int, Candidate]]:
        """What could stand where, as it is written."""
        for place, counted in read.begins(len(read.plain)):
            for candidate in walk(self._root, read.walked, counted):
                yield read, place, candidate

    def _masked(self, read: _Read) -> Iterator[tuple[_Read, int, Candidate]]:
        """What could stand there if a masked letter is any other; each with that letter filled in."""
        for stretch, mask in _masks(read):
            for place, counted in stretch.begins(mask.start()):
                for candidate, letters in walk_masked(self._root, stretch.walked, counted):
                    filled = letters.ljust(len(mask[0]), letters[-1])[: len(mask[0])]
                    yield _filled(read, mask, filled), place, candidate

    def _retyped(self, read: _Read) -> Iterator[tuple[_Read, int, Candidate]]:
        """What could stand there if the typing program had been on."""
        meant = _typed_out(read)
        if meant:
            yield from ((here, place, candidate) for here, place, candidate in self._plain(meant))


def _read(text: str) -> _Read:
    seen = shortened(canonical(text))
    return _Read(seen, seen.letters, seen.letters.translate(_FOLDED))


def _masks(read: _Read) -> Iterator[tuple[_Read, "re.Match[str]"]]:
    """The stretch about each mask, with as many wild letters in it as the mask may stand for."""
    masks = (one for one in _MASK.finditer(read.letters) if one[0] not in ".…-" or _is_masking(read, one.start()))
    for mask in islice(masks, MASKS):
        since, until = max(0, mask.start() - REACH), mask.end() + REACH_ON
        for wild in {1, min(len(mask[0]), 2)}:
            plain = _put((WILD * wild).ljust(len(mask[0])), read.plain, mask)
            yield _Read(read.canonical, read.letters, plain, start=since, stop=until), mask


def _filled(read: _Read, mask: "re.Match[str]", filled: str) -> _Read:
    """The text with other letters in place of the mask."""
    marked, plain = (_put(filled, form, mask) for form in (read.letters, read.plain))
    return _Read(read.canonical, marked, plain, frozenset(range(*mask.span())))


def _typed_out(read: _Read) -> _Read | None:
    """The text with what Telex and VNI left over as it was meant; None where nothing was."""
    starts, ends, letters, retyped, reached = [], [], "", set(), 0
    for word in _PLAIN_WORD.finditer(read.letters):
        if meant := typed_out(word[0]):
            letters += read.letters[reached : word.start()]
            retyped |= set(range(len(letters), len(letters) + len(meant)))
            kept = (*range(reached, word.start()), *range(word.start(), word.start() + len(meant)))
            starts += [read.canonical.starts[place] for place in kept]
            ends += [read.canonical.ends[place] for place in kept[:-1]] + [read.canonical.ends[word.end() - 1]]
            letters, reached = letters + meant, word.end()
    if not retyped:
        return None
    starts += read.canonical.starts[reached : len(read.letters)]
    ends += read.canonical.ends[reached : len(read.letters)]
    letters += read.letters[reached:]
    seen = Canonical(read.canonical.original, letters, starts, ends)
    return _Read(seen, letters, letters.translate(_FOLDED), retyped=frozenset(retyped))


def _put(filled: str, form: str, mask: "re.Match[str]") -> str:
    return form[: mask.start()] + filled + form[mask.end() :]


def _is_masking(read: _Read, place: int) -> bool:
    """Whether a dot stands for a letter: small letters without any vowel about it, and no number behind (đ.t 024…)."""
    before, behind = re.search(r"[^\W_]*$", read.plain[:place]), re.match(r"[^\W_]*", read.plain[place + 1 :])
    around = "".join(found[0] for found in (before, behind) if found)
    start = read.canonical.starts[place]
    typed = read.canonical.original[max(0, start - 1) : start]
    number = re.match(r".[^\W_]*[.:\s]*\d", read.letters[place:])
    return typed.islower() and not number and not re.search("[aeiouy]", around)


def _match(read: _Read, place: int, entry: Entry, spelling: Spelling) -> Match | None:
    found = entry.pattern(spelling).match(read.plain, place)
    if not found:
        return None
    if read.retyped and (not read.retyped & set(range(*found.span())) or entry.strictness != Strictness.DODGE_PROOF):
        return None
    if read.masked and (not read.masked & set(range(*found.span())) or entry.strictness != Strictness.DODGE_PROOF):
        return None
    why = undone(entry, spelling, Place(read.canonical, read.letters, found, read.masked, read.retyped))
    if why is None or _is_excepted(read, entry, found, BARE in why):
        return None
    start, end = read.canonical.span(*found.span())
    return Match(entry, start, end, read.canonical.original[start:end], why)


def _is_excepted(read: _Read, entry: Entry, found: "re.Match[str]", is_bare: bool) -> bool:
    """Whether the match lies within a phrase in which the entry is innocent, as that phrase is written or without marks.

    A phrase that differs from the entry in its marks alone is about texts without marks.
    """
    for phrase, pattern in entry.innocent:
        if not is_bare and fold(" ".join(phrase)) == entry.spellings[0].plain:
            continue
        for other in pattern.finditer(read.plain, max(0, found.start() - 60), found.end() + 60):
            covers = other.start() <= found.start() and found.end() <= other.end()
            if covers and _is_written(read, other, phrase):
                return True
    return False


def _is_written(read: _Read, found: "re.Match[str]", phrase: tuple[str, ...]) -> bool:
    written = [read.letters[slice(*found.span(number))] for number in range(1, len(phrase) + 1)]
    return all(compare(each, meant) in {Marks.SAME, Marks.BARE} for each, meant in zip(written, phrase, strict=True))
