"""Which items of two sequences stay: found in bounded time, whatever the sequences are.

Items that occur once on both sides are certain, and the longest chain of them is taken first (as Bram Cohen's patience
diff does); between them the shortest edit is looked for (Myers 1986, "An O(ND) difference algorithm"), as far as the
budget of steps goes. Where it ends nothing more is recognised as the same: coarser, never wrong.
"""

from bisect import bisect_left
from collections.abc import Hashable, Iterable, Sequence
from typing import NamedTuple

STEPS = 300_000  # of one alignment; about a tenth of a second
EDITS = 160  # between two certain items; beyond this many it is another text


class Match(NamedTuple):
    """`length` items from `before` on are those from `after` on."""

    before: int
    after: int
    length: int


class _Range(NamedTuple):
    before: int
    before_end: int
    after: int
    after_end: int


class _Chain(NamedTuple):
    weight: float
    place: tuple[int, int]
    rest: "_Chain | None"


def matches(before: Sequence[Hashable], after: Sequence[Hashable]) -> list[Match]:
    """What stays, in order. What lies between two matches is deleted or inserted."""
    found: list[Match] = []
    steps = STEPS
    waiting = [_Range(0, len(before), 0, len(after))]
    while waiting:
        head, middle, tail = _ends(before, after, waiting.pop())
        found += [match for match in (head, tail) if match.length]
        steps -= middle.before_end - middle.before + middle.after_end - middle.after
        if middle.before == middle.before_end or middle.after == middle.after_end or steps < 0:
            continue
        if anchors := _anchors(before, after, middle):
            waiting += _between(anchors, middle)
        else:
            pairs, arrived, spent = _in_the_middle(before, after, middle)
            steps -= spent
            found += [Match(one, other, 1) for one, other in pairs]
            if pairs and not arrived:
                waiting.append(middle._replace(before=pairs[-1][0] + 1, after=pairs[-1][1] + 1))
    return _joined(sorted(found))


def heaviest_chain(candidates: Iterable[tuple[int, int, float]]) -> list[tuple[int, int]]:
    """The places (before, after), both rising, that weigh most together. The candidates come by place before."""
    ends: list[int] = []  # rising, as the weights of the chains that end there
    chains: list[_Chain] = []
    for before, after, weight in sorted(candidates, key=lambda place: (place[0], -place[1])):
        at = bisect_left(ends, after)
        rest = chains[at - 1] if at else None
        chain = _Chain(weight + (rest.weight if rest else 0), (before, after), rest)
        worse = at
        while worse < len(ends) and chains[worse].weight <= chain.weight:
            worse += 1
        if worse > at or at == len(ends) or ends[at] != after:
            ends[at:worse], chains[at:worse] = [after], [chain]
    places = []
    last = chains[-1] if chains else None
    while last:
        places.append(last.place)
        last = last.rest
    return places[::-1]


def _ends(before: Sequence[Hashable], after: Sequence[Hashable], whole: _Range) -> tuple[Match, _Range, Match]:
    """What both have in common at the head and at the tail, and the rest in the middle."""
    first, first_end, second, second_end = whole
    while first < first_end and second < second_end and before[first] == after[second]:
        first, second = first + 1, second + 1
    while first < first_end and second < second_end and before[first_end - 1] == after[second_end - 1]:
        first_end, second_end = first_end - 1, second_end - 1
    head = Match(whole.before, whole.after, first - whole.before)
    tail = Match(first_end, second_end, whole.before_end - first_end)
    return head, _Range(first, first_end, second, second_end), tail


def _anchors(before: Sequence[Hashable], after: Sequence[Hashable], middle: _Range) -> list[tuple[int, int]]:
    """Items that occur once on both sides, as many as stand in the same order."""
    here = _single(before, middle.before, middle.before_end)
    there = _single(after, middle.after, middle.after_end)
    return heaviest_chain((place, there[item], 1.0) for item, place in here.items() if item in there)


