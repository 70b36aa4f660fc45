"""How a reader's words become a comment: once, at a bearable pace, and only where an article is open for them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from comments.articles import bans, learned, live_article, sections_of, terms_of, watched_words
from comments.drafts import sent_from
from comments.models import Comment, Sender, State
from comments.moderation.answering import TOP, place_under
from comments.moderation.bans.keys import HashedIn
from comments.moderation.errors import CommentsClosed
from comments.moderation.intake import take_in
from comments.moderation.submission import Submission, Words
from comments.races import again_if_raced

SAME_FOR = timedelta(minutes=10)  # a double click, a reload, a retry after a time-out


@dataclass(frozen=True)
class Sent:
    """What a reader sent besides the words: from where (hashed, by the key of this month, of the last one while that matters,
    of any other), in answer to which comment, from which draft (hashed)."""

    address_hash: str
    network_hash: str = ""
    month_before: str = ""
    in_month: HashedIn | None = None
    answered: int | None = None
    key: str | None = None

    @property
    def addresses(self) -> list[str]:
        """The hashes of the address under which something may have been counted, the older first."""
        return [each for each in (self.month_before, self.address_hash) if each]


def post(article_id: int, words: Words, sent: Sent) -> Comment:
    """Take in what a reader wrote, perhaps in answer to a comment, or find what was sent from the same draft (`key`), or
    has just been sent by the same reader in the same words.

    Raises NoSuchArticle, ArticleGone, CommentsClosed, TooFast, CannotAnswer, WorthAPause.
    """
    return again_if_raced(lambda: _post(article_id, words, sent))


@transaction.atomic
def _post(article_id: int, words: Words, sent: Sent) -> Comment:
    queue_up(*sent.addresses)
    now = timezone.now()
    known = sent_lately(sent.addresses, now, sent.key)
    mark = fingerprint(article_id, words, sent.answered)
    same_draft = sent_from(known, sent.key)
    if same_draft and mark in (same_draft.fingerprint, same_draft.first_fingerprint):
        return same_draft
    earlier = [one for one in known if one.address_hash in sent.addresses and one.created_at > now - SAME_FOR]
    if again := sent_before(earlier, mark):
        return again
    article = live_article(article_id, lock=True)
    place = place_under(sent.answered, article_id) if sent.answered is not None else TOP
    terms, moments = terms_of(article), tuple(comment.created_at for comment in earlier)
    submission = Submission(
        article,
        terms.policy,
        words,
        moments,
        now,
        watched_words(article),
        sections_of(article),
        learned(article),
        address_hash=sent.address_hash,
        network_hash=sent.network_hash,
        in_month=sent.in_month,
        bans=bans(article),
        pause=terms.pause,
        earlier_here=sent_under(article_id, earlier),
    )
    return take_in(submission, sent.address_hash, mark, None if same_draft else sent.key, place)


def refuse_closed(article_id: int) -> None:
    """Raises NoSuchArticle, ArticleGone, CommentsClosed: no use in correcting a form that nobody takes any more."""
    if not terms_of(live_article(article_id)).is_open:
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


def sent_lately(addresses: Iterable[str], now: datetime, key: str | None = None) -> list[Comment]:
    """What the address, by these hashes, has sent in the time in which the same is not taken in twice, and whatever came
    with the key."""
    lately = Comment.objects.recent_from(addresses, now - SAME_FOR)
    known = lately | Comment.objects.filter(submission_key=key) if key else lately
    return list(known.defer("text", "search_text", "opinions"))


def sent_before(earlier: Iterable[Comment], mark: str) -> Comment | None:
    """The comment that says, or said when it was sent, the same; one that was taken back may be sent again."""
    kept = (one for one in earlier if one.state != State.TAKEN_BACK)
    return next((one for one in kept if mark in (one.fingerprint, one.first_fingerprint)), None)


def sent_under(article_id: int, earlier: Iterable[Comment]) -> tuple[datetime, ...]:
    """When those of the comments came in that stand under this article."""
    return tuple(comment.created_at for comment in earlier if comment.article_id == article_id)


def fingerprint(article_id: int, words: Words, answered: int | None = None) -> str:
    """What makes two submissions the same, as a keyed hash of 64 hex digits: nothing can be guessed from it."""
    to = [str(answered)] if answered is not None else []
    parts = "\0".join([str(article_id), words.name, words.text, words.email, *to])  # NUL occurs in none of them
    return salted_hmac("comments.fingerprint", parts, algorithm="sha256").hexdigest()
