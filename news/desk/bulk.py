"""Before an act on several articles: what will happen, in numbers, and the button that says so."""

from collections.abc import Collection
from uuid import UUID, uuid4

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from news.bulk import acting
from news.bulk.counting import MOST, Count, count
from news.bulk.kinds import Asked, Kind
from news.bulk.menu import BY_NAME
from news.desk.bulk_forms import asked, form_for
from news.desk.pages import page, person, staff
from news.ids import ids_in
from news.models import BulkAct, Outcome

NAMED = 50  # articles of each heap are named; the rest is a number
LONGEST = 2000  # letters of a filter that is led back to


def first_page(request: HttpRequest, kind: Kind, pks: Collection[int]) -> HttpResponse:
    """The question as the list of articles leads to it."""
    return question(request, kind, pks, form_for(kind.name)(), None, request.META.get("QUERY_STRING", ""))


@require_POST
@staff
def ask(request: HttpRequest, name: str) -> HttpResponse:
    """Count, or do what was counted.

    422 with the form if it was answered wrongly, 409 with the new numbers if they are not those that the person has seen.
    """
    kind, pks = BY_NAME.get(name), chosen(request.POST.get("articles", ""))
    if kind is None:
        raise Http404
    if not 0 < len(pks) <= MOST:
        messages.warning(request, too_many() if pks else _("Hãy chọn bài trước."))
        return back_to_list(request)
    if done := BulkAct.objects.filter(key=key_of(request), by=person(request)).first():
        return after(request, done)
    form = form_for(kind.name)(request.POST)
    if not form.is_valid():
        return question(request, kind, pks, form, None, back_of(request), 422)
    answer = asked(form)
    if "do" not in request.POST:
        return question(request, kind, pks, form, answer, back_of(request))
    counted = count(kind, pks, person(request), answer)
    if counted.mark != request.POST.get("mark") or not counted.changing:
        return question(request, kind, pks, form, answer, back_of(request), 409)
    everyone = [article.pk for heap in (counted.changing, *counted.staying.values()) for article in heap]
    return after(request, acting.begin(kind, everyone, person(request), answer, key_of(request)))


def question(
    request: HttpRequest,
    kind: Kind,
    pks: Collection[int],
    form: forms.Form,
    answer: Asked | None,
    back: str,
    status: int = 200,
) -> HttpResponse:
    """The page: numbers, names, the form, and a button once the numbers are known."""
    counted = count(kind, pks, person(request), answer)
    known = answer is not None or not kind.counts_by_asked
    context = {
        "title": _("%(act)s: %(count)d bài đã chọn") % {"act": kind.label, "count": len(pks)},
        "kind": kind,
        "form": form,
        "counted": counted,
        "heaps": heaps(counted),
        "known": known,
        "named": NAMED,
        "articles": ",".join(map(str, pks)),
        "key": uuid4(),
        "back": back,
        "changed": status == 409,
    }
    return page(request, "news/desk/several.html", status, **context)


def heaps(counted: Count) -> list[tuple[str, int, list[str]]]:
    """The articles that stay as they are: the reason, how many, and the first headlines; the largest heap first."""
    largest = sorted(counted.staying.items(), key=lambda heap: -len(heap[1]))
    return [(why, len(those), [article.headline for article in those[:NAMED]]) for why, those in largest]


def after(request: HttpRequest, act: BulkAct) -> HttpResponse:
    """To the list, told what was done, with the way back; to the act itself while the worker is at it."""
    act = BulkAct.objects.counted().get(pk=act.pk)
    if act.items.filter(outcome=Outcome.WAITING).exists():
        return redirect("desk:bulk_act", act.pk)
    kind = BY_NAME[act.kind]
    words = render_to_string("news/desk/parts/bulk_done.html", {"act": act, "kind": kind}, request)
    messages.success(request, words)
    return back_to_list(request)


def back_to_list(request: HttpRequest) -> HttpResponse:
    """The list of articles, filtered as it was."""
    query = back_of(request)
    return redirect(reverse("admin:news_article_changelist") + (f"?{query}" if query else ""))


def back_of(request: HttpRequest) -> str:
    """The filter that the person came from: a query, whatever was sent."""
    return QueryDict(request.POST.get("back", "")[:LONGEST]).urlencode()


def chosen(ids: str) -> list[int]:
    """The articles' ids, each once; what is none is left out."""
    return ids_in(ids.split(","))


def key_of(request: HttpRequest) -> UUID:
    """The page's own key, by which a button pressed twice is known; a new one for what is none."""
    try:
        return UUID(request.POST.get("key", ""))
    except ValueError:
        return uuid4()


def too_many() -> str:
    """Why not all at once."""
    return _("Mỗi lần làm được nhiều nhất %(count)d bài. Hãy lọc hẹp hơn, ví dụ theo chuyên mục hay tác giả.") % {
        "count": MOST
    }
