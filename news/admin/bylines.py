"""Who stands under an article, in order; and what all rows inside an article's form have in common."""

from typing import Any

from django.http import HttpRequest
from django.utils.text import capfirst

from news.admin.article_rights import may_edit
from news.admin.theme import TabularInline
from news.models import ArticleAuthor


class PartOfArticle(TabularInline):
    """Rows that belong to an article: who writes the one writes the other."""

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """The column's heading also names the field, for those who don't see the column."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field:
            widget: Any = field.widget
            widget = getattr(widget, "widget", widget)  # the select inside the buttons that the admin puts around it
            widget.attrs["aria-label"] = capfirst(str(db_field.verbose_name))
        return field

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """The right to write articles; which ones, the article's own form decides."""
        return request.user.has_perm("news.change_article")

    has_change_permission = has_delete_permission = has_view_permission = has_add_permission


class BylineInline(PartOfArticle):
    """The article's authors. Moved with the mouse, or by their numbers."""

    model = ArticleAuthor
    fields = ("author", "role", "order")
    autocomplete_fields = ("author",)
    ordering_field = "order"
    max_num = 30

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        """A free row for those who may fill it."""
        return 1 if obj is None or may_edit(request, obj) else 0
