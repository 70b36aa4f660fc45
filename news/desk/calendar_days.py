"""A week, a month or a day of what was and will be published, as the calendar shows it."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from news import rights
from news.desk.clashes import warnings_for
from news.models import Article, User
from news.vietnamese.dates import VIETNAM, midnight

WEEK, MONTH, ONE_DAY = "tuan", "thang", "ngay"
ROWS = {WEEK: 40, MONTH: 5, ONE_DAY: 300}  # of each day; the rest is told as a number


@dataclass(frozen=True)
class Span:
    """The days from `first` on and before `end`; `before` and `after` are days of the neighbouring spans."""

    first: date
    end: date
    before: date
    after: date

    @property
    def days(self) -> list[date]:
        """Every day of it."""
        return [self.first + timedelta(days=number) for number in range((self.end - self.first).days)]


@dataclass(frozen=True)
class Item:
    """An article on its day, with what the person is told of it and may do."""

    article: Article
    state: tuple[str, str]
    clash: str
    movable: bool


@dataclass
class Hour:
    """What comes within an hour."""

    number: int
    items: list[Item] = field(default_factory=list)


@dataclass
class Day:
    """A day of the calendar."""

    date: date
    noon: datetime  # for those who write days from moments
    is_today: bool
    outside: bool  # of the month that is looked at
    items: list[Item] = field(default_factory=list)
    hidden: int = 0  # how many more the day has

    @property
    def hours(self) -> list[Hour]:
        """The day by hours."""
        hours = [Hour(number) for number in range(24)]
        for item in self.items:
            hours[moment_of(item.article).hour].items.append(item)
        return hours


def span_of(kind: str, day: date) -> Span:
    """The week, the month (in whole weeks) or the day in which `day` lies; weeks begin on Monday."""
    if kind == ONE_DAY:
        return Span(day, day + timedelta(1), day - timedelta(1), day + timedelta(1))
    if kind == WEEK:
        first = monday(day)
        return Span(first, first + timedelta(7), first - timedelta(7), first + timedelta(7))
    first = day.replace(day=1)
    following = (first + timedelta(31)).replace(day=1)
    last = following - timedelta(1)
    return Span(monday(first), monday(last) + timedelta(7), (first - timedelta(1)).replace(day=1), following)


def monday(day: date) -> date:
    """The Monday on or before the day."""
    return day - timedelta(days=day.weekday())


def days_of(kind: str, day: date, user: User) -> list[Day]:
    """The days with what the person may read of them; a fixed number of queries, at most ROWS articles a day."""
    span, today = span_of(kind, day), timezone.localdate(timezone=VIETNAM)
    readable = Article.objects.readable_by(user)
    period = readable.between(midnight(span.first), midnight(span.end)).first_of_each_day(ROWS[kind])
    articles = list(period.defer("body", "search_text", "standfirst").prefetch_related("section__parent"))
    clashes = warnings_for(articles, readable)
    days = {
        each: Day(each, midnight(each) + timedelta(hours=12), each == today, kind == MONTH and each.month != day.month)
        for each in span.days
    }
    for article in articles:
        on = days[moment_of(article).date()]
        on.items.append(item(article, user, clashes.get(article.pk, "")))
        on.hidden = article.on_day - len(on.items)  # type: ignore[attr-defined]
    return list(days.values())


def item(article: Article, user: User, clash: str) -> Item:
    """The article as the calendar shows it to the person."""
    movable = article.is_scheduled() and rights.allows(rights.require_publishable, article, user)
    return Item(article, state_of(article), clash, movable)


def state_of(article: Article) -> tuple[str, str]:
    """Name and words for the state of a published article."""
    if article.is_scheduled():
        return "scheduled", _("Hẹn giờ")
    return ("live", _("Đang đăng")) if article.is_live() else ("expired", _("Hết hạn"))


def moment_of(article: Article) -> datetime:
    """When a published article comes, by the newsroom's clock."""
    assert article.published_at is not None  # noqa: S101 (a constraint of the database)
    return article.published_at.astimezone(VIETNAM)
