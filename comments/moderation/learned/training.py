"""Examples in, a model out, with figures measured on examples that it was not shown.

The examples are dealt into five parts by a hash of their text, so that the same words never stand on both sides and each
run gives the same figures. Each part is judged by what the other four teach; counts make that cheap, since what was added
can be taken away again. The curve of one half of what was judged so is measured on the other half.
"""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from time import perf_counter
from zlib import crc32

from comments.moderation.learned.calibration import Curve, Held, fitted
from comments.moderation.learned.counting import Counts
from comments.moderation.learned.examples import Example
from comments.moderation.learned.features import features
from comments.moderation.learned.model import Model, built

PARTS = 5
USUAL = 0.2  # of what readers send is turned down, as long as we don't know better; of the lines of the house half is


@dataclass(frozen=True)
class Figures:
    """How good a model is at a threshold (percent), on how many comments, and what it was made from."""

    own: int  # decisions of this newsroom that it learned from
    lines: int  # that come with the house
    is_own: bool  # whether it was measured on own decisions, or on those lines
    measured: int
    likely: int
    found: int = 0  # turned down, and said to be
    alarms: int = 0  # shown, and said to be turned down
    missed: int = 0  # turned down, and not said to be
    seconds: float = 0.0

    @property
    def precision(self) -> float:
        """Of what it said would be turned down, the share that was; 0 where it said so of nothing."""
        return self.found / max(1, self.found + self.alarms)

    @property
    def recall(self) -> float:
        """Of what was turned down, the share of which it said so."""
        return self.found / max(1, self.found + self.missed)


@dataclass(frozen=True)
class _Read:
    """An example as numbers, and the part that it was dealt."""

    places: "array[int]"
    example: Example
    chance: int

    @property
    def part(self) -> int:
        return self.chance % PARTS

    @property
    def half(self) -> bool:
        return bool(self.chance // PARTS % 2)


def train(examples: Sequence[Example], likely: int, measure_own: bool) -> tuple[Model, Figures]:
    """The model that all the examples make, and how good it is at saying `likely` percent."""
    started, counts = perf_counter(), Counts()
    known = [_read(one) for one in examples]
    _learn(counts, known)
    held = _held_out(counts, [one for one in known if _is_measured(one.example, measure_own)], known)
    model = built(counts, _curve([fact for _half, fact in held], measure_own))
    own = sum(one.is_own for one in examples)
    found, alarms, missed = _measured(held, likely, measure_own)
    seconds = round(perf_counter() - started, 2)
    return model, Figures(own, len(examples) - own, measure_own, len(held), likely, found, alarms, missed, seconds)


def _is_measured(example: Example, measure_own: bool) -> bool:
    return example.is_own == measure_own and not example.is_drill


def _read(example: Example) -> _Read:
    text = example.text
    return _Read(array("I", features(text)), example, crc32(text.encode("utf-8", "surrogatepass")))


def _learn(counts: Counts, known: Sequence[_Read], sign: int = 1) -> None:
    for one in known:
        counts.add(one.places, one.example.is_refused, sign * one.example.weight)


def _held_out(
    counts: Counts, measured: Sequence[_Read], known: Sequence[_Read]
) -> list[tuple[bool, tuple[float, bool]]]:
    """Of each measured comment its half, the sum that the other parts give it, and what became of it."""
    held = []
    for part in range(PARTS):
        left_out = [one for one in known if one.part == part]
        _learn(counts, left_out, sign=-1)
        judged = (one for one in measured if one.part == part and one.places)
        held += [(one.half, (counts.margin(one.places), one.example.is_refused)) for one in judged]
        _learn(counts, left_out)
    return held


def _curve(held: Held, is_own: bool) -> Curve:
    """Fitted; for a newsroom's usual share where it was fitted on lines that somebody chose."""
    refused = sum(is_refused for _margin, is_refused in held)
    if is_own or not 0 < refused < len(held):
        return fitted(held)
    return fitted(held).for_share(USUAL, refused / len(held))


def _measured(held: Sequence[tuple[bool, tuple[float, bool]]], likely: int, is_own: bool) -> tuple[int, int, int]:
    """Found, alarms, missed."""
    said: list[tuple[bool, bool]] = []
    for half in (False, True):
        ours: Held = [fact for which, fact in held if which == half]
        curve = _curve([fact for which, fact in held if which != half], is_own)
        said += [(round(curve.probability(margin) * 100) >= likely, is_refused) for margin, is_refused in ours]
    return said.count((True, True)), said.count((True, False)), said.count((False, True))
