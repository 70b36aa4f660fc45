"""What the list of comments can be narrowed to."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib.admin import SimpleListFilter
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from comments.models import Comment, State
from news.admin import article_filters
from news.ids import id_in
from news.models import Article

ALL = "tat-ca"


def shown_states() -> list[tuple[str, str]]:
    """The states as tabs, work first."""
    return [
        (State.WAITING, _("Chờ duyệt")),
        (State.APPROVED, _("Đã duyệt")),
        (State.REJECTED, _("Không đăng")),
        (State.SPAM, _("Thư rác")),
        (State.TAKEN_BACK, _("Người gửi rút")),
        (ALL, _("Tất cả")),
    ]


class StateFilter(SimpleListFilter):
    """By state; what waits is shown unless something else is asked for."""

    title = gettext_lazy("trạng thái")
    parameter_name = "trang_thai"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        """The choices."""
        return shown_states()

    def value(self) -> str:
        """The chosen state; an unknown one is no choice."""
        chosen = super().value()
        return chosen if chosen in dict(self.lookup_choices) else State.WAITING

    def choices(self, changelist: Any) -> Iterator[Any]:
        """Without Django's own "all", which would lead back to what waits."""
        for value, name in self.lookup_choices:
            address = changelist.get_query_string({self.parameter_name: value})
            yield {"selected": self.value() == value, "query_string": address, "display": name}

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        """The comments in that state."""
        return queryset if self.value() == ALL else queryset.filter(state=self.value())


class SectionFilter(article_filters.SectionFilter):
    """By the section of the article, subsections included."""

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        """The comments under the articles of the chosen section."""
        chosen = id_in(self.value() or "")
        return None if chosen is None else queryset.filter(article__section__in=article_filters.family_of(chosen))


class FeaturedFilter(SimpleListFilter):
    """What was chosen for the front page."""

    title = gettext_lazy("nổi bật")
    parameter_name = "noi_bat"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        """One choice."""
        return [("1", _("Bình luận nổi bật"))]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        """The featured comments."""
        return queryset.filter(featured_at__isnull=False) if self.value() else None


class SecondLookFilter(SimpleListFilter):
    """What was not shown, and its writer asks to be read again."""

    title = gettext_lazy("xin xem lại")
    parameter_name = "xem_lai"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        """One choice."""
        return [("1", _("Người gửi xin xem lại"))]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        """The comments for which it was asked."""
        return queryset.filter(second_look__isnull=False) if self.value() else None


class ArticleFilter(SimpleListFilter):
    """Under one article, whose row in the list of articles leads here: thousands of headlines are no choice."""

    title = gettext_lazy("bài viết")
    parameter_name = "bai"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        """The chosen article, if readers have said something under it: a moderator finds no others by their numbers."""
        chosen = id_in(request.GET.get(self.parameter_name, ""))
        if chosen is None:
            return []
        talked_about = Article.objects.filter(
            pk=chosen, pk__in=Comment.objects.filter(article=chosen).values("article")
        )
        return [(str(pk), headline) for pk, headline in talked_about.values_list("pk", "headline")]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        """The comments under it."""
        chosen = id_in(self.value() or "")
        return None if chosen is None else queryset.filter(article=chosen)
