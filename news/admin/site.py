"""What the paper says of itself: one row, no list."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from news.admin.audited import Audited
from news.admin.theme import ModelAdmin
from news.models import SiteSettings


@admin.register(SiteSettings)
class SiteSettingsAdmin(Audited, ModelAdmin):
    """The list leads straight to the form, which makes the row at its first save."""

    compressed_fields = False
    fieldsets = (
        (None, {"fields": ("name", "motto")}),
        (_("Chân trang"), {"fields": ("licence", "publisher", "editor_in_chief", "address", ("phone", "email"))}),
        (_("Bình luận"), {"fields": ("comments_enabled", "comment_policy", "comments_close_after")}),
    )

    def has_add_permission(self, request: HttpRequest) -> bool:
        """There is one row."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """There is always one row."""
        return False

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """To the form."""
        return redirect("admin:news_sitesettings_change", "1")

    def get_object(self, request: HttpRequest, object_id: str, from_field: Any = None) -> SiteSettings | None:
        """The row, or its defaults where nobody has saved any yet."""
        return SiteSettings.objects.current() if object_id == "1" else None
