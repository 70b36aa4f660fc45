"""Made-up readings of the demo edition, so that the desk's chart has something to show."""

from collections import Counter
from datetime import datetime, timedelta
from math import cos, pi

from news.models import Article, ReadHour
from news.reads import storing
from news.reads.counting import hour_of
from news.reads.tally import Place

DAYS = 8  # today and the same weekday a week ago
MOST_READ = 12  # articles of an hour
QUIETEST = 3  # o'clock in Vietnam
PEAK = 60  # readings of one article in the best hour


def load(now: datetime) -> int:
    """Readings of the last days up to `now` (aware), once; gives how many."""
    newest = list(Article.objects.live().newest_first().values_list("pk", "published_at")[:60])
    if not newest or ReadHour.objects.exists():
        return 0
    counts: Counter[Place] = Counter()
    for back in range(DAYS * 24):
        hour = hour_of(now - timedelta(hours=back))
        out = [pk for pk, published in newest if published and published <= hour][:MOST_READ]
        for place, pk in enumerate(out):
            counts[Place(pk, hour)] = readings(hour, place, pk)
    return storing.store({place: count for place, count in counts.items() if count})


def readings(hour: datetime, place: int, pk: int) -> int:
    """How often the article in that place (from 0) is read in the hour: most in the morning, fewer down the list."""
    clock = (hour.hour + 7) % 24
    awake = (1 - cos(2 * pi * (clock - QUIETEST) / 24)) / 2
    wobble = 0.8 + ((pk * 31 + hour.toordinal() * 17 + clock * 7) % 41) / 100
    return round(PEAK * awake * wobble / (1 + place / 3))
