"""The learned score at the desk: how good it is, on a page of its own, and what it makes of one comment."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from comments.admin.moderating import require_moderator
from comments.models import Comment
from comments.moderation.learned import current, telling
from comments.moderation.learned.model import Judgement
from comments.moderation.phases.learned_score import learned_score
from news.desk.pages import page

LEAST = 50  # percent; below, nothing speaks for turning a comment down, so there are no words to show


@require_safe
def score_page(request: HttpRequest) -> HttpResponse:
    """Figures, when it learned last, and what it does. For those who moderate."""
    require_moderator(request)
    told = telling.report()
    context: dict[str, Any] = {
        "told": told,
        "learned_from": telling.learned_from(told.figures),
        "measured_on": telling.measured_on(told.figures),
        "standing": telling.standing(told),
        "shares": [_percent(share) for share in (told.figures.precision, told.figures.recall)],
        "enough": settings.SCORE_DECISIONS,
        "floor": settings.SCORE_PRECISION,
        "likely": settings.SCORE_LIKELY,
        "rejects": settings.SCORE_REJECTS,
        "pauses": settings.COMMENT_PAUSE,
    }
    return page(request, "comments/desk/score.html", title=_("Điểm tự học"), **context)


def judged(comment: Comment) -> Judgement | None:
    """The score that was kept with the comment, with the words that weigh most by today's model; at most two queries.

    None where there is none, or where the phase that decided tells it already.
    """
    last = comment.opinions[-1] if comment.opinions else {}
    if comment.score is None or comment.words_erased_at or last.get("phase") == learned_score.__name__:
        return None
    model = current.newest() if comment.score >= LEAST else None
    found = model.judge(comment.text) if model else None
    return Judgement(comment.score, found.words if found else ())


def _percent(share: float) -> str:
    return f"{share * 100:.1f}".replace(".", ",")
