"""One comment as a moderator reads it in the queue: with article, parent, why it is here and who sends it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from comments.admin.history import History, histories, newest_from
from comments.admin.opinions import Told, deciding, told
from comments.admin.wordings import Changed, wordings_of
from comments.desk.bans import ban_address
from comments.models import Comment, Decision, Report, SecondLook
from comments.moderation.second_look import asked

REPORTS_SHOWN = 10


@dataclass(frozen=True)
class Card:
    """All that is shown of one comment."""

    comment: Comment
    live_address: str  # of the article, while readers see it
    opinions: list[Told]
    deciding: Told | None
    asked: SecondLook | None
    wordings: list[Changed]
    decisions: list[Decision]
    reports: list[Report]  # that no decision has answered
    history: History
    others: list[Comment]  # the newest from the same address
    ban: str


def cards_of(ids: Sequence[int]) -> list[Card]:
    """The comments in that order, those left out that are no more; a fixed number of queries."""
    rows = Comment.objects.filter(pk__in=ids).select_related("article__section__parent", "parent", "second_look")
    rows = rows.prefetch_related("wordings", "decisions__by", "reports").defer("article__body", "article__search_text")
    found = {comment.pk: comment for comment in rows.order_by()}
    known, newest = histories(found.values()), newest_from(found.values())
    return [_card(found[pk], known, newest) for pk in ids if pk in found]


def _card(comment: Comment, known: dict[str, History], newest: dict[str, list[Comment]]) -> Card:
    opinions = told(comment)
    return Card(
        comment=comment,
        live_address=comment.article.get_absolute_url() if comment.article.is_live() else "",
        opinions=opinions,
        deciding=deciding(opinions),
        asked=asked(comment),
        wordings=wordings_of(comment),
        decisions=list(comment.decisions.all()),
        reports=[report for report in comment.reports.all() if report.decision_id is None][:REPORTS_SHOWN],
        history=_without(comment, known.get(comment.address_hash, {})),
        others=[one for one in _of(comment, newest) if one.pk != comment.pk],
        ban=ban_address(comment),
    )


def _of(comment: Comment, newest: dict[str, list[Comment]]) -> Iterable[Comment]:
    return newest.get(comment.address_hash, [])


def _without(comment: Comment, history: History) -> History:
    """The history without the comment itself."""
    state = comment.state
    return {**history, state: history[state] - 1} if history.get(state) else history
