"""What the desk opens on: work, not tables.

Other apps add to it by appending to PANELS from their admin module; a panel is a function of the request that returns a
Panel, or None for those whom it doesn't concern, and asks a fixed number of queries.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import Prefetch
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from news.desk.charts import charts_for
from news.desk.pages import person
from news.models import Article, ArticleAuthor, Correction, LogEntry, State, User
from news.models.article_questions import ArticleQuerySet
from news.vietnamese.dates import tomorrow

ROWS = 8  # of each panel; the rest is one click away
RECENT = timedelta(days=7)  # a correction of last week is still talked about


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


def returned(request: HttpRequest) -> Panel | None:
    """What an editor has sent back to the person and is still to be answered, with the editor's note; one query."""
    if not request.user.has_perm("news.add_article"):
        return None
    mine = Article.objects.own(person(request)).filter(state=State.DRAFT)
    returns = LogEntry.objects.standing_returns().filter(article__in=mine.values("pk")).order_by("-id")
    rows = list(returns.select_related("article", "by").defer("article__body", "article__search_text")[: ROWS + 1])
    return Panel(
        title=_("Bài bị trả lại"),
        rows=rows[:ROWS],
        nothing=_("Không có bài nào bị trả lại."),
        more=list_of("trang_thai=draft&cua_toi=1"),
        template="news/desk/parts/returned_row.html",
        more_than_shown=len(rows) > ROWS,
    )


def own_drafts(request: HttpRequest) -> Panel | None:
    """What the person is writing."""
    if not request.user.has_perm("news.add_article"):
        return None
    drafts = Article.objects.own(person(request)).filter(state=State.DRAFT).order_by("-edited_at", "-id")
    return heap(_("Bài tôi đang viết"), drafts, _("Bạn không có bài nào viết dở."), "trang_thai=draft&cua_toi=1")


def in_review(request: HttpRequest) -> Panel | None:
    """What waits for an editor, in the sections that they hold, the longest wait first; for writers what is theirs."""
    if not request.user.has_perm("news.change_article"):
        return None
    reviews = request.user.has_perm("news.return_article")
    articles = Article.objects.reviewable_by(person(request)) if reviews else Article.objects.own(person(request))
    title = _("Chờ duyệt") if reviews else _("Bài tôi đã gửi duyệt")
    nothing, template = _("Không có bài nào chờ duyệt."), "news/desk/parts/waiting_row.html"
    return heap(title, articles.waiting_longest_first(), nothing, "trang_thai=review", template)


def coming_today(request: HttpRequest) -> Panel | None:
    """What goes to readers by itself before the day ends, the next one first."""
    if not request.user.has_perm("news.change_article"):
        return None
    now = timezone.now()
    coming = Article.objects.readable_by(person(request)).scheduled(now).filter(published_at__lt=tomorrow(now))
    nothing = _("Hôm nay không còn bài nào hẹn giờ.")
    return heap(_("Đăng hôm nay"), coming.order_by("published_at", "id"), nothing, "trang_thai=scheduled")


def waiting_drafts(request: HttpRequest) -> Panel | None:
    """Newer texts of live articles that readers don't have yet, for those who may give them to readers."""
    if not request.user.has_perm("news.publish_article"):
        return None
    drafts = Article.objects.publishable_by(person(request)).with_waiting_draft().order_by("-edited_at", "-id")
    return heap(_("Bản nháp chưa đưa lên trang"), drafts, _("Bạn đọc đang có bản mới nhất của mọi bài."))


def recent_corrections(request: HttpRequest) -> Panel | None:
    """What was corrected in public in the last days, for those who correct; one query."""
    if not request.user.has_perm("news.correct_article"):
        return None
    recent = Correction.objects.filter(at__gte=timezone.now() - RECENT).newest_first()
    rows = list(recent.for_lists()[: ROWS + 1])
    return Panel(
        title=_("Đính chính gần đây"),
        rows=rows[:ROWS],
        nothing=_("Bảy ngày qua không có đính chính nào."),
        more=reverse("admin:news_correction_changelist"),
        template="news/desk/parts/correction_row.html",
        more_than_shown=len(rows) > ROWS,
    )


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


PANELS: list[PanelMaker] = [
    returned,
    in_review,
    own_drafts,
    coming_today,
    waiting_drafts,
    recent_corrections,
    just_published,
    newest_accounts,
]


def heap(title: str, articles: ArticleQuerySet, nothing: str, query: str = "", template: str = Panel.template) -> Panel:
    """A panel of articles; two queries, however many there are. Without a `query` there is no list of the rest."""
    bylines = Prefetch("bylines", ArticleAuthor.objects.select_related("author"))
    rows = list(articles.for_lists().select_related("reviewer").prefetch_related(bylines)[: ROWS + 1])
    more = list_of(query) if query else ""
    return Panel(title, rows[:ROWS], nothing, more, template, more_than_shown=len(rows) > ROWS)


def list_of(query: str) -> str:
    """The address of the list of articles, filtered."""
    return f"{reverse('admin:news_article_changelist')}?{query}"


def with_work(request: HttpRequest, context: dict[str, Any]) -> dict[str, Any]:
    """The start page's context with every panel and chart that concerns the person."""
    panels = [panel for maker in PANELS if (panel := maker(request))]
    return {
        **context,
        "title": _("Việc hôm nay"),
        "today": timezone.now(),
        "panels": panels,
        "charts": charts_for(request),
    }
