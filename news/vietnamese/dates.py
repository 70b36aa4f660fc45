"""Moments as Vietnamese newspapers print them; every function takes aware datetimes and shows Vietnam's time.

Django's own Vietnamese locale says "Thứ 2" and 23-11-2026; newspapers print "Thứ Hai" and 23/11/2026.
"""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")

_WEEKDAYS = (
    gettext_lazy("Thứ Hai"),
    gettext_lazy("Thứ Ba"),
    gettext_lazy("Thứ Tư"),
    gettext_lazy("Thứ Năm"),
    gettext_lazy("Thứ Sáu"),
    gettext_lazy("Thứ Bảy"),
    gettext_lazy("Chủ Nhật"),
)
_MINUTE, _HOUR, _DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def long_date(moment: datetime) -> str:
    """The date line of an article: Thứ Hai, 23/11/2026, 20:21 (GMT+7)."""
    return f"{day(moment)}, {clock(moment)} (GMT+7)"


def day(moment: datetime) -> str:
    """The day alone: Thứ Hai, 23/11/2026."""
    local = _in_vietnam(moment)
    return f"{weekday(moment)}, {_date(local)}"


def weekday(moment: datetime) -> str:
    """The day of the week: Thứ Hai."""
    return str(_WEEKDAYS[_in_vietnam(moment).weekday()])


def short(moment: datetime) -> str:
    """For lists: 20:21, 23/11."""
    return f"{_in_vietnam(moment):%H:%M, %d/%m}"


def clock(moment: datetime) -> str:
    """The time alone: 20:21."""
    return f"{_in_vietnam(moment):%H:%M}"


def day_of(moment: datetime) -> date:
    """The day in Vietnam at that moment."""
    return _in_vietnam(moment).date()


def midnight(asked: date) -> datetime:
    """When that day begins in Vietnam."""
    return datetime.combine(asked, time(), VIETNAM)


def tomorrow(now: datetime) -> datetime:
    """The midnight with which Vietnam's day of `now` ends."""
    return midnight(day_of(now)) + _DAY


def since(moment: datetime, now: datetime) -> str:
    """How long ago, for the first day: vừa xong, 5 phút trước, 3 giờ trước; then, or in the future, the date."""
    age = now - moment
    if age < -_MINUTE or age >= _DAY:
        return _date(_in_vietnam(moment))
    if age < _MINUTE:
        return _("vừa xong")
    if age < _HOUR:
        return _("%(count)d phút trước") % {"count": age // _MINUTE}
    return _("%(count)d giờ trước") % {"count": age // _HOUR}


def due(moment: datetime, now: datetime) -> str:
    """When something will come and how far off that is: Thứ Ba, 24/11/2026, 20:21 – còn 3 giờ; once it came, the date line."""
    words = f"{day(moment)}, {clock(moment)}"
    return f"{words} – {_left(moment - now)}" if moment > now else words


def _left(span: timedelta) -> str:
    """How much is left, rounded down: còn chưa đầy một phút, còn 5 phút, còn 3 giờ, còn 2 ngày."""
    if span < _MINUTE:
        return _("còn chưa đầy một phút")
    if span < _HOUR:
        return _("còn %(count)d phút") % {"count": span // _MINUTE}
    if span < _DAY:
        return _("còn %(count)d giờ") % {"count": span // _HOUR}
    return _("còn %(count)d ngày") % {"count": span // _DAY}


def _in_vietnam(moment: datetime) -> datetime:
    return localtime(moment, VIETNAM)


def _date(local: datetime) -> str:
    return f"{local:%d/%m/%Y}"
