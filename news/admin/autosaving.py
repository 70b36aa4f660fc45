"""Saving while somebody writes: the form's content is kept as an autosaved revision, as far as it can be.

What isn't right yet in a field keeps what stood there before and is told; nothing of it is shown to readers.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.forms import Script
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _

from news import editing, presence, rights
from news.admin.article_list import ArticleList
from news.admin.revised_rows import RevisedInline
from news.desk.answers import for_scripts, refusal
from news.desk.pages import person
from news.ids import id_in
from news.models import Article, Origin, Presence, Revision, Section
from news.revisions import content as contents
from news.revisions import keeping
from news.revisions.content import Content

RELATED = ("further_sections", "tags")


@dataclass(frozen=True)
class Typed:
    """What came from the browser: the content as far as it is right, and by field what is not."""

    content: Content
    errors: dict[str, list[str]]
    opened_on: int


class Autosaving(ArticleList):
    """The article form's two addresses for that."""

    class Media:
        js = [
            Script(f"news/{name}.js", type="module") for name in ("autosave", "kept-copy", "sign-in-again", "presence")
        ]

    def get_urls(self) -> list[Any]:
        """They stand before the admin's own, which would take any address for an article's."""
        return [
            path("add/tu-luu/", for_scripts(self.autosave_new), name="news_article_autosave_new"),
            path("<int:pk>/tu-luu/", for_scripts(self.autosave), name="news_article_autosave"),
            *super().get_urls(),
        ]

    def changeform_view(
        self, request: HttpRequest, object_id: Any = None, form_url: str = "", extra_context: Any = None
    ) -> Any:
        """The form knows where to save by itself."""
        context = {"writing": writing(id_in(str(object_id or ""))), **(extra_context or {})}
        return super().changeform_view(request, object_id, form_url, context)

    def autosave(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Keep what was typed at that article; 409 with the revision that keeps it if it may not be the newest."""
        return self.keep(request, pk)

    def keep(self, request: HttpRequest, pk: int, **more: object) -> HttpResponse:
        """The answer to a save, with `more` in it where it was kept."""
        article = self.get_object(request, str(pk))
        if article is None:
            raise Article.DoesNotExist
        rights.require_editable(article, person(request))
        typed = self.typed(request, article, article.edited)
        if holder := presence.held_elsewhere(article, request.POST.get("window", "")):
            return rescued(request, article, typed, holder)
        opened_on = typed.opened_on
        if request.POST.get("lost"):
            opened_on = editing.acknowledged(article, opened_on, person(request))
        try:
            revision = editing.save(
                article, typed.content, person(request), origin=Origin.AUTOSAVED, opened_on=opened_on
            )
        except keeping.Outdated as outdated:
            return rescued(request, article, typed, outdated.newest)
        return saved(revision, typed, **more)

    def autosave_new(self, request: HttpRequest) -> HttpResponse:
        """The first words of a new article make its draft, once for each window."""
        by, window = person(request), request.POST.get("window", "")
        rights.require(by, "news.add_article")
        if request.POST.get("lost") and (known := presence.begun_in(window, by)):
            return self.keep(request, known, article=known, addresses=writing(known))
        section = Section.objects.top().first()
        if section is None:
            return refusal(_("Báo chưa có chuyên mục nào; hãy tạo một chuyên mục trước."), 422)
        article = Article(headline=_("Bài chưa có tít"), section=section)
        typed = self.typed(request, None, Content(**contents.fields_of(article)))
        with transaction.atomic():
            revision = editing.begin(contents.onto(article, typed.content), typed.content, by)
            if presence.is_window(window):
                presence.beat(revision.article, by, window)
        pk = revision.article_id
        return saved(revision, typed, article=pk, addresses=writing(pk))

    def typed(self, request: HttpRequest, article: Article | None, before: Content) -> Typed:
        """Read the form leniently; `before` is what stood there."""
        form: Any = self.get_form(request, article, change=article is not None)(request.POST, instance=article)
        form.is_valid()
        errors = {name: list(map(str, sentences)) for name, sentences in form.errors.items() if name != "__all__"}
        changes = {
            name: value
            for name, value in contents.fields_of(form.instance).items()
            if name in form.cleaned_data and (name in form.data or name not in contents.TEXTS)
        }
        changes |= {
            name: tuple(each.pk for each in form.cleaned_data[name]) for name in RELATED if name in form.cleaned_data
        }
        for formset in self.rows(request, article):
            if formset.is_valid():
                changes |= formset.changes()
            else:
                errors[str(formset.prefix)] = [str(each) for row in formset.errors for each in row.values()]
        return Typed(before.with_changes(changes), errors, form.opened_on or keeping.UNKEPT)

    def rows(self, request: HttpRequest, article: Article | None) -> Iterator[Any]:
        """The rows under the article, bound; what a page from before a change doesn't send stays as it is."""
        for made, inline in self.get_formsets_with_inlines(request, article):
            if isinstance(inline, RevisedInline):
                prefix = made.get_default_prefix()
                formset: Any = made(**self.get_formset_kwargs(request, article or Article(), inline, prefix))
                formset.by_itself = True
                if formset.was_sent():
                    yield formset


def writing(pk: int | None) -> dict[str, str]:
    """Where the form of that article (None: a new one) saves by itself, and tells who is at it."""
    if pk is None:
        return {"autosave": reverse("admin:news_article_autosave_new")}
    return {
        "page": reverse("admin:news_article_change", args=[pk]),
        "autosave": reverse("admin:news_article_autosave", args=[pk]),
        "presence": reverse("desk:presence", args=[pk]),
        "revisions": reverse("desk:revisions", args=[pk]),
    }


def saved(revision: Revision, typed: Typed, **more: object) -> JsonResponse:
    """The text is kept as that revision, which the form has seen."""
    told = {"saved_at": revision.at, "revision": revision.pk, "number": revision.number, "errors": typed.errors}
    return JsonResponse({**told, **more})


def rescued(request: HttpRequest, article: Article, typed: Typed, instead: Presence | Revision) -> JsonResponse:
    """409: somebody holds the article or saved meanwhile; the text is kept beside the newest."""
    by = person(request)
    kept = editing.rescue(article, typed.content, by, typed.opened_on)
    taken = isinstance(instead, Presence)
    who, when = (instead.user, instead.seen_at) if isinstance(instead, Presence) else (instead.by, instead.at)
    sentence = _("%(who)s đã nhận bài này.") if taken else _("%(who)s đã lưu bài này sau khi bạn mở.")
    if who == by:
        sentence = _("Bạn đang sửa bài này ở cửa sổ khác.") if taken else _("Bạn đã lưu bài này ở cửa sổ khác.")
    return refusal(
        sentence % {"who": who or _("Hệ thống")},
        409,
        taken=taken,
        by=str(who or _("Hệ thống")),
        me=who == by,
        at=when,
        kept={"revision": kept.pk, "number": kept.number, "address": reverse("desk:revisions", args=[article.pk])},
    )
