"""How the list of articles is narrowed down."""

from collections.abc import Iterable
from typing import Any

from django.contrib.admin import SimpleListFilter
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from news.desk.pages import person
from news.ids import id_in
from news.models import Author, Section, State
from news.models.article_questions import ArticleQuerySet


def shown_states() -> list[tuple[str, str]]:
    """The states as a newsroom speaks of them: a schedule is one."""
    return [
        ("draft", _("Bản nháp")),
        ("review", _("Chờ duyệt")),
        ("scheduled", _("Hẹn giờ")),
        ("live", _("Đang đăng")),
        ("expired", _("Hết hạn")),
        ("withdrawn", _("Đã gỡ")),
    ]


class StateFilter(SimpleListFilter):
    """By state; asked of the same questions that readers' pages ask."""

    title = gettext_lazy("trạng thái")
    parameter_name = "trang_thai"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        """The choices."""
        return shown_states()

    def queryset(self, request: HttpRequest, queryset: Any) -> ArticleQuerySet | None:
        """The articles in the chosen state."""
        articles: ArticleQuerySet = queryset
        match self.value():
            case "draft" | "review" | "withdrawn" as state:
                return articles.filter(state=state)
            case "scheduled":
                return articles.scheduled()
            case "live":
                return articles.live()
            case "expired":
                return articles.filter(state=State.PUBLISHED, expires_at__lte=timezone.now())
        return None


class SectionFilter(SimpleListFilter):
    """By section, subsections included."""

    title = gettext_lazy("chuyên mục")
    parameter_name = "muc"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        """Sections in the paper's order, each followed by its own."""
        return [
            choice
            for top in Section.objects.top()
            for choice in [(str(top.pk), top.name), *((str(each.pk), f"– {each.name}") for each in top.children.all())]
        ]

    def queryset(self, request: HttpRequest, queryset: Any) -> ArticleQuerySet | None:
        """The articles of the chosen section."""
        articles: ArticleQuerySet = queryset
        chosen = id_in(self.value() or "")
        return None if chosen is None else articles.filter(section__in=family_of(chosen))


def family_of(section: int) -> list[int]:
    """The ids of the section and its own; none of one that is not there."""
    return [pk for pk, parent in Section.objects.values_list("pk", "parent") if section in (pk, parent)]


class MineFilter(SimpleListFilter):
    """What the person began or signs."""

    title = gettext_lazy("người viết")
    parameter_name = "cua_toi"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        """One choice."""
        return [("1", _("Bài của tôi"))]

    def queryset(self, request: HttpRequest, queryset: Any) -> ArticleQuerySet | None:
        """The person's own articles."""
        articles: ArticleQuerySet = queryset
        return articles.listed_own(person(request)) if self.value() else None


class AuthorFilter(SimpleListFilter):
    """By one author, whose name in the list leads here: thousands of names are no choice."""

    title = gettext_lazy("tác giả")
    parameter_name = "tac_gia"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        """The chosen author, and those with a login: the newsroom's own people."""
        chosen = request.GET.get(self.parameter_name, "")
        own_people = Author.objects.exclude(user=None).order_by("name")[:30]
        names = {str(author.pk): author.name for author in own_people}
        if (pk := id_in(chosen)) and chosen not in names:
            names |= {str(author.pk): author.name for author in Author.objects.filter(pk=pk)}
        return names.items()

    def queryset(self, request: HttpRequest, queryset: Any) -> ArticleQuerySet | None:
        """The articles that the author signs."""
        articles: ArticleQuerySet = queryset
        chosen = id_in(self.value() or "")
        if chosen is None:
            return None
        return articles.filter(pk__in=Author.objects.filter(pk=chosen).values("bylines__article"))
