"""Galleries: photos in an order, each with words of its own.

What stands inside a gallery is no article's own: readers of all that show it see a change at once, and its page says so.
"""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse

from news.admin.lead_photo import PhotoPicker
from news.admin.returned_forms import ReturnedForms
from news.admin.revised_rows import PartOfArticle
from news.desk.pages import person
from news.models import Article, ArticleGallery, Gallery, GalleryPhoto
from news.vietnamese.plain import clean_line

LISTED = 20  # live articles; more are told by their number


class GalleryPhotoInline(PartOfArticle):
    """The gallery's photos."""

    model = GalleryPhoto
    fields = ("photo", "caption", "order", "move")
    ordering_field = "order"
    max_num = 60
    extra = 1

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Who writes articles fills galleries; whose this one is, the gallery's own form decides."""
        return request.user.has_perm("news.change_article")

    has_change_permission = has_delete_permission = has_add_permission

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """A photo is picked in the library, not found in a list of thousands."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "photo":
            field.widget, field.help_text = PhotoPicker(), ""
        return field


@admin.register(Gallery)
class GalleryAdmin(ReturnedForms):
    """All galleries; who may change which is the model's question."""

    list_display = ("title", "created_at")
    search_fields = ("title",)
    show_full_result_count = False
    actions = None
    compressed_fields = False
    fields = ("title",)
    inlines = (GalleryPhotoInline,)

    def changeform_view(
        self, request: HttpRequest, object_id: Any = None, form_url: str = "", extra_context: Any = None
    ) -> Any:
        """The page, with the live articles that show the gallery and in how many the person may not read."""
        context: dict[str, Any] = {}
        gallery = self.get_object(request, object_id) if object_id else None
        if gallery:
            live = Article.objects.live().showing(gallery).newest_first()
            readable = live.filter(pk__in=Article.objects.readable_by(person(request)).values("pk")).for_lists()
            context = {"live_in": readable[:LISTED], "live_count": live.count()}
        response: HttpResponse = super().changeform_view(
            request, object_id, form_url, {**context, **(extra_context or {})}
        )
        return response

    def save_model(self, request: HttpRequest, obj: Gallery, form: Any, change: bool) -> None:
        """Whose it is is noted once."""
        obj.title = clean_line(obj.title) or obj.title
        if not change:
            obj.created_by = person(request)
        super().save_model(request, obj, form, change)

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Who writes articles makes galleries."""
        return request.user.has_perm("news.change_article")

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Who writes articles makes galleries."""
        return request.user.has_perm("news.change_article")

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Who writes articles may show any gallery."""
        return request.user.has_perm("news.change_article")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """One's own as long as no article shows it that one may not edit; all for those who may edit any."""
        if obj is None:
            return request.user.has_perm("news.change_article")
        return Gallery.objects.editable_by(person(request)).filter(pk=obj.pk).exists()

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Whoever may change it, unless an article shows it."""
        if obj is None or ArticleGallery.objects.filter(gallery=obj).exists():
            return False
        return self.has_change_permission(request, obj)
