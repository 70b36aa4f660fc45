"""A day by the hour beside the same weekday of the week before, for the page on which the desk opens.

Other apps add to it by appending to CHARTS from their admin module; a chart maker is a function of the request that
returns a Chart, or None for those whom it doesn't concern, and asks one query.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from news.models import ReadHour
from news.vietnamese.dates import day_of, midnight, weekday
from news.vietnamese.numbers import decimal, grouped

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

HOURS = 24
WEEK = timedelta(days=7)
WIDTH, HEIGHT = 288, 72  # units of the drawing
STEP, GAP = WIDTH // HOURS, 3  # of an hour, and between two bars


class Days(NamedTuple):
    """Today, and the same weekday a week ago: when each begins (aware)."""

    today: datetime
    before: datetime

    @classmethod
    def at(cls, now: datetime) -> "Days":
        """The days of that moment."""
        today = midnight(day_of(now))
        return cls(today, today - WEEK)


class Bar(NamedTuple):
    """An hour of today."""

    x: int
    y: float
    height: float


class Row(NamedTuple):
    """An hour in figures; today's is None while it is to come."""

    hour: int
    today: int | None
    before: int


@dataclass(frozen=True)
class Chart:
    """Figures of two days, and how they are drawn. `today` ends with the hour that is running."""

    name: str  # for ids in the page
    title: "StrOrPromise"
    nothing: "StrOrPromise"
    today: tuple[int, ...]
    before: tuple[int, ...]
    weekday: str

    @classmethod
    def of(
        cls, name: str, words: tuple["StrOrPromise", "StrOrPromise"], counts: Mapping[datetime, int], now: datetime
    ) -> "Chart":
        """The chart of counts by the beginning of their hour (aware); `words` are its title and its sentence for nothing."""
        days = Days.at(now)
        passed = int((now - days.today) / timedelta(hours=1)) + 1
        today, before = (by_hour(counts, start) for start in days)
        return cls(name, *words, today[:passed], before, weekday(days.before))

    @property
    def total(self) -> int:
        """Of today so far."""
        return sum(self.today)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not any((*self.today, *self.before))

    @property
    def rows(self) -> list[Row]:
        """Each hour in figures."""
        passed = len(self.today)
        return [
            Row(hour, self.today[hour] if hour < passed else None, before) for hour, before in enumerate(self.before)
        ]

    @property
    def compared(self) -> str:
        """What today's finished hours say against the same hours of the week before, in words."""
        finished = len(self.today) - 1
        now, then = sum(self.today[:finished]), sum(self.before[:finished])
        told = {"hour": finished, "now": grouped(now), "then": grouped(then), "weekday": self.weekday}
        if not finished or not then:
            return _("Cả ngày %(weekday)s tuần trước: %(all)s.") % {**told, "all": grouped(sum(self.before))}
        told["change"] = difference(now, then)
        return _("Đến %(hour)d giờ: %(now)s, %(weekday)s tuần trước %(then)s (%(change)s).") % told

    @cached_property
    def highest(self) -> int:
        """The figure that reaches the top of the drawing."""
        return max((*self.today, *self.before, 1))

    @property
    def bars(self) -> list[Bar]:
        """Today, drawn; an hour without anything has no bar."""
        heights = [(hour, round(HEIGHT * count / self.highest, 1)) for hour, count in enumerate(self.today)]
        return [Bar(hour * STEP, round(HEIGHT - height, 1), height) for hour, height in heights if height]

    @property
    def line(self) -> str:
        """The week before, drawn as steps: the `d` of an SVG path."""
        levels = [round(HEIGHT - HEIGHT * count / self.highest, 1) for count in self.before]
        return f"M0 {levels[0]}" + "".join(f"V{level}H{(hour + 1) * STEP}" for hour, level in enumerate(levels))

    bar_width = STEP - GAP
    marks = tuple((hour, hour * STEP) for hour in (0, 6, 12, 18))


def by_hour(counts: Mapping[datetime, int], start: datetime) -> tuple[int, ...]:
    """The 24 figures of the day that begins then."""
    return tuple(counts.get(start + timedelta(hours=hour), 0) for hour in range(HOURS))


def difference(now: int, then: int) -> str:
    """A change in words: hơn 12%, kém 3%, gấp 2,5 lần, như nhau."""
    if now >= 2 * then:
        return _("gấp %(times)s lần") % {"times": decimal(now / then)}
    change = round(100 * (now - then) / then)
    if change == 0:
        return _("như nhau")
    words = _("hơn %(percent)d%%") if change > 0 else _("kém %(percent)d%%")
    return words % {"percent": abs(change)}


ChartMaker = Callable[[HttpRequest], Chart | None]


def reads(request: HttpRequest) -> Chart | None:
    """How often the paper is read, for those who write and edit it; one query of 48 rows at most."""
    if not request.user.has_perm("news.view_article"):
        return None
    now = timezone.now()
    days = Days.at(now)
    hours = ReadHour.objects.of_days(days.before, days.today)
    words = gettext_lazy("Lượt đọc hôm nay"), gettext_lazy("Hôm nay và tuần trước chưa có lượt đọc nào.")
    return Chart.of("luot-doc", words, dict(hours.values_list("hour", "reads")), now)


CHARTS: list[ChartMaker] = [reads]


def charts_for(request: HttpRequest) -> list[Chart]:
    """Every chart that concerns the person."""
    return [chart for maker in CHARTS if (chart := maker(request))]
