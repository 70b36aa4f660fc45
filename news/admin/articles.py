"""The form of an article, and what saving it does.

Other apps add to the list and the form by subclassing ArticleAdmin and registering anew.
"""

from typing import Any, ClassVar

from django.contrib import admin, messages
from django.db import transaction
from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from news import corrections, editing, lifecycle, photo_library, rights
from news.admin import conflict
from news.admin.article_extras import AttachmentFormSet, AttachmentsInline, GalleriesInline
from news.admin.article_form import ArticleForm
from news.admin.article_list import shown_state
from news.admin.article_rights import may_edit, why_only_read
from news.admin.bylines import BylineInline, byline_rows
from news.admin.conflict import Conflict
from news.admin.returned_forms import ReturnedForms
from news.admin.revised_rows import RevisedInline, RevisedRows
from news.admin.text_to_read import TextToRead
from news.admin.theme import display
from news.desk import transitions
from news.desk.findings import findings_of
from news.desk.margin_panel import panel
from news.desk.pages import person
from news.ids import id_in
from news.models import Article, Author, AuthorRole, LogEntry, State, User
from news.revisions import content as contents
from news.revisions import keeping
from news.revisions.content import Byline, Content
from news.revisions.keeping import UNKEPT

SAVE_AND = {
    "_hand_in": "gui-duyet",
    "_publish": "dang",
    "_update": "cap-nhat",
}  # a button of the form: the transition that follows the save


