"""“Thao tác hàng loạt gần đây”: what was done to several articles at once, how far it is, and the way back."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from news import lifecycle, rights
from news.bulk import acting
from news.bulk.menu import BY_NAME
from news.desk.pages import page, person, staff
from news.ids import LARGEST_ID
from news.models import Article, BulkAct, BulkItem, Outcome
from news.paging import asked_key, cut

PER_PAGE = 30
NAMED = 100  # articles of each outcome are named; the rest is a number


@require_safe
@staff
def recent(request: HttpRequest) -> HttpResponse:
    """One page of the acts that the person finds at the desk, the newest first."""
    require_writer(request)
    acts = BulkAct.objects.readable_by(person(request)).newest_first()
    shown, older = cut(acts, asked_key(request), PER_PAGE, "at")
    counted = BulkAct.objects.counted().newest_first().filter(pk__in=[act.pk for act in shown])
    rows, title = [(act, way_back(act)) for act in counted], _("Thao tác hàng loạt gần đây")
    return page(request, "news/desk/bulk_acts.html", title=title, rows=rows, older=older)


@require_safe
@staff
def shown(request: HttpRequest, pk: int) -> HttpResponse:
    """One act with its articles; as JSON only how far it is."""
    act = found(request, pk)
    if request.GET.get("dang") == "json":
        return JsonResponse({"left": left(act), "words": progress(act)})
    withdrawable = act.kind == "dang" and request.user.has_perm("news.withdraw_article")
    done = act.items.filter(outcome=Outcome.DONE).values_list("article", flat=True) if withdrawable else ()
    context = {
        "title": act.words,
        "act": act,
        "kind": BY_NAME.get(act.kind),
        "way_back": way_back(act),
        "left": left(act),
        "total": acting_on(act),
        "so_far": acting_on(act) - left(act),
        "progress": progress(act),
        "heaps": heaps(request, act),
        "to_withdraw": ",".join(map(str, done)),
    }
    return page(request, "news/desk/bulk_act.html", **context)


@require_POST
@staff
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Put back what nobody has changed since, and tell what was not; asked again, it is told that it is done."""
    act = found(request, pk)
    try:
        acting.undo(act, person(request))
    except (rights.NotAllowed, lifecycle.WrongState) as refused:
        messages.warning(request, str(refused))
    else:
        act = found(request, pk)
        if not left(act):
            messages.success(request, progress(act))
    return redirect("desk:bulk_act", pk)


@require_POST
@staff
def carry_on(request: HttpRequest, pk: int) -> HttpResponse:
    """Do a part of what is left here, for a house whose worker does not run."""
    acting.carry_on(found(request, pk), acting.AT_ONCE)
    return redirect("desk:bulk_act", pk)


def found(request: HttpRequest, pk: int) -> Any:
    """The act with its numbers. Raises Http404 for what the person does not find at the desk."""
    require_writer(request)
    act = BulkAct.objects.readable_by(person(request)).counted().filter(pk=pk).first() if pk <= LARGEST_ID else None
    if act is None:
        raise Http404
    return act


def require_writer(request: HttpRequest) -> None:
    """Raises NotAllowed for those who have no articles at the desk."""
    if not (request.user.has_perm("news.edit_any_article") or request.user.has_perm("news.change_article")):
        raise rights.NotAllowed(_("Bạn không làm việc với bài viết."), "news.change_article")


def way_back(act: Any) -> str:
    """What the button does: “undo” while it can be undone, else ""."""
    kind = BY_NAME.get(act.kind)
    in_time = act.undo_until > timezone.now() and not act.undone_at
    return "undo" if kind and kind.has_way_back and in_time and (act.done or act.waiting) else ""


def left(act: Any) -> int:
    """How many articles are still to be done, or to be undone."""
    return int(act.done if act.undone_at else act.waiting)


def acting_on(act: Any) -> int:
    """How many articles the act is about."""
    return int(act.waiting + act.done + act.refused + act.undone + act.kept)


def progress(act: Any) -> str:
    """How far it is, in a sentence."""
    numbers = {name: getattr(act, name) for name in Outcome.values} | {"total": acting_on(act)}
    if act.undone_at and act.done:
        return _("Đang hoàn tác: còn %(done)d bài.") % numbers
    if act.undone_at:
        kept = _("%(kept)d bài để nguyên vì đã có thay đổi sau đó.") % numbers if act.kept else ""
        return f"{_('Đã hoàn tác %(undone)d bài.') % numbers} {kept}".strip()
    if act.waiting:
        return _("Đang làm: còn %(waiting)d trong %(total)d bài.") % numbers
    refused = _("%(refused)d bài không làm được.") % numbers if act.refused else ""
    return f"{_('Đã làm %(done)d bài.') % numbers} {refused}".strip()


def heaps(request: HttpRequest, act: BulkAct) -> list[tuple[Outcome, list[BulkItem], int]]:
    """The articles by outcome that the person finds at the desk, the first named, and how many more there are."""
    mine = Article.objects.readable_by(person(request)).values("pk")
    found = []
    for outcome in (Outcome.KEPT, Outcome.REFUSED, Outcome.UNDONE, Outcome.DONE, Outcome.WAITING):
        number = getattr(act, outcome.value)
        if number:
            items = act.items.filter(outcome=outcome, article__in=mine).select_related("article").order_by("pk")
            rows = list(items.defer("article__body", "article__search_text")[:NAMED])
            found.append((outcome, rows, number - len(rows)))
    return found
