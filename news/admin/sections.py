"""Sections of the paper."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext as _

from news.admin.deletion import ReadableDeletion
from news.admin.sluggish import SluggishForm
from news.models import Section


@admin.register(Section)
class SectionAdmin(ReadableDeletion):
    """In the paper's order, subsections under their section."""

    list_display = ("name", "parent", "slug", "order")
    list_editable = ("order",)
    list_select_related = ("parent",)
    list_per_page = 100
    search_fields = ("name", "slug")
    show_full_result_count = False
    fields = ("name", "slug", "parent", "order", "description")
    actions = None
    compressed_fields = False
    form = SluggishForm

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """In the list the order is typed in a column, whose heading names the field."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "order" and field:
            field.widget.attrs["aria-label"] = _("Thứ tự")
        return field

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Only top sections can have subsections."""
        if db_field.name == "parent":
            kwargs["queryset"] = Section.objects.filter(parent=None)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)
