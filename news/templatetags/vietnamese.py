"""Template filters for dates and numbers; nothing is shown for nothing."""

from datetime import datetime

from django import template
from django.utils import timezone

from news.vietnamese import dates, numbers

register = template.Library()


@register.filter
def long_date(moment: datetime | None) -> str:
    """Thứ Hai, 23/11/2026, 20:21 (GMT+7)."""
    return dates.long_date(moment) if moment else ""


@register.filter
def day(moment: datetime | None) -> str:
    """Thứ Hai, 23/11/2026."""
    return dates.day(moment) if moment else ""


@register.filter
def short_moment(moment: datetime | None) -> str:
    """20:21, 23/11."""
    return dates.short(moment) if moment else ""


@register.filter
def due(moment: datetime | None) -> str:
    """Thứ Ba, 24/11/2026, 20:21 – còn 3 giờ."""
    return dates.due(moment, timezone.now()) if moment else ""


@register.filter
def clock(moment: datetime | None) -> str:
    """20:21."""
    return dates.clock(moment) if moment else ""


@register.filter
def grouped(number: int | None) -> str:
    """1.234.567."""
    return "" if number is None else numbers.grouped(number)