@admin.register(Article)
class ArticleAdmin(ReturnedForms, TextToRead):
    """Text first; beside it what an article needs besides text."""

    form = ArticleForm
    inlines: ClassVar[list[Any]] = [BylineInline, GalleriesInline, AttachmentsInline]
    autocomplete_fields = ("tags",)
    compressed_fields = False
    warn_unsaved_form = False  # static/news/autosave.js knows better what is unsaved
    view_on_site = False  # the panel beside the text says where readers see it
    readonly_fields = ("address_shown", "old_addresses")
    fieldsets = (
        (None, {"fields": ("headline", "standfirst", "body", "seen")}),
        (
            gettext_lazy("Vị trí"),
            {
                "classes": ("side",),
                "fields": ("section", "further_sections", "tags", "featured", "source_line", "short_headline"),
            },
        ),
        (
            gettext_lazy("Ảnh đại diện"),
            {"classes": ("side",), "fields": ("lead_photo", "new_photo", "lead_caption", "lead_credit")},
        ),
        (
            gettext_lazy("Địa chỉ và thời gian"),
            {"classes": ("side",), "fields": ("slug", "address_shown", "old_addresses")},
        ),
    )

    def get_queryset(self, request: HttpRequest) -> Any:
        """What the person finds at the desk, each with what its form and its rules ask of it."""
        return super().get_queryset(request).select_related("section", "lead_photo")

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Any:
        """The article as editors left it, which readers may not see yet; its content as `edited`.

        Read once for a page that only shows it; a form that was sent gets one of its own, to write into.
        """
        known: dict[str, Any] = request.__dict__.setdefault("_articles_shown", {}) if request.method == "GET" else {}
        if object_id not in known:
            article = super().get_object(request, object_id, from_field)
            known[object_id] = as_edited(article) if article else None
        return known[object_id]

    def get_formset_kwargs(self, request: HttpRequest, obj: Any, inline: Any, prefix: str) -> dict[str, Any]:
        """Rows as the revision has them; for those who only look, those that readers see."""
        kwargs = super().get_formset_kwargs(request, obj, inline, prefix)
        if isinstance(inline, RevisedInline) and (obj.pk is None or self.has_change_permission(request, obj)):
            kwargs["queryset"] = inline.model._default_manager.none()
            if request.method != "POST":
                kwargs["initial"] = first_rows(inline, obj, person(request))
        return kwargs

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """The form knows who types."""
        form: Any = super().get_form(request, obj, change, **kwargs)
        form.person = person(request)
        return form

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """The slug follows the headline until readers know the address."""
        return self.readonly_fields if obj and obj.was_public() else (*self.readonly_fields, "slug")

    @display(description=gettext_lazy("Địa chỉ"))
    def address_shown(self, article: Article) -> SafeString | str:
        """Where readers find it."""
        if not article.pk:
            return _("Có sau khi lưu.")
        address = article.get_absolute_url()
        return format_html('<a href="{0}">{0}</a>', address) if article.is_live() else address

    @display(description=gettext_lazy("Địa chỉ cũ"))
    def old_addresses(self, article: Article) -> str:
        """Slugs under which readers knew it; they lead to the new one."""
        slugs = [old.slug for old in article.old_slugs.all() if old.slug != article.slug] if article.pk else []
        return ", ".join(slugs) or "–"

    def save_model(self, request: HttpRequest, obj: Article, form: Any, change: bool) -> None:
        """A new photo is taken in; a new article gets its row. The text is kept with its relations, below."""
        if picture := form.cleaned_data.get("new_photo"):
            obj.lead_photo = photo_library.received_or_known(picture, person(request))

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Keep the text, with its byline, as a revision; then what other apps keep beside an article."""
        content, files, by = written(form, formsets), files_in(formsets), person(request)
        if change:
            editing.save(form.instance, content, by, opened_on=form.opened_on, files=files)
        else:
            editing.begin(form.instance, signed(content, by), by, files)
        for formset in formsets:
            if not isinstance(formset, RevisedRows):
                self.save_formset(request, form, formset, change)
        if form.removed:
            messages.warning(request, _("Đã bỏ khỏi nội dung: %(what)s.") % {"what": "; ".join(map(str, form.removed))})

    def response_add(self, request: HttpRequest, obj: Article, post_url_continue: str | None = None) -> HttpResponse:
        """Saved, and where asked handed in or published."""
        return self.and_then(request, obj) or super().response_add(request, obj, post_url_continue)

    def response_change(self, request: HttpRequest, obj: Article) -> HttpResponse:
        """Saved, and where asked handed in or published."""
        return self.and_then(request, obj) or super().response_change(request, obj)

    def and_then(self, request: HttpRequest, article: Article) -> HttpResponse | None:
        """The transition that follows the save; if it is refused, the text is saved all the same and the reasons are told."""
        wanted = next((name for button, name in SAVE_AND.items() if button in request.POST), None)
        if wanted is None:
            return None
        transition = transitions.BY_NAME[wanted]
        try:
            with transaction.atomic():
                transition.act(article, person(request), {})
        except (lifecycle.NotAllowed, lifecycle.WrongState) as error:
            messages.warning(request, _("Đã lưu bài. %(why)s") % {"why": error})
        except lifecycle.NotReady as error:
            messages.warning(request, _("Đã lưu bài, nhưng chưa đăng được:"))
            for sentence in error.missing:
                messages.error(request, sentence)
        else:
            messages.success(request, str(transition.done))
        return redirect("admin:news_article_change", article.pk)

    def changeform_view(
        self, request: HttpRequest, object_id: Any = None, form_url: str = "", extra_context: Any = None
    ) -> Any:
        """The form with what can be done to the article."""
        article = self.get_object(request, object_id) if object_id else None
        context: dict[str, Any] = (
            desk_context(article, request) if article else {"may_publish": may_publish_new(request)}
        )
        context["conflict"] = self.conflict(request, article)
        try:
            return super().changeform_view(request, object_id, form_url, {**context, **(extra_context or {})})
        except keeping.Outdated:  # saved by two at the very same moment: this time the form sees it
            context["conflict"] = self.conflict(request, article)
            return super().changeform_view(request, object_id, form_url, {**context, **(extra_context or {})})

    def conflict(self, request: HttpRequest, article: Any) -> Conflict | None:
        """What somebody else saved since the posted form was opened; the form then holds both people's changes."""
        seen = request.POST.get("seen", "")
        if request.method != "POST" or article is None or not self.has_change_permission(request, article):
            return None
        opened_on = id_in(seen) or (UNKEPT if "seen" in request.POST else None)
        newest = conflict.find(article, opened_on)
        if newest is None:
            return None
        form = self.get_form(request, article, change=True)(request.POST, request.FILES, instance=article)
        formsets, _inlines = self._create_formsets(request, article, change=True)  # type: ignore[attr-defined]
        form.is_valid()
        if "__all__" not in form.errors or len(form.errors) > 1 or not all(formset.is_valid() for formset in formsets):
            return None  # what was typed has to be put right first
        return conflict.bring_together(request, newest, opened_on, written(form, formsets), files_in(formsets))


