"""Bylines."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from unfold.paginator import InfinitePaginator

from news.admin.sluggish import SluggishForm
from news.admin.theme import ModelAdmin
from news.desk.folded_search import by_slug
from news.models import Author


@admin.register(Author)
class AuthorAdmin(ModelAdmin):
    """People and desks who stand under articles; also what the article form looks them up in."""

    list_display = ("name", "title", "user")
    list_select_related = ("user",)
    search_fields = ("name",)
    paginator = InfinitePaginator
    show_full_result_count = False
    fields = ("name", "slug", "title", "bio", "portrait", "user")
    raw_id_fields = ("portrait",)
    autocomplete_fields = ("user",)
    actions = None
    compressed_fields = False
    form = SluggishForm

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Whose login stands behind a byline opens that person's drafts: not for an editor of some sections to say."""
        return () if request.user.has_perm("news.every_section") else ("user",)

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> tuple[Any, bool]:
        """With or without diacritics."""
        return by_slug(queryset, search_term), False
