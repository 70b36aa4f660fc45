"""How other words come to stand in a comment: through the same door and the same pipeline as those that were sent."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from comments.addresses import month_of
from comments.articles import bans, learned, live_article, policy_of, sections_of, watched_words
from comments.models import Comment, State
from comments.moderation import decisions
from comments.moderation.editing import require_editable, require_newest, rewrite, trap_of
from comments.moderation.errors import SaidAlready
from comments.moderation.submission import Submission, Words
from comments.posting import fingerprint, queue_up, refuse_closed, sent_lately


@transaction.atomic
def edit(comment: Comment, text: str, name: str, edition: int) -> None:
    """Put the comment in other words; the same words once more change nothing.

    Raises NoSuchArticle, ArticleGone, Refused, and CannotDecide in words for the writer.
    """
    if comment.address_hash:
        queue_up(comment.address_hash)
    article = live_article(comment.article_id, lock=True)  # before the comment, as whoever deletes an article does
    decisions.lock(comment)
    if (comment.text, comment.name) == (text, name):
        return
    now = timezone.now()
    require_editable(comment, now)
    require_newest(comment, edition)
    words = Words(text, name, comment.email, trap_of(comment))
    mark = fingerprint(comment.article_id, words, comment.in_answer_to_id)
    others = _others(comment, now)
    _refuse_said(others, mark)
    moments = tuple(other.created_at for other in others)
    submission = Submission(
        article,
        policy_of(article),
        words,
        moments,
        now,
        watched_words(article),
        sections_of(article),
        learned(article),
        address_hash=comment.address_hash,
        network_hash=comment.network_hash,
        in_month=lambda month: _hashed_in(month, comment),
        bans=bans(article),
    )
    rewrite(comment, submission, mark)


def _hashed_in(month: str, comment: Comment) -> tuple[str, str]:
    """What is kept of where the comment came from, by the key of the month in which it was sent; of others nobody knows."""
    return (comment.address_hash, comment.network_hash) if month == month_of(comment.created_at) else ("", "")


def require_open(comment: Comment) -> None:
    """No use in correcting a form that nobody takes. Raises CannotDecide, NoSuchArticle, ArticleGone, CommentsClosed."""
    require_editable(comment, timezone.now())
    refuse_closed(comment.article_id)


def _others(comment: Comment, now: datetime) -> list[Comment]:
    """What came from the same address of late: nobody is too fast, or repeats anything, by changing what is there."""
    sent = sent_lately([comment.address_hash], now) if comment.address_hash else []
    return [one for one in sent if one.pk != comment.pk]


def _refuse_said(others: list[Comment], mark: str) -> None:
    if any(one.fingerprint == mark and one.state != State.TAKEN_BACK for one in others):
        raise SaidAlready(_("Bạn vừa gửi đúng lời này trong một bình luận khác."))
