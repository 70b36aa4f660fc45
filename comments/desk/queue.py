"""The page of the queue, and what its script asks for: more comments, kept ones kept on, those given back."""

from datetime import UTC, datetime
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from comments.admin.moderating import require_moderator
from comments.desk.cards import Card, cards_of
from comments.desk.scope import Scope, asked_scope, sections
from comments.models import Reason
from comments.moderation import reserving
from news.desk.answers import for_scripts
from news.desk.pages import page, staff
from news.ids import id_in, ids_in

HELD = 12  # one before the eyes and the next ones beside it, ready to be shown at once
MOST_NAMED = 100  # ids in one request of the script
REASONS = [(number, value, label) for number, (value, label) in enumerate(Reason.choices, 1)]
NO_REASON = len(REASONS) + 1  # the key for no reason in particular


@require_safe
@staff
def queue(request: HttpRequest) -> HttpResponse:
    """One comment large, the next ones beside it; `so` names the one that is large."""
    return show(request, asked_scope(request))


def show(request: HttpRequest, scope: Scope, status: int = 200, **more: Any) -> HttpResponse:
    """The page. What is on it is the person's alone for two minutes.

    `more` is of an answer that was refused: `first` (the comment's id), `wrong` (why), `typed`.
    """
    by = require_moderator(request)
    first = more.pop("first", None) or id_in(request.GET.get("so", ""))
    ahead = reserving.hold([first], by) if first else []
    ids = ahead + reserving.take(scope.comments(), by, HELD - len(ahead), without=ahead)
    context = {"cards": cards_of(ids), "scope": scope, "tabs": scope.tabs(), "sections": sections(), **more}
    context |= {"lost": first and not ahead, "until": known_until(), "narrowed_to": scope.article_named()}
    return page(
        request, "comments/queue/queue.html", status, title=_("Hàng đợi bình luận"), **context, **of_cards(request)
    )


@for_scripts
def more(request: HttpRequest) -> HttpResponse:
    """Keeps on what the page shows (`have`), brings up to `want` more, none of those under way (`away`)."""
    by, scope = require_moderator(request), asked_scope(request)
    have, away = named(request, "have"), named(request, "away")
    wanted = min(id_in(request.POST.get("want", "")) or 0, HELD)
    kept = reserving.hold(have, by)
    fresh = reserving.take(scope.comments(), by, wanted, without=[*have, *away]) if wanted else []
    counts = {tab.name: tab.number for tab in scope.tabs()}
    lost = [pk for pk in have if pk not in kept]
    return JsonResponse({"lost": lost, "cards": drawn(request, scope, fresh), "counts": counts, "until": known_until()})


@for_scripts
def give_back(request: HttpRequest) -> HttpResponse:
    """The page goes away: what it showed (`have`) is free, unless another page of the person's keeps it since `until`."""
    by = require_moderator(request)
    reserving.give_back(named(request, "have"), by, asked_until(request.POST.get("until", "")))
    return JsonResponse({})


def drawn(request: HttpRequest, scope: Scope, ids: list[int]) -> list[dict[str, Any]]:
    """The comments as the page shows them: large, and as a row of the list."""
    context = {"scope": scope, **of_cards(request)}
    return [
        {
            "pk": card.comment.pk,
            "card": _part(request, "card", card, context),
            "row": _part(request, "row", card, context),
        }
        for card in (cards_of(ids) if ids else [])
    ]


def of_cards(request: HttpRequest) -> dict[str, Any]:
    """What every card needs besides the comment."""
    may = {
        "may_feature": request.user.has_perm("comments.feature_comment"),
        "may_ban": request.user.has_perm("comments.add_ban"),
    }
    return {"reasons": REASONS, "no_reason": NO_REASON, **may}


def named(request: HttpRequest, name: str) -> list[int]:
    """The ids in a field of the script's form, apart by commas."""
    raw = request.POST.get(name, "")[: MOST_NAMED * 20]
    return ids_in(raw.split(",")[:MOST_NAMED])


def known_until() -> str:
    """Until when the page knows that it keeps what it shows: microseconds since 1970."""
    return str(int((timezone.now() + reserving.KEPT_FOR).timestamp() * 1_000_000))


def asked_until(raw: str) -> datetime:
    """That moment as a page sends it back; now where it is none."""
    try:
        return datetime.fromtimestamp((id_in(raw) or 0) / 1_000_000, UTC)
    except (OverflowError, ValueError, OSError):
        return timezone.now()


def _part(request: HttpRequest, name: str, card: Card, context: dict[str, Any]) -> str:
    return render_to_string(f"comments/queue/parts/{name}.html", {"card": card, **context}, request)
