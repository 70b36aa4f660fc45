"""Naive Bayes: what a syllable says is how much oftener it stands in what was turned down than in what was shown."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import log, sqrt

from comments.moderation.learned.features import SIZE

DOUBT = 2.0  # imagined comments with each syllable, shown and not as all are: one real one says little
Places = Sequence[int]  # of one comment, each once


def _zeros() -> "array[float]":
    return array("d", bytes(8 * SIZE))


@dataclass
class Counts:
    """How many comments there are of either kind, and in how many of them each number stands."""

    comments: list[float] = field(default_factory=lambda: [0.0, 0.0])  # shown, not shown
    places: tuple["array[float]", "array[float]"] = field(default_factory=lambda: (_zeros(), _zeros()))

    def add(self, places: Places, is_refused: bool, weight: float) -> None:
        """Learn one comment; with a negative weight, forget it."""
        self.comments[is_refused] += weight
        counts = self.places[is_refused]
        for place in places:
            counts[place] += weight

    @property
    def bias(self) -> float:
        """What holds of any comment: the logarithm of the odds that it is turned down."""
        return log((self.comments[1] + 1) / (self.comments[0] + 1))

    def weight(self, place: int) -> float:
        """What the number says: above 0 for turning down, 0 where it never stood."""
        refused, shown = self.places[1][place], self.places[0][place]
        if not refused and not shown:
            return 0.0
        part = (self.comments[1] + 1) / (sum(self.comments) + 2)
        return log((max(refused, 0) + DOUBT * part) / (max(shown, 0) + DOUBT * (1 - part))) - self.bias

    def margin(self, places: Places) -> float:
        """The sum for a comment, before it is made a probability."""
        return self.bias + total((self.weight(place) for place in places), len(places))


def total(weights: Iterable[float], number: int) -> float:
    """Summed, and divided by the root of their number: neighbours repeat each other, so long comments aren't surer."""
    return sum(weights) / sqrt(max(1, number))
