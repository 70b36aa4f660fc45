"""A page on a person, as far as the newsroom knows one: what came from the same source or e-mail as a comment.

The comment's number stands in the address, never a hash: who may not moderate learns nothing from either.
"""

from typing import Any

from django.conf import settings
from django.db.models import Count, Max, Min, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from comments.admin.comments import REASONS, SHOWN_WHOLE
from comments.admin.moderating import require_moderator
from comments.models import Ban, Comment, State
from comments.moderation.bans import keeping
from comments.moderation.bans.keys import Person
from news.desk.pages import page, staff
from news.paging import asked_key, cut

PER_PAGE = 30
BANS = 20  # of one person are shown
NETWORK = "mang"  # in `?theo=`: by the network around the address


@require_safe
@staff
def sender(request: HttpRequest, pk: int) -> HttpResponse:
    """Their comments, the newest first, with counts by state, first and last seen, and bans."""
    require_moderator(request)
    comment = get_object_or_404(Comment.objects.defer("text", "opinions", "search_text"), pk=pk)
    known, wide = Person.of(comment), request.GET.get("theo") == NETWORK and bool(comment.network_hash)
    comments = sent_by(comment, wide)
    rows, older = cut(_shown(comments), asked_key(request), PER_PAGE, "created_at")
    now = timezone.now()
    context: dict[str, Any] = {
        "title": _("Người gửi: %(name)s") % {"name": comment.name},
        "comment": comment,
        "known": known,
        "states": _tabs(comment, wide),
        "counts": counted(comments),
        "spoken": comments.order_by().aggregate(first=Min("created_at"), last=Max("created_at")),
        "rows": rows,
        "older": older,
        "wide": wide,
        "reasons": REASONS,
        "shown_whole": SHOWN_WHOLE,
        "likely": settings.SCORE_LIKELY,
        "bans": [(ban, ban.is_live(now)) for ban in _bans_on(known, wide)],
        "may_ban": request.user.has_perm("comments.add_ban"),
    }
    return page(request, "comments/desk/sender.html", **context)


def sent_by(comment: Comment, wide: bool) -> QuerySet[Comment]:
    """What came from the same address or with the same e-mail, or from the network around it; at least the comment itself."""
    if wide:
        return Comment.objects.filter(network_hash=comment.network_hash)
    same = Q(pk=comment.pk)
    if comment.address_hash:
        same |= Q(address_hash=comment.address_hash)
    if comment.email:
        same |= Q(email=comment.email)
    return Comment.objects.filter(same)


def counted(comments: QuerySet[Comment]) -> list[tuple[State, int]]:
    """How many there are in each state that has some."""
    numbers = dict(comments.order_by().values_list("state").annotate(Count("pk")))
    return [(state, numbers[state]) for state in State if state in numbers]


def _shown(comments: QuerySet[Comment]) -> QuerySet[Comment]:
    rows = comments.select_related("article__section__parent", "parent", "decided_by", "second_look")
    return rows.defer("article__body", "article__search_text", "search_text", "opinions").order_by("-created_at", "-id")


def _tabs(comment: Comment, wide: bool) -> list[tuple[str, str, bool]]:
    """Narrow and wide, where anything is known of the network."""
    tabs = [(_("Cùng nguồn gửi hoặc thư điện tử"), "?", not wide)]
    return [*tabs, (_("Cùng dải mạng"), f"?theo={NETWORK}", wide)] if comment.network_hash else tabs


def _bans_on(known: Person, wide: bool) -> list[Ban]:
    keys = keeping.keys_of(known)
    on = {"network_hash": keys["network_hash"]} if wide else keys
    return list(Ban.objects.on(**on).newest_first().select_related("by", "lifted_by")[:BANS])
