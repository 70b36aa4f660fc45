"""How a reader's words become a comment: once, at a bearable pace, and only where an article is open for them."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from comments import surroundings
from comments.articles import live_article, policy_of, rules_of, sections_of, watched_words
from comments.models import Comment, Sender, State
from comments.moderation import echoes, outside
from comments.moderation.around import Around
from comments.moderation.errors import CommentsClosed
from comments.moderation.intake import take_in
from comments.moderation.phases.already_said import already_said
from comments.moderation.phases.comments_closed import CLOSED
from comments.moderation.submission import Submission, Words
from news.models import Article


@transaction.atomic
def post(article_id: int, words: Words, address_hash: str, network_hash: str = "") -> Comment:
    """Take in what a reader wrote, or find what the same reader has just sent in the same words.

    Raises NoSuchArticle, ArticleGone, CommentsClosed, TooFast.
    """
    queue_up(address_hash)
    now = timezone.now()
    marks = echoes.marks(words.text, article_id, address_hash)
    earlier, alike = surroundings.said(address_hash, marks, now)
    mark = fingerprint(article_id, words)
    if again := sent_before(earlier, mark):
        return again
    counted = surroundings.counted(address_hash, network_hash, now, article_id)
    article = live_article(article_id, lock=True, counted=counted)
    around = surroundings.around(article, surroundings.echoes(alike, address_hash, now))
    submission = submitted(article, words, earlier, now, around)
    return take_in(submission, address_hash, mark, network_hash, marks if remembers(submission) else ())


def submitted(article: Article, words: Words, earlier: Iterable[Comment], now: datetime, around: Around) -> Submission:
    """All that the phases may ask, of an article that came locked from `live_article`."""
    moments = tuple(comment.created_at for comment in earlier)
    known = watched_words(article), sections_of(article), rules_of(article)
    return Submission(article, policy_of(article), words, moments, now, *known, around, outside.is_asked())


def remembers(submission: Submission) -> bool:
    """Whether what is said now is to be found when it is said again."""
    return already_said.__name__ not in submission.rules.off


def refuse_closed(article_id: int) -> None:
    """Raises NoSuchArticle, ArticleGone, CommentsClosed: no use in correcting a form that nobody takes any more."""
    if policy_of(live_article(article_id)) in CLOSED:
        raise CommentsClosed


def queue_up(address_hash: str) -> None:
    """Wait until no other process takes in a comment from this address; the row of the Sender is the turnstile.

    One upsert makes the row or, by writing it, locks it until the transaction ends.
    """
    Sender.objects.bulk_create(
        [Sender(address_hash=address_hash)],
        update_conflicts=True,
        unique_fields=["address_hash"],
        update_fields=["address_hash"],
    )


def sent_before(earlier: Iterable[Comment], mark: str) -> Comment | None:
    """The comment that says, or said when it was sent, the same; one that was taken back may be sent again."""
    kept = (one for one in earlier if one.state != State.TAKEN_BACK)
    return next((one for one in kept if mark in (one.fingerprint, one.first_fingerprint)), None)


def fingerprint(article_id: int, words: Words) -> str:
    """What makes two submissions the same, as a keyed hash of 64 hex digits: nothing can be guessed from it."""
    parts = "\0".join([str(article_id), words.name, words.text, words.email])  # NUL occurs in none of them
    return salted_hmac("comments.fingerprint", parts, algorithm="sha256").hexdigest()
