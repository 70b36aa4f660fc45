"""Figures of moderation, to look at and to take away."""

import csv
from collections.abc import Iterator
from datetime import timedelta
from io import StringIO
from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from comments.admin.moderating import require_moderator
from comments.admin.phases import NAMES
from comments.figures import PERIODS, Day, Figures, Share, gather
from comments.waiting import span
from news.desk.audit import harmless
from news.desk.pages import page, staff
from news.vietnamese.dates import day_of

WIDTH, HEIGHT = 288, 72  # units of the drawings


class Bar(NamedTuple):
    """A figure, drawn: `label` stands below it where there is room."""

    x: float
    y: float
    width: float
    height: float
    label: str


@require_safe
@staff
def figures(request: HttpRequest) -> HttpResponse:
    """The page of a period; `?dang=csv` gives the file."""
    require_moderator(request)
    days = asked_period(request.GET.get("ngay"))
    found = gather(days, timezone.now())
    if request.GET.get("dang") == "csv":
        return as_file(found)
    return page(request, "comments/desk/figures.html", **shown(found, days))


def asked_period(asked: str | None) -> int:
    """Days; the shortest period where something else is asked for."""
    return next((days for days in PERIODS if str(days) == asked), PERIODS[0])


def shown(found: Figures, days: int) -> dict[str, Any]:
    """What the page needs."""
    return {
        "title": _("Số liệu kiểm duyệt"),
        "figures": found,
        "days": days,
        "periods": PERIODS,
        "phases": [in_words(share) for share in found.phases],
        "daily": [(one, span(one.waits.median), span(one.waits.p95)) for one in reversed(found.days)],
        "waits": (span(found.waits.median), span(found.waits.p95)) if found.waits else None,
        "longest": span(max((one.waits.median for one in found.days), default=timedelta())),
        "waits_drawn": bars([one.waits.median for one in found.days], [f"{one.day:%d/%m}" for one in found.days]),
        "hours_drawn": bars(
            [timedelta(seconds=share.percent) for share in found.hours], [f"{h}h" for h in range(24)], 100
        ),
    }


def in_words(share: Share) -> Share:
    """The same with the phase's name for people."""
    return share._replace(name=str(NAMES.get(share.name, share.name)))


def bars(values: list[timedelta], labels: list[str], top: float = 0) -> list[Bar]:
    """One beside the other, the highest reaching `top` (seconds; 0: the greatest of them)."""
    if not values:
        return []
    highest = top or max(max(value.total_seconds() for value in values), 1)
    step, every = WIDTH / len(values), -(-len(values) // 6)
    heights = [round(HEIGHT * value.total_seconds() / highest, 1) for value in values]
    return [
        Bar(round(place * step, 1), HEIGHT - height, round(step * 0.8, 1), height, "" if place % every else label)
        for place, (height, label) in enumerate(zip(heights, labels, strict=True))
    ]


def as_file(found: Figures) -> HttpResponse:
    """All of it for a spreadsheet; the mark at its beginning tells that it is UTF-8."""
    written = StringIO("\ufeff", newline="")
    written.seek(0, 2)
    csv.writer(written).writerows([harmless(cell) for cell in row] for row in lines(found))
    response = HttpResponse(written.getvalue(), content_type="text/csv; charset=utf-8")
    name = f"kiem-duyet-{day_of(timezone.now()):%Y%m%d}.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def lines(found: Figures) -> Iterator[list[str]]:
    """One table: of what, which, approved, decided, percent, median and 95th percentile of the waiting in seconds."""
    yield [
        _("Theo"),
        _("Mục"),
        _("Đã duyệt"),
        _("Đã quyết"),
        _("Tỷ lệ %"),
        _("Chờ: trung vị, giây"),
        _("Chờ: 95%, giây"),
    ]
    seconds = [seconds_of(wait) for wait in found.waits] if found.waits else ["", ""]
    yield [_("tất cả"), "", *counts(found.all), *seconds]
    for day in found.days:
        yield [_("ngày quyết"), day.day.isoformat(), "", str(day.decided), "", *waits(day)]
    yield [
        _("đối chiếu"),
        "",
        str(found.agreement.agreed),
        str(found.agreement.checked),
        str(found.agreement.percent),
        "",
        "",
    ]
    groups = (
        (_("chuyên mục"), found.sections),
        (_("giờ gửi"), found.hours),
        (_("bước kiểm"), [*map(in_words, found.phases)]),
    )
    for kind, shares in groups:
        for share in shares:
            yield [kind, share.name, *counts(share), "", ""]


def counts(share: Share) -> list[str]:
    """Its cells."""
    return [str(share.approved), str(share.decided), str(share.percent)]


def waits(day: Day) -> list[str]:
    """Its cells, in seconds."""
    return [seconds_of(wait) for wait in day.waits]


def seconds_of(wait: timedelta) -> str:
    """Whole seconds."""
    return str(round(wait.total_seconds()))
