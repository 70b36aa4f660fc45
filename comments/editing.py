"""How other words come to stand in a comment: through the same door and the same pipeline as those that were sent."""

from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from comments import surroundings
from comments.addresses import month_of
from comments.articles import live_article
from comments.models import Comment, State
from comments.moderation import decisions, echoes
from comments.moderation.editing import require_editable, require_newest, rewrite, trap_of
from comments.moderation.errors import SaidAlready
from comments.moderation.submission import Words
from comments.posting import Sent, fingerprint, queue_up, refuse_closed, remembers, submitted


@transaction.atomic
def edit(comment: Comment, text: str, name: str, edition: int) -> None:
    """Put the comment in other words; the same words once more change nothing.

    Raises NoSuchArticle, ArticleGone, Refused, and CannotDecide in words for the writer.
    """
    sent = _sent(comment)
    queue_up(*sent.addresses)
    counted = surroundings.counted(sent.addresses, sent.network_hash, timezone.now(), comment.article_id)
    article = live_article(comment.article_id, lock=True, counted=counted)
    decisions.lock(comment)  # after the article, as whoever deletes one does
    if (comment.text, comment.name) == (text, name):
        return
    now = timezone.now()
    require_editable(comment, now)
    require_newest(comment, edition)
    words = Words(text, name, comment.email, trap_of(comment))
    mark = fingerprint(comment.article_id, words, comment.in_answer_to_id)
    marks = echoes.marks(text, comment.article_id, comment.address_hash)
    others, alike = _others(comment, sent, marks, now)
    _refuse_said(others, mark)
    around = surroundings.around(article, surroundings.echoes(alike, sent.addresses, now))
    submission = replace(submitted(article, words, sent, others, now, around), pause=0)  # nothing new is sent
    rewrite(comment, submission, mark, marks if remembers(submission) else ())


def _sent(comment: Comment) -> Sent:
    """What is kept of where the comment came from, by the key of the month in which it was sent; of others nobody knows."""
    hashes = comment.address_hash, comment.network_hash
    month = month_of(comment.created_at)
    return Sent(*hashes, in_month=lambda asked: hashes if asked == month else ("", ""))


def require_open(comment: Comment) -> None:
    """No use in correcting a form that nobody takes. Raises CannotDecide, NoSuchArticle, ArticleGone, CommentsClosed."""
    require_editable(comment, timezone.now())
    refuse_closed(comment.article_id)


def _others(comment: Comment, sent: Sent, marks: list[int], now: datetime) -> tuple[list[Comment], list[Comment]]:
    """What came from the same address of late, and what says the like: nobody is too fast, or repeats anything, by
    changing what is there."""
    found = surroundings.said(sent.addresses, marks, now)
    lately, alike = ([one for one in rows if one.pk != comment.pk] for rows in found)
    return lately, alike


def _refuse_said(others: list[Comment], mark: str) -> None:
    if any(one.fingerprint == mark and one.state != State.TAKEN_BACK for one in others):
        raise SaidAlready(_("Bạn vừa gửi đúng lời này trong một bình luận khác."))
