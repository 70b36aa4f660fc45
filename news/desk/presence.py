"""Who else has an article open at the desk, asked by each open window every few seconds."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from news import presence
from news.desk.answers import for_scripts, refusal
from news.desk.pages import page, person, staff
from news.desk.revisions import readable
from news.margin import threads
from news.models import Article, Presence, Revision, User


@for_scripts
def here(request: HttpRequest, pk: int) -> HttpResponse:
    """A beat of one window (`window`, `field`); `act` is `nhan` to take the pen, `roi` when the page goes away."""
    article, window = readable(request, pk), request.POST.get("window", "")
    if not presence.is_window(window):
        return refusal(_("Thiếu tên cửa sổ."), 422)
    act = request.POST.get("act", "")
    if act == "roi":
        presence.leave(article, person(request), window)
        return JsonResponse({})
    if act == "nhan":
        presence.take_over(article, person(request), window)
        holding = True
    else:
        holding = presence.beat(article, person(request), window, request.POST.get("field", ""))
    return JsonResponse({"holding": holding, **around(article, person(request), window)})


def around(article: Article, by: User, window: str) -> dict[str, Any]:
    """The other open windows, the holder first, the newest revision, and the stamp of the notes in the margin."""
    now = timezone.now()
    others = Presence.objects.filter(article=article).fresh(now).exclude(window=window)
    shown = [
        {
            "name": str(other.user),
            "me": other.user_id == by.pk,
            "holds": other.holds,
            "field": presence.label_of(other.field),
            "seconds": int((now - other.seen_at).total_seconds()),
        }
        for other in others.select_related("user").order_by("-holds", "-seen_at")
    ]
    newest = Revision.objects.for_lists().filter(newest_of=article).first()
    return {
        "holder": next((other for other in shown if other["holds"]), None),
        "others": shown,
        "notes": threads.stamp(article),
        "newest": newest and {"id": newest.pk, "number": newest.number, "by": str(newest.by or ""), "at": newest.at},
    }


@staff
def signed_in(request: HttpRequest) -> HttpResponse:
    """What stands in the frame after signing in again: tells the page around it."""
    return page(request, "news/desk/signed_in.html", title=_("Đã đăng nhập"))
