"""The bans that hold and those that have ended, and what can be done with each."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from comments.admin.ban_form import SpanForm, until
from comments.admin.returning import asked_next, to
from comments.models import Ban
from comments.models.bans import BanQuerySet
from comments.moderation.bans import keeping, sweeping
from comments.moderation.bans.keys import email_key
from comments.moderation.errors import CannotDecide
from news.desk.folded_search import has_words
from news.desk.pages import page, person, staff
from news.models import Outcome
from news.paging import asked_key, cut

PER_PAGE = 30
NAMED = 50  # comments of each outcome are shown; the rest is a number
LIVE, ENDED = "con-han", "het-han"


@require_safe
@staff
def listed(request: HttpRequest) -> HttpResponse:
    """One page of the bans that hold, or of the others, the newest first; `?q=` searches names, reasons and e-mails."""
    keeping.require(person(request), "view")
    ended, asked = request.GET.get("xem") == ENDED, request.GET.get("q", "")[:200]
    now = timezone.now()
    bans = searched(Ban.objects.ended(now) if ended else Ban.objects.live(now), asked)
    shown, older = cut(bans.newest_first(), asked_key(request), PER_PAGE, "at")
    rows = Ban.objects.counted().newest_first().filter(pk__in=[one.pk for one in shown])
    context: dict[str, Any] = {
        "title": _("Lệnh cấm"),
        "states": [
            (_("Đang cấm"), f"?xem={LIVE}", not ended),
            (_("Đã hết hạn, đã gỡ"), f"?xem={ENDED}", ended),
        ],
        "rows": rows,
        "older": older,
        "asked": asked,
        "ended": ended,
        "seen": ENDED if ended else LIVE,
        "may_change": request.user.has_perm("comments.change_ban"),
    }
    return page(request, "comments/desk/bans.html", **context)


def searched(bans: BanQuerySet, asked: str) -> BanQuerySet:
    """Those whose name or reason has all the words, with or without diacritics; a whole e-mail finds its letter box."""
    if "@" in asked:
        return bans.filter(email_key=email_key(asked))
    return bans.filter(has_words(asked))


@require_safe
@staff
def shown(request: HttpRequest, pk: int) -> HttpResponse:
    """One ban with what was swept; as JSON only how far that is."""
    keeping.require(person(request), "view")
    ban = get_object_or_404(Ban.objects.counted(), pk=pk)
    if request.GET.get("dang") == "json":
        return JsonResponse({"left": sweeping.left(ban), "words": progress(ban)})
    return _page(request, ban, SpanForm())


@require_POST
@staff
def change_end(request: HttpRequest, pk: int) -> HttpResponse:
    """Another end, counted from now; 422 for a span that is none."""
    keeping.require(person(request), "change")
    form = SpanForm(request.POST)
    ban = get_object_or_404(Ban.objects.counted(), pk=pk)
    if not form.is_valid():
        return _page(request, ban, form, 422)
    end = until(form.cleaned_data["span"], timezone.now())
    return _do(request, pk, lambda ban: keeping.change_end(ban, end, person(request)), _("Đã đổi hạn lệnh cấm."))


@require_POST
@staff
def lift(request: HttpRequest, pk: int) -> HttpResponse:
    """End it; what was swept stays."""
    return _do(request, pk, lambda ban: keeping.lift(ban, person(request)), _("Đã gỡ lệnh cấm."))


@require_POST
@staff
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """End it and put back what was swept."""
    return _do(request, pk, lambda ban: keeping.undo(ban, person(request)), "")


@require_POST
@staff
def carry_on(request: HttpRequest, pk: int) -> HttpResponse:
    """Do a part of what is left here, for a house whose worker does not run."""
    keeping.require(person(request), "change")
    sweeping.carry_on(get_object_or_404(Ban, pk=pk), sweeping.AT_ONCE)
    return to(reverse("comments_desk:one_ban", args=[pk]))


def progress(ban: Any) -> str:
    """What became of the comments, in a sentence; the ban comes from `counted`."""
    numbers = {name: getattr(ban, name) for name in Outcome.values}
    if ban.undone_at and ban.done:
        return _("Đang hoàn tác: còn %(done)d bình luận.") % numbers
    if ban.undone_at:
        kept = _("%(kept)d để nguyên vì đã có quyết định sau đó.") % numbers if ban.kept else ""
        return f"{_('Đã hoàn tác: %(undone)d bình luận trở lại như trước.') % numbers} {kept}".strip()
    if ban.waiting:
        return _("Đang dọn: còn %(waiting)d bình luận.") % numbers
    refused = _("%(refused)d để nguyên vì vừa có quyết định khác.") % numbers if ban.refused else ""
    return f"{_('Đã dọn %(done)d bình luận.') % numbers} {refused}".strip()


def _do(request: HttpRequest, pk: int, act: Callable[[Ban], None], done: str) -> HttpResponse:
    """Do it and go back, told what became of it. Raises NotAllowed."""
    keeping.require(person(request), "change")
    ban = get_object_or_404(Ban, pk=pk)
    try:
        act(ban)
    except CannotDecide as refused:
        messages.warning(request, str(refused))
    else:
        messages.success(request, done or progress(Ban.objects.counted().get(pk=pk)))
    return to(asked_next(request) or reverse("comments_desk:one_ban", args=[pk]))


def _page(request: HttpRequest, ban: Any, form: SpanForm, status: int = 200) -> HttpResponse:
    now = timezone.now()
    may_change = request.user.has_perm("comments.change_ban")
    left, total = sweeping.left(ban), sum(getattr(ban, name) for name in Outcome.values)
    context = {
        "title": _("Lệnh cấm: %(who)s") % {"who": ban},
        "ban": ban,
        "form": form,
        "is_live": ban.is_live(now),
        "may_change": may_change,
        "may_undo": may_change and not ban.undone_at and ban.undo_until > now,
        "left": left,
        "total": total,
        "so_far": total - left,
        "progress": progress(ban) if total else "",
        "heaps": _heaps(ban),
    }
    return page(request, "comments/desk/ban.html", status, **context)


def _heaps(ban: Any) -> list[tuple[Outcome, list[Any], int]]:
    """The comments by outcome, the first shown, and how many more there are."""
    found = []
    for outcome in (Outcome.KEPT, Outcome.REFUSED, Outcome.UNDONE, Outcome.DONE, Outcome.WAITING):
        if number := getattr(ban, outcome.value):
            rows = list(ban.swept.filter(outcome=outcome).select_related("comment").order_by("pk")[:NAMED])
            found.append((outcome, rows, number - len(rows)))
    return found
