"""Who finds, opens, changes and deletes which articles."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

from news import rights
from news.admin.deletion import ReadableDeletion
from news.desk.pages import person
from news.models import Article, State
from news.models.article_questions import ArticleQuerySet


class ArticleRights(ReadableDeletion):
    """Asks the house's own rules; a button that is not shown would be refused as well."""

    ordering = ("-edited_at", "-id")

    def get_queryset(self, request: HttpRequest) -> ArticleQuerySet:
        """What the person finds at the desk."""
        return Article.objects.listed_for(person(request)).order_by(*self.ordering)

    def has_change_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        """For one article its own rule, asked once in a request."""
        if obj is None or obj.pk is None:
            return bool(super().has_change_permission(request, obj))
        return may_edit(request, obj)

    def has_view_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        """The query has let through only what the person may read; others than writers find nothing here."""
        return request.user.has_perm("news.change_article") or request.user.has_perm("news.edit_any_article")

    def has_delete_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        """By the rule for this article; never several at once."""
        return obj is not None and rights.allows(rights.require_deletable, obj, person(request))


def why_only_read(request: HttpRequest, article: Article) -> str:
    """Why the person reads this article and can't change it, and what to do about it; "" if they can."""
    if may_edit(request, article):
        return ""
    if rights.is_own(article, person(request)) and article.state == State.REVIEW:
        if article.is_under_review():
            return _("Bài đang được duyệt. Muốn sửa thì nhờ biên tập viên trả bài.")
        return _("Bài đang chờ duyệt. Muốn sửa thì lấy lại bài.")
    if request.user.has_perm("news.edit_any_article"):
        return _("Bạn chỉ xem được bài này: bạn không phụ trách mục “%(section)s”.") % {"section": article.section}
    return _("Bạn chỉ xem được bài này.")


def may_edit(request: HttpRequest, article: Article) -> bool:
    """Whether the person may change this stored article; asked once in a request."""
    answers: dict[int, bool] = request.__dict__.setdefault("_editable_articles", {})
    if article.pk not in answers:
        answers[article.pk] = rights.allows(rights.require_editable, article, person(request))
    return answers[article.pk]
