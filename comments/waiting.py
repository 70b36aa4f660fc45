"""How long comments usually wait today, so that whoever waits knows when to come back."""

from datetime import datetime, timedelta
from math import ceil
from statistics import median

from django.utils.translation import gettext as _

from comments.models import Decision

LATELY = timedelta(hours=6)  # a morning's pace says little about the evening
MOST, FEWEST = 50, 5  # decisions: what one short query reads, and what makes "usual" more than chance
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


def usual_wait(now: datetime) -> str:
    """In words, such as “15 phút”; empty while too little is known. One query."""
    newest = Decision.objects.of_the_queue(now - LATELY)[:MOST]
    rows = newest.values_list("at", "comment__created_at", "comment__second_look__at")
    waits = [at - began(at, sent, asked) for at, sent, asked in rows]
    return in_words(timedelta(seconds=median(wait.total_seconds() for wait in waits))) if len(waits) >= FEWEST else ""


def in_words(wait: timedelta) -> str:
    """Rounded up, so that people are not called too early: 3 phút, 25 phút, 1 giờ, 1 giờ rưỡi, 7 giờ, hơn một ngày."""
    if wait > 24 * HOUR:
        return _("hơn một ngày")
    minutes = max(1, ceil(wait / MINUTE))
    if minutes <= 55:
        return _("%(count)d phút") % {"count": minutes if minutes <= 5 else ceil(minutes / 5) * 5}
    halves = ceil(wait / (HOUR / 2))
    if halves == 3:
        return _("1 giờ rưỡi")
    return _("%(count)d giờ") % {"count": ceil(halves / 2)}


def span(wait: timedelta) -> str:
    """As exact as figures want it: 40 giây, 3 phút 20 giây, 2 giờ 5 phút, 3 ngày 4 giờ."""
    seconds = round(wait.total_seconds())
    parts = (
        (seconds // 86400, _("%(count)d ngày")),
        (seconds // 3600 % 24, _("%(count)d giờ")),
        (seconds // 60 % 60, _("%(count)d phút")),
        (seconds % 60, _("%(count)d giây")),
    )
    first = next((place for place, (count, _words) in enumerate(parts) if count), 3)
    told = [(count, words) for count, words in parts[first : first + 2] if count]
    return " ".join(words % {"count": count} for count, words in told or [parts[3]])


def began(at: datetime, sent: datetime, asked: datetime | None) -> datetime:
    """Since when a comment that was decided `at` then had waited: since it was sent, or its writer asked for another look."""
    return asked if asked and asked < at else sent