def as_edited(article: Article) -> Any:
    """A copy that reads as the newest revision, whose content it has as `edited`."""
    content = keeping.newest_content(article)
    shown: Any = contents.onto(article, content)
    shown.edited = content
    # Asked for by each look at the field and by each rule; the last two are here unless the revision has others.
    prefetch_related_objects([shown], "old_slugs", "section", "lead_photo")
    return shown


def written(form: Any, formsets: Any) -> Content:
    """What the person typed and chose, as a revision holds it; new files aside."""
    rows = [formset.changes() for formset in formsets if isinstance(formset, RevisedRows)]
    return Content(
        **contents.fields_of(form.instance),
        further_sections=tuple(section.pk for section in form.cleaned_data["further_sections"]),
        tags=tuple(tag.pk for tag in form.cleaned_data["tags"]),
        **{name: value for changes in rows for name, value in changes.items()},
    )


def files_in(formsets: Any) -> editing.Files:
    """The documents under the text in their order, new ones among them."""
    return next((formset.documents() for formset in formsets if isinstance(formset, AttachmentFormSet)), ())


def first_rows(inline: RevisedInline, article: Any, by: User) -> list[dict[str, Any]]:
    """What stands in the rows of a form that is opened: of the revision; of a new article the writer's own byline."""
    if article.pk:
        return inline.first_rows(article.edited)
    return byline_rows(signature(by)) if isinstance(inline, BylineInline) else []


def signed(content: Content, by: User) -> Content:
    """A new article without a byline is signed by its writer, if they have a name that readers know."""
    return content if content.bylines else content.with_changes({"bylines": signature(by)})


def signature(by: User) -> tuple[Byline, ...]:
    """The writer's own byline; none without a name that readers know."""
    writer = Author.objects.filter(user=by).values_list("pk", flat=True).first()
    return () if writer is None else (Byline(writer, AuthorRole.TEXT),)


def may_publish_new(request: HttpRequest) -> bool:
    """Whether publishing is offered while the section is still to be chosen; the rule is asked when it is."""
    return request.user.has_perm("news.publish_article")


def standing_return(article: Article) -> LogEntry | None:
    """Why a draft came back to its writer; None once it was handed in again."""
    if article.state != State.DRAFT:
        return None
    return article.log.standing_returns().select_related("by").first()


def desk_context(article: Article, request: HttpRequest) -> dict[str, Any]:
    """What stands beside the form: state, buttons, corrections, log, links."""
    may_correct = article.was_public() and rights.allows(corrections.require, article, person(request))
    return {
        "returned": standing_return(article),
        "findings": findings_of(article, vars(article)["edited"]),
        "shown_state": shown_state(article),
        "transitions": transitions.offered(article, person(request)),
        "notes": margin_beside(article, request),
        "log": article.log.select_related("by")[:20],
        "preview": reverse("desk:looks", args=[article.pk]),
        "why_only_read": why_only_read(request, article),
        "may_publish": transitions.may_publish(article, person(request)),
        "may_update": rights.allows(rights.require_publishable, article, person(request)),
        "live_address": article.get_absolute_url() if article.is_live() else "",
        "may_correct": may_correct,
        "corrections": article.corrections.newest_first() if may_correct else (),
    }


def margin_beside(article: Any, request: HttpRequest) -> dict[str, Any]:
    """The notes in the margin of the text that is edited."""
    seen = article.newest_revision_id
    return panel(article, article.edited, person(request), lambda: may_edit(request, article), seen=seen)
