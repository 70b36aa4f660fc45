"""What comments add to the page on which the desk opens."""

from datetime import timedelta

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from comments.models import Comment, CommentSwitch
from news.desk.charts import CHARTS, Chart, Days
from news.desk.home import PANELS, ROWS, Panel
from news.desk.pages import person
from news.models import Article

LATELY = timedelta(days=3)


def waiting(request: HttpRequest) -> Panel | None:
    """Comments that wait for a moderator, the longest waiting first; one query."""
    if not request.user.has_perm("comments.moderate_comment"):
        return None
    rows = list(Comment.objects.waiting().select_related("article").defer("article__body", "opinions")[: ROWS + 1])
    return Panel(
        title=_("Bình luận chờ duyệt"),
        rows=rows[:ROWS],
        nothing=_("Không có bình luận nào chờ duyệt."),
        more=reverse("queue:queue"),
        template="comments/desk/waiting_row.html",
        more_than_shown=len(rows) > ROWS,
    )


def under_own_articles(request: HttpRequest) -> Panel | None:
    """What readers said lately under the person's own articles; one query. Who writes nothing has no such heap."""
    if not request.user.has_perm("news.add_article"):
        return None
    now = timezone.now()
    seen = Comment.objects.seen_between(now - LATELY, now).filter(
        article__in=Article.objects.live().own(person(request)).values("pk")
    )
    rows = list(seen.select_related("article").defer("article__body", "opinions")[: ROWS + 1])
    return Panel(
        title=_("Bạn đọc viết dưới bài của tôi"),
        rows=rows[:ROWS],
        nothing=_("Ba ngày qua chưa có bình luận nào dưới bài của bạn."),
        template="comments/desk/under_own_row.html",
        more_than_shown=len(rows) > ROWS,
    )


def held_back(request: HttpRequest) -> Panel | None:
    """What holds comments back in the whole paper or a section, so that nobody forgets it; one query, nothing where nothing does."""
    if not request.user.has_perm("comments.add_commentswitch"):
        return None
    live = CommentSwitch.objects.live(timezone.now()).filter(article=None).select_related("section", "by")
    rows = list(live.newest_first()[: ROWS + 1])
    if not rows:
        return None
    return Panel(
        title=_("Bình luận đang bị đóng, giãn nhịp"),
        rows=rows[:ROWS],
        nothing="",
        more=reverse("comments_desk:switches"),
        template="comments/desk/held_back_row.html",
        more_than_shown=len(rows) > ROWS,
    )


def today(request: HttpRequest) -> Chart | None:
    """How many comments come in, whatever becomes of them; one query."""
    if not request.user.has_perm("comments.view_comment"):
        return None
    now = timezone.now()
    words = gettext_lazy("Bình luận hôm nay"), gettext_lazy("Hôm nay và tuần trước chưa có bình luận nào.")
    return Chart.of("binh-luan", words, Comment.objects.sent_on(*Days.at(now)).counted_by_hour(), now)


PANELS += [waiting, under_own_articles, held_back]
CHARTS.append(today)
