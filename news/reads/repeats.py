"""Telling one reader's second look from another reader's first, without knowing either.

What is remembered is a keyed hash whose key was made when the process started and is never written down; it is forgotten
after half an hour, or when younger ones need the place. Readers behind one address of a mobile network differ by their
browser; where even that is the same they count once, and too low a figure harms nobody.
"""

import os
import threading
from collections import OrderedDict
from hashlib import blake2b

SAME_READING = 30 * 60  # seconds within which a reader's second look belongs to the first
MOST_FROM_ONE_ADDRESS = 50  # readings of one article in that time; a thousand browsers at one address are a forger
REMEMBERED = 50_000  # readers of articles: about 10 MB


class Repeats:
    """Who has read what lately. Moments are seconds of any clock that only goes forward."""

    def __init__(self, remembered: int = REMEMBERED) -> None:
        self._key = os.urandom(32)
        self._remembered = remembered
        self._seen: OrderedDict[bytes, float] = OrderedDict()
        self._from_address: OrderedDict[bytes, tuple[float, int]] = OrderedDict()
        self._lock = threading.Lock()

    def is_new(self, article: int, address: str, browser: str, now: float) -> bool:
        """Whether this is a reading of its own, which is remembered then."""
        reader, door = self._hash(article, address, browser), self._hash(article, address)
        with self._lock:
            self._forget(now)
            since, count = self._from_address.get(door, (now, 0))
            if reader in self._seen or count >= MOST_FROM_ONE_ADDRESS:
                return False
            self._seen[reader], self._from_address[door] = now, (since, count + 1)
            return True

    def __len__(self) -> int:
        return len(self._seen)

    def _forget(self, now: float) -> None:
        while self._seen and self._is_past(next(iter(self._seen.values())), now, len(self._seen)):
            self._seen.popitem(last=False)
        while self._from_address and self._is_past(
            next(iter(self._from_address.values()))[0], now, len(self._from_address)
        ):
            self._from_address.popitem(last=False)

    def _is_past(self, at: float, now: float, count: int) -> bool:
        return now - at >= SAME_READING or count >= self._remembered

    def _hash(self, article: int, *parts: str) -> bytes:
        text = "\0".join([str(article), *parts]).encode("utf-8", "surrogatepass")
        return blake2b(text, key=self._key, digest_size=12).digest()
