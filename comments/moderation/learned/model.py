"""A model: judges a comment, says which of its words weighed most, and goes into a few kilobytes."""

import struct
import sys
import zlib
from array import array
from dataclasses import dataclass, field
from math import isfinite

from comments.moderation.learned.calibration import Curve
from comments.moderation.learned.counting import Counts, total
from comments.moderation.learned.features import SIZE, features

FORMAT = b"TOA1"  # another one, and older processes take a model for broken: it is off with them until they restart
SCALE = 2000  # weights are kept as whole numbers of 1/2000; none is larger than 16
MOST_TOLD = 4  # words that a moderator takes in at a glance
LEAST_TOLD = 0.05  # of the sum; less is no reason
_HEAD = struct.Struct("<4sddd")


class Broken(ValueError):
    """What is kept is no model that this code can read."""


@dataclass(frozen=True)
class Judgement:
    """How likely the newsroom would turn the comment down, in percent, and the words that speak for it most."""

    percent: int
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Model:
    """Weights by number, what holds of any comment, and the curve to a probability."""

    bias: float = 0.0
    curve: Curve = field(default_factory=Curve)
    weights: "array[int]" = field(default_factory=lambda: array("h", bytes(2 * SIZE)))

    def judge(self, text: str) -> Judgement | None:
        """None for a text without a syllable that was ever met: there is nothing to judge by."""
        parts = features(text)
        known = {place: self.weights[place] / SCALE for place in parts if self.weights[place]}
        if not known:
            return None
        probability = self.curve.probability(self.bias + total(known.values(), len(parts)))
        return Judgement(round(probability * 100), _heaviest(parts, known))

    def packed(self) -> bytes:
        """For the database."""
        head = _HEAD.pack(FORMAT, self.bias, self.curve.slope, self.curve.offset)
        return head + zlib.compress(_little_endian(self.weights).tobytes(), 6)


def built(counts: Counts, curve: Curve) -> Model:
    """The model that these counts make."""
    most = (1 << 15) - 1
    weights = (round(max(-most, min(most, counts.weight(place) * SCALE))) for place in range(SIZE))
    return Model(counts.bias, curve, array("h", weights))


def unpacked(packed: bytes) -> Model:
    """The model that was packed. Raises Broken, whatever the bytes are."""
    try:
        mark, *numbers = _HEAD.unpack_from(packed)
        weights = array("h", zlib.decompressobj().decompress(packed[_HEAD.size :], 2 * SIZE + 1))
    except (struct.error, zlib.error, ValueError) as error:
        raise Broken(str(error)) from error
    if mark != FORMAT or len(weights) != SIZE or not all(map(isfinite, numbers)):
        raise Broken("not a model of this format")
    bias, slope, offset = numbers
    return Model(bias, Curve(slope, offset), _little_endian(weights))


def _little_endian(weights: "array[int]") -> "array[int]":
    """The same numbers in the order of bytes in which they are kept, or back; on nearly all machines as they are."""
    if sys.byteorder == "big":
        weights = array("h", weights)
        weights.byteswap()
    return weights


def _heaviest(parts: dict[int, str], known: dict[int, float]) -> tuple[str, ...]:
    """The words with the largest sums, as they were typed; no syllable twice."""
    sums: dict[str, float] = {}
    for place, weight in known.items():
        sums[parts[place]] = sums.get(parts[place], 0.0) + weight
    least = LEAST_TOLD * sum(max(0.0, each) for each in sums.values())
    told: list[str] = []
    said: set[str] = set()
    for word in sorted(sums, key=lambda word: (-sums[word], word)):
        if sums[word] <= max(least, 0.0) or len(told) == MOST_TOLD:
            break
        if not said & set(word.split()):
            told.append(word)
            said |= set(word.split())
    return tuple(told)
