"""“Ghi chú bên lề”: an article's notes on a page of their own, and what is done with them from there or beside the form."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from news import body
from news.desk.answers import for_pages_and_scripts, is_asked_by_script, refusal
from news.desk.margin_forms import NewNoteForm, answer_form, reword_form
from news.desk.margin_panel import panel
from news.desk.pages import page, person
from news.desk.revisions import chosen, readable
from news.margin import notes
from news.models import Article, MarginNote, Revision, User
from news.revisions import keeping
from news.revisions.content import Content

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

NOT_FOUND = _("Đã ghi chú, nhưng không thấy đoạn ấy trong bản đã lưu, nên ghi chú gắn với cả bài.")


@dataclass(frozen=True)
class Act:
    """What a button beside a note does: the form of its words (None: it asks none), the rule, what is said afterwards."""

    form: Callable[[MarginNote, Any], forms.Form] | None
    do: Callable[[MarginNote, User, str], object]
    done: "StrOrPromise"


ACTS = {
    "tra-loi": Act(answer_form, notes.answer, _("Đã trả lời.")),
    "sua": Act(reword_form, notes.reword, _("Đã sửa ghi chú.")),
    "xong": Act(None, lambda note, by, text: notes.resolve(note, by), _("Ghi chú đã xong.")),
    "mo-lai": Act(None, lambda note, by, text: notes.reopen(note, by), _("Đã mở lại ghi chú.")),
    "rut": Act(None, lambda note, by, text: notes.take_back(note, by), _("Đã rút ghi chú.")),
}


@require_http_methods(["GET", "HEAD", "POST"])
@for_pages_and_scripts
def listed(request: HttpRequest, pk: int) -> HttpResponse:
    """The notes beside the newest text, or, with `?ban=`, beside the revision that they were made on. A post adds one."""
    article = found(request, pk)
    if request.method != "POST":
        return shown(request, article)
    form = NewNoteForm(request.POST)
    if not form.is_valid():
        return refused(request, article, form)
    note, is_found = notes.add(article, person(request), form.cleaned_data["text"], form.passage(), form.revision())
    return done(request, article, _("Đã ghi chú.") if is_found else NOT_FOUND, note.pk, doubtful=not is_found)


@require_POST
@for_pages_and_scripts
def act(request: HttpRequest, pk: int, note: int, name: str) -> HttpResponse:
    """One of ACTS, on a note of that article."""
    article = found(request, pk)
    noted = get_object_or_404(article.margin_notes.select_related("article", "thread"), pk=note)
    asked = ACTS[name]
    form = asked.form(noted, request.POST) if asked.form else None
    if form and not form.is_valid():
        return refused(request, article, form)
    try:
        said = asked.do(noted, person(request), form.cleaned_data["text"] if form else "")
    except notes.TooLate as late:
        return refused(request, article, as_answer(noted, form), str(late))
    place = said.pk if isinstance(said, MarginNote) else None if name == "rut" else note
    return done(request, article, asked.done, place)


def found(request: HttpRequest, pk: int) -> Article:
    """The article, before anything is done. Raises Http404, also for a `?ban=` that it does not have."""
    article = readable(request, pk)
    if asked := request.GET.get("ban"):
        chosen(article, asked)
    return article


def as_answer(note: MarginNote, form: forms.Form | None) -> forms.Form | None:
    """The words that can't replace the note any more, ready to be said as an answer."""
    words = answer_form(note.thread or note)
    return form and answer_form(note.thread or note, {words.add_prefix("text"): form.cleaned_data["text"]})


def done(
    request: HttpRequest, article: Article, sentence: "StrOrPromise", note: int | None, *, doubtful: bool = False
) -> HttpResponse:
    """Back to the note where it was acted on; for scripts the panel as it is now."""
    if is_asked_by_script(request):
        return JsonResponse({"said": str(sentence), "note": note, "panel": fragment(request, article)})
    (messages.warning if doubtful else messages.success)(request, str(sentence))
    page_of = "desk:margin" if "trang-rieng" in request.POST else "admin:news_article_change"
    asked = f"?{urlencode({'ban': request.GET['ban']})}" if request.GET.get("ban") else ""
    return redirect(f"{reverse(page_of, args=[article.pk])}{asked}#ghi-chu-{note or 'ben-le'}")


def refused(request: HttpRequest, article: Article, form: forms.Form | None, sentence: str = "") -> HttpResponse:
    """422: the page with what was typed, and why it was not taken beside it."""
    if form and sentence:
        form.add_error("text", sentence)
    if is_asked_by_script(request):
        told = form.errors["text"][0] if form else sentence
        return refusal(str(told), 422, field=form.add_prefix("text") if form else "")
    if not form:
        messages.error(request, sentence)
    return shown(request, article, form, 422)


def shown(request: HttpRequest, article: Article, failed: forms.Form | None = None, status: int = 200) -> HttpResponse:
    """The page: the text, and its notes beside it."""
    revision, content = looked_at(request, article)
    return page(
        request,
        "news/desk/margin.html",
        status,
        content=content,
        body=body.clean(content.body).html,
        revision=revision,
        asked=request.GET.get("ban", ""),
        title=_("Ghi chú bên lề"),
        article=article,
        notes=beside(request, article, revision, content, failed),
    )


def fragment(request: HttpRequest, article: Article) -> str:
    """The threads alone, as the page or the panel beside the form shows them now."""
    threads = beside(request, article, *looked_at(request, article))
    return render_to_string("news/desk/parts/margin_threads.html", threads, request)


def looked_at(request: HttpRequest, article: Article) -> tuple[Revision | None, Content]:
    """The revision that `?ban=` names, else the newest (None before the first), and its text. Raises Http404."""
    asked = request.GET.get("ban", "")
    revision = chosen(article, asked) if asked else keeping.newest(article)
    return revision, keeping.content_of(revision) if revision else Content.of(article)


def beside(
    request: HttpRequest,
    article: Article,
    revision: Revision | None,
    content: Content,
    failed: forms.Form | None = None,
) -> dict[str, Any]:
    """The panel beside that text of an article that was found by `readable`; with `?ban=` of what was noted on it."""
    return panel(
        article,
        content,
        person(request),
        lambda: vars(article)["editable"],
        seen=revision.pk if revision else None,
        made_on=revision if request.GET.get("ban") else None,
        failed=failed,
    )
