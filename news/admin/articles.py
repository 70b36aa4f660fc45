"""The form of an article, and what saving it does.

Other apps add to the list and the form by subclassing ArticleAdmin and registering anew.
"""

from typing import Any, ClassVar

from django.contrib import admin, messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from news import body, lifecycle, photo_library
from news.admin.article_extras import AttachmentsInline, GalleriesInline
from news.admin.article_form import ArticleForm
from news.admin.article_list import ArticleList, shown_state
from news.admin.bylines import BylineInline
from news.admin.theme import display
from news.desk import transitions
from news.desk.pages import person
from news.models import Article, ArticleAuthor, Author

SAVE_AND = {"_hand_in": "gui-duyet", "_publish": "dang"}  # a button of the form: the transition that follows the save


@admin.register(Article)
class ArticleAdmin(ArticleList):
    """Text first; beside it what an article needs besides text."""

    form = ArticleForm
    inlines: ClassVar[list[Any]] = [BylineInline, GalleriesInline, AttachmentsInline]
    autocomplete_fields = ("tags",)
    compressed_fields = False
    warn_unsaved_form = True
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
            {"classes": ("side",), "fields": ("slug", "address_shown", "old_addresses", "updated_at")},
        ),
    )

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """For those who only look, the text as text, and without what is only for writing."""
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None or self.has_change_permission(request, obj):
            return fieldsets
        to_read: dict[Any, Any] = {"body": "body_shown", "seen": "", "new_photo": ""}
        return [
            (name, {**options, "fields": [shown for each in options["fields"] if (shown := to_read.get(each, each))]})
            for name, options in fieldsets
        ]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """The slug follows the headline until readers know the address."""
        return self.readonly_fields if obj and obj.was_public() else (*self.readonly_fields, "slug")

    @display(description=gettext_lazy("Nội dung"))
    def body_shown(self, article: Article) -> SafeString:
        """The body as it reads."""
        return format_html('<div class="desk-body">{}</div>', mark_safe(body.clean(article.body).html))  # noqa: S308

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
        """Through the life cycle; of a stored article only what was changed, so that nobody's publishing is undone."""
        if picture := form.cleaned_data.get("new_photo"):
            obj.lead_photo = photo_library.received_or_known(picture, person(request))
        if not change:
            lifecycle.create(obj, person(request))
            return
        stored = {field.name for field in obj._meta.concrete_fields}
        changed = stored.intersection(form.changed_data) | ({"lead_photo"} if picture else set())
        if changed:
            obj.save(update_fields=sorted(changed))

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """The byline; a new article without one is signed by its writer. Then the log."""
        super().save_related(request, form, formsets, change)
        writer = Author.objects.filter(user=person(request)).first()
        if not change and writer and not form.instance.bylines.exists():
            ArticleAuthor.objects.create(article=form.instance, author=writer)
        if change and (form.has_changed() or any(formset.has_changed() for formset in formsets)):
            lifecycle.edited(form.instance, person(request))
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
        """The form with what can be done to the article; 422 where it came back with errors."""
        article = self.get_object(request, object_id) if object_id else None
        context = desk_context(article, request) if article else {}
        response = super().changeform_view(request, object_id, form_url, {**context, **(extra_context or {})})
        if (
            request.method == "POST"
            and isinstance(response, TemplateResponse)
            and (response.context_data or {}).get("errors")
        ):
            response.status_code = 422
        return response


def desk_context(article: Article, request: HttpRequest) -> dict[str, Any]:
    """What stands beside the form: state, buttons, log, links."""
    return {
        "shown_state": shown_state(article),
        "transitions": transitions.offered(article, person(request)),
        "log": article.log.select_related("by")[:20],
        "preview": reverse("desk:preview", args=[article.pk]),
        "live_address": article.get_absolute_url() if article.is_live() else "",
    }
