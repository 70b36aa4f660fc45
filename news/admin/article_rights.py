"""Who finds, opens, changes and deletes which articles."""

from django.http import HttpRequest

from news.admin.deletion import ReadableDeletion
from news.desk.pages import person
from news.models import Article
from news.models.articles import ArticleQuerySet


class ArticleRights(ReadableDeletion):
    """Asks the models' own questions; a button that is not shown would be refused as well."""

    ordering = ("-edited_at", "-id")

    def get_queryset(self, request: HttpRequest) -> ArticleQuerySet:
        """What the person finds at the desk."""
        return Article.objects.readable_by(person(request)).order_by(*self.ordering)

    def has_change_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        """For one article its own rule, asked once in a request."""
        if obj is None or obj.pk is None:
            return bool(super().has_change_permission(request, obj))
        return may_edit(request, obj)

    def has_view_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        """The query has let through only what the person may read."""
        return bool(super().has_view_permission(request, obj)) or request.user.has_perm("news.change_article")

    def has_delete_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        """What readers have seen is withdrawn and kept, never deleted (Press Law 103/2016/QH13, article 52)."""
        return obj is not None and not obj.was_public() and bool(super().has_delete_permission(request, obj))


def may_edit(request: HttpRequest, article: Article) -> bool:
    """Whether the person may change this stored article; asked of the database once in a request."""
    answers: dict[int, bool] = request.__dict__.setdefault("_editable_articles", {})
    if article.pk not in answers:
        answers[article.pk] = Article.objects.editable_by(person(request)).filter(pk=article.pk).exists()
    return answers[article.pk]
