"""Topics."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from unfold.paginator import InfinitePaginator

from news.admin.deletion import ReadableDeletion
from news.admin.sluggish import SluggishForm
from news.desk.folded_search import by_slug
from news.models import Tag


@admin.register(Tag)
class TagAdmin(ReadableDeletion):
    """By name; also what the article form looks topics up in."""

    list_display = ("name", "slug")
    search_fields = ("name",)
    paginator = InfinitePaginator
    show_full_result_count = False
    fields = ("name", "slug", "description")
    actions = None
    compressed_fields = False
    form = SluggishForm

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> tuple[Any, bool]:
        """With or without diacritics."""
        return by_slug(queryset, search_term), False
