"""Readings that wait in memory to be written down, added up by article and hour."""

import threading
from collections import Counter
from datetime import datetime
from typing import NamedTuple


class Place(NamedTuple):
    """What is counted: readings of an article in an hour (aware, when it begins)."""

    article: int
    hour: datetime


MOST_PLACES = 10_000  # of one process; what comes on top is not counted: memory is for readers


class Tally:
    """A heap of readings; threads may add while another takes."""

    def __init__(self, most: int = MOST_PLACES) -> None:
        self._counts: Counter[Place] = Counter()
        self._most = most
        self._lock = threading.Lock()

    def add(self, counts: dict[Place, int]) -> bool:
        """Put these on the heap; whether it was empty before. New places beyond the bound are left out."""
        with self._lock:
            was_empty = not self._counts
            for place, count in counts.items():
                if place in self._counts or len(self._counts) < self._most:
                    self._counts[place] += count
            return was_empty and bool(self._counts)

    def take(self) -> dict[Place, int]:
        """The whole heap, which is empty then."""
        with self._lock:
            taken, self._counts = self._counts, Counter()
        return dict(taken)
