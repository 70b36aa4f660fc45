"""Two people's versions of one base, brought together. What clashes is kept from both sides until a person decides.

Nothing is ever lost silently: every word that either side wrote is in a part or in a clash.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import count, pairwise, zip_longest
from typing import Generic, TypeVar

from news.body.tree import Element, parse
from news.revisions.three_way import Stretch, stretches
from news.revisions.units import BodyUnit, Sentence, body_units
from news.revisions.words import sentences

Value = TypeVar("Value")


@dataclass(frozen=True)
class Clash(Generic[Value]):
    """What both sides changed, each in another way. An empty side: it was deleted there (or never was)."""

    base: Value
    mine: Value
    theirs: Value


class Choice(StrEnum):
    """What a person decides about a clash."""

    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"  # mine first


class Undecided(Exception):
    """Some clashes have no choice yet; `missing` holds their numbers."""

    def __init__(self, missing: list[int]) -> None:
        self.missing = missing
        super().__init__(missing)


@dataclass(frozen=True)
class Merge:
    """Merged text (or HTML) in parts; between them the clashes, in the order in which they stand."""

    parts: tuple[str | Clash[str], ...]
    is_html: bool = False

    @property
    def clashes(self) -> tuple[Clash[str], ...]:
        """What a person has to decide; the first has the number 0."""
        return tuple(part for part in self.parts if isinstance(part, Clash))


def merge_value(base: Value, mine: Value, theirs: Value) -> Value | Clash[Value]:
    """The value that somebody changed, or the clash if both did, each in another way."""
    if mine in (theirs, base):
        return theirs
    return mine if theirs == base else Clash(base, mine, theirs)


def merge_text(base: str, mine: str, theirs: str) -> Merge:
    """Plain text, sentence by sentence."""
    whole = merge_value(base, mine, theirs)
    if not isinstance(whole, Clash):
        return Merge((whole,) if whole else ())
    sides = [[Sentence(sentence) for sentence in sentences(side)] for side in (base, mine, theirs)]
    return Merge(tuple(filter(None, _merged_sentences(*sides))))


def merge_bodies(base: str, mine: str, theirs: str) -> Merge:
    """Clean bodies, block by block; inside lists, quotes and boxes item by item."""
    whole = merge_value(base, mine, theirs)
    if not isinstance(whole, Clash):
        return Merge((whole,) if whole else (), is_html=True)
    sides = [body_units(parse(side), "\n") for side in (base, mine, theirs)]
    return Merge(tuple(filter(None, _merged_blocks(*sides))), is_html=True)


def settle(merge: Merge, choices: Mapping[int, Choice]) -> str:
    """The text or the HTML with every clash decided as `choices` says by its number. Raises Undecided."""
    missing = [number for number in range(len(merge.clashes)) if number not in choices]
    if missing:
        raise Undecided(missing)
    numbers = count()
    pieces: list[str] = []
    for part in merge.parts:
        pieces += filter(None, _chosen(part, choices[next(numbers)]) if isinstance(part, Clash) else (part,))
    return "".join(pieces).rstrip("\n") if merge.is_html else _set_off(pieces)


def _chosen(clash: Clash[str], choice: Choice) -> Sequence[str]:
    match choice:
        case Choice.MINE:
            return (clash.mine,)
        case Choice.THEIRS:
            return (clash.theirs,)
        case Choice.BOTH:
            return (clash.mine, clash.theirs)


def _set_off(pieces: Sequence[str]) -> str:
    """The sentences as one text. The last one of a side has no space behind it; between two it needs one."""
    spaces = ("" if one[-1].isspace() or other[0].isspace() else " " for one, other in pairwise(pieces))
    text = "".join(piece + space for piece, space in zip_longest(pieces, spaces, fillvalue=""))
    return text.rstrip() if len(pieces) > 1 else text


def _merged_sentences(base: list[Sentence], mine: list[Sentence], theirs: list[Sentence]) -> Iterator[str | Clash[str]]:
    for stretch in stretches(base, mine, theirs):
        part = _texts(stretch, base, mine, theirs)
        yield _same_but_for_space(part) if isinstance(part, Clash) else part


def _same_but_for_space(clash: Clash[str]) -> str | Clash[str]:
    """The text if the clash is in white space alone, else the clash."""
    words = merge_value(clash.base.split(), clash.mine.split(), clash.theirs.split())
    if isinstance(words, Clash):
        return clash
    return max(text for text in (clash.mine, clash.theirs) if text.split() == words)  # either will do, always the same


def _merged_blocks(base: list[BodyUnit], mine: list[BodyUnit], theirs: list[BodyUnit]) -> Iterator[str | Clash[str]]:
    for stretch in stretches(base, mine, theirs):
        clash = _texts(stretch, base, mine, theirs)
        frame = _common_frame(stretch, base, mine, theirs) if isinstance(clash, Clash) else None
        if frame is None:
            yield clash
            continue
        units = [side[place.start] for side, place in zip((base, mine, theirs), stretch, strict=True)]
        yield frame[0]
        yield from _merged_blocks(*(body_units(unit.node.children) for unit in units if isinstance(unit.node, Element)))
        yield frame[1] + units[0].text[len(units[0].key) :]


def _common_frame(stretch: Stretch, *sides: list[BodyUnit]) -> tuple[str, str] | None:
    """The tags around the blocks, if it is one list, quote or box in all three."""
    if any(len(places) != 1 for places in stretch):
        return None
    frames = {side[places.start].frame for side, places in zip(sides, stretch, strict=True)}
    return frames.pop() if len(frames) == 1 else None


def _texts(stretch: Stretch, *sides: Sequence[Sentence] | Sequence[BodyUnit]) -> str | Clash[str]:
    """What the stretch says, or the clash."""
    texts = ["".join(side[place].text for place in places) for side, places in zip(sides, stretch, strict=True)]
    return merge_value(*texts)
