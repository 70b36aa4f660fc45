"""How a period's comments were decided: how long they waited, what share was published, by whom it was done."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from math import ceil
from typing import NamedTuple

from comments.models import Comment, Decision, State
from comments.moderation.agreement import Agreement, agreement
from comments.queues import DecidingPhase
from comments.waiting import began
from news.vietnamese.dates import VIETNAM, day_of

MOST_DECISIONS = 20_000  # read for one page of figures, the newest; more would make somebody wait for no other picture
MOST_OPINIONS = 3_000  # comments of which it is asked what decided, out of some kilobytes of opinions each
PERIODS = (7, 30, 90)  # days
NINETY_FIVE = 0.95


class Share(NamedTuple):
    """How many of those that were decided are shown to readers."""

    name: str
    approved: int
    decided: int

    @property
    def percent(self) -> int:
        """Of 100; 0 where nothing was decided."""
        return round(100 * self.approved / self.decided) if self.decided else 0


class Waits(NamedTuple):
    """How long comments waited for a person: half of them at most `median`, 95 of 100 at most `p95`."""

    median: timedelta
    p95: timedelta


class Day(NamedTuple):
    """A day (in Vietnam) on which something was decided."""

    day: date
    decided: int
    waits: Waits


@dataclass(frozen=True)
class Figures:
    """What the decisions since a moment (aware) came to; `whole` is false where older ones were left out."""

    since: datetime
    waits: Waits | None
    all: Share
    days: list[Day]
    sections: list[Share]
    hours: list[Share]
    phases: list[Share]
    agreement: Agreement
    whole: bool


class _Row(NamedTuple):
    at: datetime
    after: str
    sent: datetime
    asked: datetime | None
    section: str

    @property
    def wait(self) -> timedelta:
        """For a person."""
        return self.at - began(self.at, self.sent, self.asked)


@dataclass
class _Tally:
    """Approved and decided by name."""

    counts: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))

    def add(self, name: str, state: str) -> None:
        self.counts[name][0] += state == State.APPROVED
        self.counts[name][1] += 1

    def shares(self) -> list[Share]:
        """Of the name with the most decisions first."""
        rows = [Share(name, approved, decided) for name, (approved, decided) in self.counts.items()]
        return sorted(rows, key=lambda row: (-row.decided, row.name))


def gather(days: int, now: datetime) -> Figures:
    """The figures of the last `days` days, in four queries of bounded length."""
    since = now - timedelta(days=days)
    rows = _decisions(since)
    newest = rows[:MOST_DECISIONS]
    return Figures(
        since=since,
        waits=waits_of(row.wait for row in newest),
        all=Share("", sum(row.after == State.APPROVED for row in newest), len(newest)),
        days=_by_day(newest),
        sections=_shares((row.section, row.after) for row in newest),
        hours=_by_hour(newest),
        phases=_shares(_what_decided(since)),
        agreement=agreement(since),
        whole=len(rows) <= MOST_DECISIONS,
    )


def waits_of(waits: Iterable[timedelta]) -> Waits | None:
    """Median and 95th percentile, each one that occurred (nearest rank); None of nothing."""
    ordered = sorted(waits)
    return Waits(_rank(ordered, 0.5), _rank(ordered, NINETY_FIVE)) if ordered else None


def _rank(ordered: list[timedelta], share: float) -> timedelta:
    return ordered[max(ceil(len(ordered) * share) - 1, 0)]


def _decisions(since: datetime) -> list[_Row]:
    rows = Decision.objects.of_the_queue(since).values_list(
        "at", "after", "comment__created_at", "comment__second_look__at", "comment__article__section__name"
    )
    return [_Row(*row) for row in rows[: MOST_DECISIONS + 1]]


def _by_day(rows: list[_Row]) -> list[Day]:
    days: dict[date, list[timedelta]] = defaultdict(list)
    for row in rows:
        days[day_of(row.at)].append(row.wait)
    found = ((day, len(waits), waits_of(waits)) for day, waits in sorted(days.items()))
    return [Day(day, count, waits) for day, count, waits in found if waits]


def _by_hour(rows: list[_Row]) -> list[Share]:
    """By the hour (in Vietnam) at which comments were sent: all 24, also those without any."""
    tally = _Tally()
    for row in rows:
        tally.add(str(row.sent.astimezone(VIETNAM).hour), row.after)
    known = {share.name: share for share in tally.shares()}
    return [known.get(str(hour), Share(str(hour), 0, 0)) for hour in range(24)]


def _shares(named: Iterable[tuple[str, str]]) -> list[Share]:
    tally = _Tally()
    for name, state in named:
        tally.add(name, state)
    return tally.shares()


def _what_decided(since: datetime) -> list[tuple[str, str]]:
    """The phase that decided about each comment when it came in, and what became of the comment since."""
    sent = Comment.objects.filter(created_at__gte=since).exclude(state__in=[State.WAITING, State.TAKEN_BACK])
    rows = sent.order_by("-created_at").values_list(DecidingPhase("opinions"), "state")[:MOST_OPINIONS]
    return [(phase, state) for phase, state in rows if phase]
