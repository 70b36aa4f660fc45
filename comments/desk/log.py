"""What a moderator has decided, the newest first, each with the way back for 30 days."""

from dataclasses import dataclass

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from comments.admin.moderating import require_moderator
from comments.models import Decision
from comments.moderation.decisions import may_still_undo
from news.desk.pages import page, staff
from news.paging import asked_key, cut

PER_PAGE = 40


@dataclass(frozen=True)
class Entry:
    """One act: its (first) decision, how many comments it was about, and whether it can still be undone."""

    decision: Decision
    number: int
    open: bool


@require_safe
@staff
def listed(request: HttpRequest) -> HttpResponse:
    """One page of the person's own acts."""
    by = require_moderator(request)
    own = Decision.objects.own(by.pk).told_once().select_related("comment__article")
    own = own.defer(
        "comment__opinions", "comment__search_text", "comment__article__body", "comment__article__search_text"
    )
    rows, older = cut(own, asked_key(request), PER_PAGE, "at")
    return page(request, "comments/queue/log.html", title=_("Quyết định của tôi"), rows=entries(rows), older=older)


def entries(rows: list[Decision]) -> list[Entry]:
    """The decisions with the size of the act to which each belongs; one query."""
    batches = {row.batch for row in rows if row.batch}
    sizes = dict(Decision.objects.filter(batch__in=batches).order_by().values_list("batch").annotate(Count("pk")))
    return [Entry(row, sizes.get(row.batch, 1), row.undone_at is None and may_still_undo(row)) for row in rows]
