"""Which block became which: the same ones first, then those that resemble each other."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from news.revisions.alignment import Match, heaviest_chain, matches

Pair = tuple[int | None, int | None]  # places before and after; None: not there

LIKE_ENOUGH = 0.4  # share of common words; below it is another paragraph
SAME_FAMILY = 0.5  # a photo where a photo was is another photo for it, whatever the captions say
COMPARISONS = 10_000  # in one gap; in a larger one each block is held only against those about its own place


class Unit(Protocol):
    """What can be paired: the same if its key is, a version of another by the words they share."""

    @property
    def key(self) -> object:
        """Equal for units that are the same."""

    @property
    def bag(self) -> frozenset[str]:
        """Its different words, never none."""

    @property
    def family(self) -> str:
        """Only units of one family are versions of each other."""


def pairs(before: Sequence[Unit], after: Sequence[Unit]) -> list[Pair]:
    """Every unit of both sides once, in order; what went comes before what came in its place."""
    made: list[Pair] = []
    here = there = 0
    same = matches([unit.key for unit in before], [unit.key for unit in after])
    for match in [*same, Match(len(before), len(after), 0)]:
        made += _gap(before, range(here, match.before), after, range(there, match.after))
        made += [(match.before + step, match.after + step) for step in range(match.length)]
        here, there = match.before + match.length, match.after + match.length
    return made


def _gap(before: Sequence[Unit], ours: range, after: Sequence[Unit], theirs: range) -> Iterator[Pair]:
    here, there = ours.start, theirs.start
    chain = heaviest_chain(_alike(before, ours, after, theirs)) if ours and theirs else []
    for one, other in [*chain, (ours.stop, theirs.stop)]:
        yield from ((place, None) for place in range(here, one))
        yield from ((None, place) for place in range(there, other))
        if one < ours.stop:
            yield one, other
        here, there = one + 1, other + 1


def _alike(
    before: Sequence[Unit], ours: range, after: Sequence[Unit], theirs: range
) -> Iterator[tuple[int, int, float]]:
    reach = max(1, COMPARISONS // len(ours) // 2)
    for step, place in enumerate(ours):
        middle = theirs.start + step * len(theirs) // len(ours)
        for other in range(max(theirs.start, middle - reach), min(theirs.stop, middle + reach + 1)):
            likeness = _likeness(before[place], after[other])
            if likeness >= LIKE_ENOUGH:
                yield place, other, likeness


def _likeness(one: Unit, other: Unit) -> float:
    """0.0 for nothing in common, 1.0 for the same words (Dice's coefficient)."""
    if one.family != other.family:
        return 0.0
    share = 2 * len(one.bag & other.bag) / (len(one.bag) + len(other.bag))
    return share if one.family == "text" else SAME_FAMILY + share / 2
