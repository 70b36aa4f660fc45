"""The live bans in memory: a thousand of them are a few look-ups in dictionaries."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from comments.models import Ban, Kept
from comments.models.bans import KEYS
from comments.moderation.bans.keys import Person, email_key, name_key
from comments.moderation.in_memory import kept


@dataclass(frozen=True)
class LiveBan:
    """A ban as the pipeline needs it."""

    pk: int
    silent: bool
    until: datetime | None
    note: str


class Book:
    """Bans by their keys, a dictionary for each kind."""

    def __init__(self, bans: Iterable[Ban] = ()) -> None:
        self._by: dict[str, dict[str, list[LiveBan]]] = {}
        self._months: dict[str, dict[str, list[LiveBan]]] = {}  # by the month whose key made the hashes
        for ban in bans:
            live = LiveBan(ban.pk, ban.silent, ban.until, ban.note)
            for kind in ("name_key", "email_key"):
                if key := getattr(ban, kind):
                    self._by.setdefault(kind, {}).setdefault(key, []).append(live)
            for key in filter(None, (ban.address_hash, ban.network_hash)):
                self._months.setdefault(ban.hashed_in, {}).setdefault(key, []).append(live)

    def on(self, person: Person, at: datetime) -> LiveBan | None:
        """The ban that holds for the person at that moment (aware): a silent one before a told one, then the longest."""
        found = [ban for ban in self._all_on(person) if ban.until is None or ban.until > at]
        quiet = [ban for ban in found if ban.silent] or found
        return max(quiet, key=lambda ban: (ban.until is None, ban.until or at), default=None)

    def _all_on(self, person: Person) -> Iterator[LiveBan]:
        for kind, bans in self._by.items():
            yield from bans.get(_key(kind, person), ())
        for month, bans in self._months.items():
            for key in filter(None, person.hashed_in(month)):
                yield from bans.get(key, ())


def _key(kind: str, person: Person) -> str:
    """The person's key of a kind; worked out only where anybody is banned by that kind."""
    return name_key(person.name) if kind == "name_key" else email_key(person.email)


def _read() -> Book:
    return Book(Ban.objects.live(timezone.now()).only("pk", "silent", "until", "note", "hashed_in", *KEYS))


book = kept(Kept.BANS, lambda version: _read() if version else Book())
