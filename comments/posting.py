"""How a reader's words become a comment: once, at a bearable pace, and only where an article is open for them."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from comments.articles import learned, live_article, policy_of, sections_of, watched_words
from comments.models import Comment, Sender, State
from comments.moderation.errors import CommentsClosed
from comments.moderation.intake import take_in
from comments.moderation.phases.comments_closed import CLOSED
from comments.moderation.submission import Submission, Words

SAME_FOR = timedelta(minutes=10)  # a double click, a reload, a retry after a time-out


@transaction.atomic
def post(article_id: int, words: Words, address_hash: str, month_before: str = "") -> Comment:
    """Take in what a reader wrote, or find what the same reader has just sent in the same words.

    `month_before` is the address by the key of last month, as long as that still matters (comments/addresses.py).
    Raises NoSuchArticle, ArticleGone, CommentsClosed, TooFast.
    """
    former = [month_before] if month_before else []
    queue_up(*former, address_hash)
    now = timezone.now()
    earlier = sent_lately(address_hash, now, *former)
    mark = fingerprint(article_id, words)
    if again := sent_before(earlier, mark):
        return again
    article = live_article(article_id, lock=True)
    moments = tuple(comment.created_at for comment in earlier)
    known = watched_words(article), sections_of(article), learned(article)
    return take_in(Submission(article, policy_of(article), words, moments, now, *known), address_hash, mark)


def refuse_closed(article_id: int) -> None:
    """Raises NoSuchArticle, ArticleGone, CommentsClosed: no use in correcting a form that nobody takes any more."""
    if policy_of(live_article(article_id)) in CLOSED:
        raise CommentsClosed


def queue_up(*hashes: str) -> None:
    """Wait until no other process takes in a comment from this address; the row of the Sender is the turnstile.

    One upsert makes the row or, by writing it, locks it until the transaction ends. Of two hashes the older comes first,
    at which those queue who came in before midnight.
    """
    Sender.objects.bulk_create(
        [Sender(address_hash=each) for each in hashes],
        update_conflicts=True,
        unique_fields=["address_hash"],
        update_fields=["address_hash"],
    )


def sent_lately(address_hash: str, now: datetime, *others: str) -> list[Comment]:
    """What the address has sent in the time in which the same is not taken in twice."""
    sent = Comment.objects.recent_from(address_hash, now - SAME_FOR, *others)
    return list(sent.defer("text", "search_text", "opinions"))


def sent_before(earlier: Iterable[Comment], mark: str) -> Comment | None:
    """The comment that says, or said when it was sent, the same; one that was taken back may be sent again."""
    kept = (one for one in earlier if one.state != State.TAKEN_BACK)
    return next((one for one in kept if mark in (one.fingerprint, one.first_fingerprint)), None)


def fingerprint(article_id: int, words: Words) -> str:
    """What makes two submissions the same, as a keyed hash of 64 hex digits: nothing can be guessed from it."""
    parts = "\0".join([str(article_id), words.name, words.text, words.email])  # NUL occurs in none of them
    return salted_hmac("comments.fingerprint", parts, algorithm="sha256").hexdigest()
