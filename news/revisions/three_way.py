"""Where two people changed the same base: stretches that both left alone, that one changed, that both changed."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from news.revisions.pairing import Unit, pairs


class Stretch(NamedTuple):
    """The same stretch in the base and on both sides, each as a range of places."""

    base: range
    mine: range
    theirs: range


class _Change(NamedTuple):
    """A stretch of the base that one side changed, and how many units it has there now."""

    start: int
    end: int
    length: int
    mine: bool


def stretches(base: Sequence[Unit], mine: Sequence[Unit], theirs: Sequence[Unit]) -> Iterator[Stretch]:
    """Everything of all three, in order: unit by unit where nobody changed anything, in one where changes overlap.

    Changes to neighbouring units do not overlap; two insertions at one place do.
    """
    here = Stretch(range(0), range(0), range(0))
    changes = sorted([*_changes(base, mine, True), *_changes(base, theirs, False)])
    for group in _overlapping(changes):
        start, end = group[0].start, max(change.end for change in group)
        yield from _unchanged(here, start)
        here = _after(here, start - here.base.stop, *_lengths(group, start, end))
        yield here
    yield from _unchanged(here, len(base))


def _changes(base: Sequence[Unit], side: Sequence[Unit], mine: bool) -> Iterator[_Change]:
    """What the side changed: each version of a unit by itself, what lies between in one."""
    start = at = length = 0  # of what was deleted and inserted since the last unit that has a version
    for one, other in pairs(base, side):
        if one is None or other is None:
            at += one is not None
            length += other is not None
            continue
        if at > start or length:
            yield _Change(start, at, length, mine)
        if base[one].key != side[other].key:
            yield _Change(one, one + 1, 1, mine)
        start, at, length = one + 1, one + 1, 0
    if at > start or length:
        yield _Change(start, at, length, mine)


def _overlapping(changes: list[_Change]) -> Iterator[list[_Change]]:
    group: list[_Change] = []
    end = 0
    for change in changes:
        same_place = group and change.start == change.end == group[0].start == end
        if group and not same_place and change.start >= end:
            yield group
            group = []
        end = max(end, change.end) if group else change.end
        group.append(change)
    if group:
        yield group


def _lengths(group: list[_Change], start: int, end: int) -> tuple[int, int, int]:
    """How many units the stretch has in the base, in mine, in theirs."""
    grown = [sum(one.length - (one.end - one.start) for one in group if one.mine == side) for side in (True, False)]
    return end - start, end - start + grown[0], end - start + grown[1]


def _after(here: Stretch, skipped: int, *lengths: int) -> Stretch:
    """The stretch of these lengths that begins `skipped` units after the end of this one."""
    starts = (side.stop + skipped for side in here)
    return Stretch(*(range(start, start + length) for start, length in zip(starts, lengths, strict=True)))


def _unchanged(here: Stretch, end: int) -> Iterator[Stretch]:
    return (_after(here, step, 1, 1, 1) for step in range(end - here.base.stop))
