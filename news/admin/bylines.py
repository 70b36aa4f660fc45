"""Who stands under an article, in order; and what all rows inside an article's form have in common.

The rows of the byline are those of the revision that is being edited, not those that readers see: nothing here is stored by itself.
"""

from typing import Any

from django import forms
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest
from django.utils.text import capfirst

from news.admin.article_rights import may_edit
from news.admin.theme import TabularInline
from news.models import ArticleAuthor
from news.revisions.content import Byline


class BylineForm(forms.ModelForm):  # type: ignore[type-arg]
    """A place; one without an author is no place."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "author" in self.fields:
            self.fields["author"].required = False

    def validate_unique(self) -> None:
        """Not against the stored rows, which these will replace; the set of forms refuses one author twice in a role."""

    def validate_constraints(self) -> None:
        """The same."""


class BylineFormSet(BaseInlineFormSet):  # type: ignore[type-arg]
    """Reads rows into bylines; writing them is news/revisions' work."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # The admin's own report of changes asks for these; the log tells of them.
        self.new_objects, self.changed_objects, self.deleted_objects = [], [], []

    def bylines(self) -> tuple[Byline, ...]:
        """The rows that have an author, in their order."""
        rows = [form.cleaned_data for form in self.forms if form.cleaned_data.get("author")]
        kept = [row for row in rows if not row.get("DELETE")]
        return tuple(
            Byline(row["author"].pk, row["role"]) for row in sorted(kept, key=lambda row: row.get("order") or 0)
        )


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
        """Who may change the article changes its parts."""
        return request.user.has_perm("news.change_article") if obj is None else may_edit(request, obj)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Who finds the article reads its parts."""
        return request.user.has_perm("news.change_article")

    has_change_permission = has_delete_permission = has_add_permission


class BylineInline(PartOfArticle):
    """The article's authors. Moved with the mouse, or by their numbers."""

    model = ArticleAuthor
    form = BylineForm
    formset = BylineFormSet
    fields = ("author", "role", "order")
    autocomplete_fields = ("author",)
    ordering_field = "order"
    max_num = 30

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        """The revision's places (of a new article the writer's own), and a free row for those who may fill it."""
        return 2 if obj is None else len(obj.edited.bylines) + 1 if may_edit(request, obj) else 0


def rows_of(bylines: tuple[Byline, ...]) -> list[dict[str, Any]]:
    """The first values of the rows."""
    return [{"author": author, "role": role, "order": place} for place, (author, role) in enumerate(bylines)]