def _single(items: Sequence[Hashable], start: int, end: int) -> dict[Hashable, int]:
    """Where the items stand that occur once."""
    places: dict[Hashable, int] = {}
    repeated = set()
    for place in range(start, end):
        if items[place] in places:
            repeated.add(items[place])
        places[items[place]] = place
    return {item: place for item, place in places.items() if item not in repeated}


def _between(anchors: list[tuple[int, int]], middle: _Range) -> list[_Range]:
    """The ranges that the anchors part; each begins with its anchor."""
    starts = [(middle.before, middle.after), *anchors]
    stops = [*anchors, (middle.before_end, middle.after_end)]
    return [_Range(one[0], other[0], one[1], other[1]) for one, other in zip(starts, stops, strict=True)]


def _in_the_middle(
    before: Sequence[Hashable], after: Sequence[Hashable], middle: _Range
) -> tuple[list[tuple[int, int]], bool, int]:
    """Pairs of equal items on a short path through the range, whether it arrived at the end, and what it cost."""
    common = set(before[middle.before : middle.before_end]) & set(after[middle.after : middle.after_end])
    ours = [place for place in range(middle.before, middle.before_end) if before[place] in common]
    theirs = [place for place in range(middle.after, middle.after_end) if after[place] in common]
    path, arrived, spent = _shortest_path([before[place] for place in ours], [after[place] for place in theirs])
    return [(ours[one], theirs[other]) for one, other in path], arrived, spent


def _shortest_path(before: list[Hashable], after: list[Hashable]) -> tuple[list[tuple[int, int]], bool, int]:
    furthest: dict[int, int] = {1: 0}  # diagonal (before minus after): how far before
    trail = []
    for edits in range(min(EDITS, len(before) + len(after)) + 1):
        trail.append(furthest.copy())
        for diagonal in range(-edits, edits + 1, 2):
            place = _reached(furthest, diagonal, edits)
            while place < len(before) and place - diagonal < len(after) and before[place] == after[place - diagonal]:
                place += 1
            furthest[diagonal] = place
            if place >= len(before) and place - diagonal >= len(after):
                return _walked_back(trail, place, diagonal), True, edits * edits
    inside = [
        (2 * place - diagonal, place, diagonal)
        for diagonal, place in furthest.items()
        if place <= len(before) and place - diagonal <= len(after)
    ]
    best = max(inside, default=(0, 0, 0))
    return _walked_back(trail, best[1], best[2]), False, EDITS * EDITS


def _reached(furthest: dict[int, int], diagonal: int, edits: int) -> int:
    """How far one more insertion or deletion leads on the diagonal."""
    if diagonal == -edits or (diagonal != edits and furthest[diagonal - 1] < furthest[diagonal + 1]):
        return furthest[diagonal + 1]
    return furthest[diagonal - 1] + 1


def _walked_back(trail: list[dict[int, int]], place: int, diagonal: int) -> list[tuple[int, int]]:
    """The equal pairs on the way to the place."""
    pairs = []
    for edits in range(len(trail) - 1, -1, -1):
        furthest = trail[edits]
        if (diagonal - edits) % 2:  # reached with one edit less: the trail's last round did not touch it
            continue
        start = _reached(furthest, diagonal, edits)
        pairs += [(one, one - diagonal) for one in range(place - 1, start - 1, -1)]
        down = diagonal == -edits or (diagonal != edits and furthest[diagonal - 1] < furthest[diagonal + 1])
        diagonal += 1 if down else -1
        place = furthest.get(diagonal, 0)
    return pairs[::-1]


def _joined(found: list[Match]) -> list[Match]:
    joined: list[Match] = []
    for match in found:
        last = joined[-1] if joined else None
        if last and (last.before + last.length, last.after + last.length) == (match.before, match.after):
            joined[-1] = last._replace(length=last.length + match.length)
        else:
            joined.append(match)
    return joined
