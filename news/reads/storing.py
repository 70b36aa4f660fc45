"""Writing readings down. The only writer of ReadHour and ArticleReads."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db import connection, models, transaction
from django.db.models import Sum

from news.models import Article, ArticleReads, ReadHour
from news.reads.tally import Place
from news.vietnamese.dates import day_of, midnight

BY_THE_HOUR = timedelta(days=14)  # then a day's figure is enough: the charts look back a week
AT_ONCE = 500  # ids in one question


def store(counts: dict[Place, int]) -> int:
    """Add these readings to what is stored; gives how many counted: only those of articles that readers can see now."""
    with transaction.atomic():
        live = live_among({place.article for place in counts})
        real = {place: count for place, count in sorted(counts.items()) if place.article in live}
        hours: Counter[datetime] = Counter()
        for place, count in real.items():
            hours[place.hour] += count
        _add(ArticleReads, ("article_id", "hour"), [(*place, count) for place, count in real.items()])
        _add(ReadHour, ("hour",), [(hour, count) for hour, count in sorted(hours.items())])
    return sum(real.values())


def live_among(ids: set[int]) -> set[int]:
    """Those of the ids that are live articles."""
    ordered = sorted(ids)
    parts = [ordered[start : start + AT_ONCE] for start in range(0, len(ordered), AT_ONCE)]
    return {
        found for part in parts for found in Article.objects.live().filter(pk__in=part).values_list("pk", flat=True)
    }


def _add(model: type[models.Model], key: tuple[str, ...], rows: Iterable[tuple[Any, ...]]) -> None:
    """Add each row's last value to what its key has; processes that add to the same row queue in the order of the keys."""
    quote, table = connection.ops.quote_name, model._meta.db_table
    names, marks = ", ".join(map(quote, (*key, "reads"))), ", ".join(["%s"] * (len(key) + 1))
    statement = (
        f"INSERT INTO {quote(table)} ({names}) VALUES ({marks}) "  # noqa: S608 (names of our own)
        f"ON CONFLICT ({', '.join(map(quote, key))}) DO UPDATE SET reads = {quote(table)}.reads + excluded.reads"
    )
    adapt = connection.ops.adapt_datetimefield_value
    values = [[adapt(value) if isinstance(value, datetime) else value for value in row] for row in rows]
    if values:
        with connection.cursor() as cursor:
            cursor.executemany(statement, values)


def fold_days(now: datetime) -> int:
    """Add up the hours of articles from before BY_THE_HOUR to days, a day a transaction; gives how many days that were."""
    until, folded = midnight(day_of(now - BY_THE_HOUR)), 0
    while oldest := ArticleReads.objects.hours_before(until).values_list("hour", flat=True).first():
        with transaction.atomic():
            _fold(midnight(day_of(oldest)))
        folded += 1
    return folded


def _fold(start: datetime) -> None:
    day = ArticleReads.objects.filter(hour__gte=start, hour__lt=start + timedelta(days=1))
    totals = list(day.order_by("article").values_list("article").annotate(Sum("reads")))
    day.delete()
    ArticleReads.objects.bulk_create(
        (ArticleReads(article_id=article, hour=start, reads=reads, whole_day=True) for article, reads in totals),
        batch_size=AT_ONCE,
    )
