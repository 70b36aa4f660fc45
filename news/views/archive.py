"""The archive, a page a day."""

from datetime import date, timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from news.models import Article
from news.paging import asked_key, page_of
from news.vietnamese.dates import day_of, midnight
from news.views.public import public

EARLIEST = date(1865, 4, 15)  # the first number of Gia Định Báo, the first paper in Vietnamese; no archive is older
PER_PAGE = 100  # a day of a large newsroom in three pages


@public
def today(request: HttpRequest) -> HttpResponse:
    """On to the newest day that has an article, else to today."""
    newest = Article.objects.live().newest_first().values_list("published_at", flat=True).first()
    return redirect(address_of(day_of(newest or timezone.now())))


@public
def day(request: HttpRequest, year: str, month: str, day: str) -> HttpResponse:
    """Everything published on that day in Vietnam, with the way to the days before and after that have articles."""
    asked = archive_day(year, month, day)
    start, end = midnight(asked), midnight(asked + timedelta(days=1))
    live = Article.objects.live()
    page = page_of(live.filter(published_at__gte=start, published_at__lt=end), asked_key(request), PER_PAGE)
    before = live.filter(published_at__lt=start).newest_first().values_list("published_at", flat=True).first()
    after = (
        live.filter(published_at__gte=end).order_by("published_at", "id").values_list("published_at", flat=True).first()
    )
    context = {
        "page": page,
        "later": asked_key(request) is not None,
        "start": start,
        "before": before and {"moment": before, "address": address_of(day_of(before))},
        "after": after and {"moment": after, "address": address_of(day_of(after))},
    }
    return render(request, "news/archive.html", context)


def archive_day(year: str, month: str, day: str) -> date:
    """The day in the address. Raises Http404 for none, for one before the first newspaper, and for the future."""
    try:
        asked = date(int(year), int(month), int(day))
    except ValueError as error:
        raise Http404 from error
    if not EARLIEST <= asked <= day_of(timezone.now()):
        raise Http404
    return asked


def address_of(asked: date) -> str:
    """The archive page of that day."""
    return reverse("news:archive_day", args=[f"{asked:%Y}", f"{asked:%m}", f"{asked:%d}"])
