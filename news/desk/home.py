"""What the desk opens on: work, not tables.

Other apps add to it by appending to PANELS from their admin module; a panel is a function of the request that returns a
Panel, or None for those whom it doesn't concern, and asks a fixed number of queries.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from news.desk.pages import person
from news.models import Article, State, User
from news.models.articles import ArticleQuerySet

ROWS = 8  # of each panel; the rest is one click away


@dataclass(frozen=True)
class Panel:
    """A heap of work: `template` shows each of `rows` as `row`."""

    title: str
    rows: list[Any]
    nothing: str  # the sentence for an empty heap
    more: str = ""  # the address of the whole heap
    template: str = "news/desk/parts/article_row.html"
    more_than_shown: bool = False


PanelMaker = Callable[[HttpRequest], Panel | None]


def own_drafts(request: HttpRequest) -> Panel | None:
    """What the person is writing."""
    if not request.user.has_perm("news.add_article"):
        return None
    drafts = Article.objects.own(person(request)).filter(state=State.DRAFT).order_by("-edited_at", "-id")
    return heap(_("Bài tôi đang viết"), drafts, _("Bạn không có bài nào viết dở."), "trang_thai=draft&cua_toi=1")


def in_review(request: HttpRequest) -> Panel | None:
    """What waits for an editor, in the sections that they hold; for writers what they have handed in."""
    if not request.user.has_perm("news.change_article"):
        return None
    reviews = request.user.has_perm("news.return_article")
    articles = Article.objects.reviewable_by(person(request)) if reviews else Article.objects.own(person(request))
    waiting = articles.filter(state=State.REVIEW).order_by("-edited_at", "-id")
    title = _("Chờ duyệt") if reviews else _("Bài tôi đã gửi duyệt")
    return heap(title, waiting, _("Không có bài nào chờ duyệt."), "trang_thai=review")


def scheduled(request: HttpRequest) -> Panel | None:
    """What goes to readers by itself, the next one first."""
    if not request.user.has_perm("news.change_article"):
        return None
    coming = Article.objects.readable_by(person(request)).scheduled().order_by("published_at", "id")
    return heap(_("Hẹn giờ đăng"), coming, _("Không có bài nào hẹn giờ."), "trang_thai=scheduled")


def just_published(request: HttpRequest) -> Panel | None:
    """What readers see first now."""
    if not request.user.has_perm("news.view_article"):
        return None
    return heap(_("Vừa lên trang"), Article.objects.live().newest_first(), _("Báo chưa có bài nào."), "trang_thai=live")


def newest_accounts(request: HttpRequest) -> Panel | None:
    """Who came last, for those who let people in; two queries."""
    if not request.user.has_perm("news.change_user"):
        return None
    rows = list(User.objects.order_by("-date_joined", "-id").prefetch_related("groups")[: ROWS + 1])
    return Panel(
        title=_("Tài khoản mới nhất"),
        rows=rows[:ROWS],
        nothing=_("Chưa có tài khoản nào."),
        more=reverse("admin:news_user_changelist"),
        template="news/desk/parts/account_row.html",
        more_than_shown=len(rows) > ROWS,
    )


PANELS: list[PanelMaker] = [own_drafts, in_review, scheduled, just_published, newest_accounts]


def heap(title: str, articles: ArticleQuerySet, nothing: str, query: str) -> Panel:
    """A panel of articles; two queries, however many there are."""
    rows = list(articles.for_lists().prefetch_related("bylines__author", "reviewer")[: ROWS + 1])
    more = f"{reverse('admin:news_article_changelist')}?{query}"
    return Panel(title, rows[:ROWS], nothing, more, more_than_shown=len(rows) > ROWS)


def with_work(request: HttpRequest, context: dict[str, Any]) -> dict[str, Any]:
    """The start page's context with every panel that concerns the person."""
    panels = [panel for maker in PANELS if (panel := maker(request))]
    return {**context, "title": _("Việc hôm nay"), "today": timezone.now(), "panels": panels}
