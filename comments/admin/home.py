"""What comments add to the page on which the desk opens."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from comments.models import Comment
from news.desk.home import PANELS, ROWS, Panel


def waiting(request: HttpRequest) -> Panel | None:
    """Comments that wait for a moderator, the longest waiting first; one query."""
    if not request.user.has_perm("comments.moderate_comment"):
        return None
    rows = list(Comment.objects.waiting().select_related("article").defer("article__body", "opinions")[: ROWS + 1])
    return Panel(
        title=_("Bình luận chờ duyệt"),
        rows=rows[:ROWS],
        nothing=_("Không có bình luận nào chờ duyệt."),
        more=reverse("admin:comments_comment_changelist"),
        template="comments/desk/waiting_row.html",
        more_than_shown=len(rows) > ROWS,
    )


PANELS.append(waiting)
