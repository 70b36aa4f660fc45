"""Who stands under an article, in order."""

from typing import Any

from django.http import HttpRequest

from news.admin.article_rights import may_edit
from news.admin.revised_rows import RevisedInline, RevisedRow, RevisedRows
from news.models import ArticleAuthor
from news.revisions.content import Byline, Content


class BylineForm(RevisedRow):
    """A place; one without an author is no place."""

    names = "author"


class BylineFormSet(RevisedRows):
    """Reads rows into bylines."""

    def changes(self) -> dict[str, Any]:
        """The byline."""
        return {"bylines": tuple(Byline(row["author"].pk, row["role"]) for row in self.kept())}


class BylineInline(RevisedInline):
    """The article's authors."""

    model = ArticleAuthor
    form = BylineForm
    formset = BylineFormSet
    fields = ("author", "role", "order", "move")
    autocomplete_fields = ("author",)
    ordering_field = "order"
    max_num = 30

    def first_rows(self, content: Content) -> list[dict[str, Any]]:
        """Authors with what they did."""
        return byline_rows(content.bylines)

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        """The revision's places (of a new article the writer's own), and a free row for those who may fill it."""
        return 2 if obj is None else super().get_extra(request, obj, **kwargs) + may_edit(request, obj)


def byline_rows(bylines: tuple[Byline, ...]) -> list[dict[str, Any]]:
    """The first values of the rows."""
    return [{"author": author, "role": role, "order": place} for place, (author, role) in enumerate(bylines)]
