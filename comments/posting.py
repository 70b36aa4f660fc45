"""How a reader's words become a comment: once, at a bearable pace, and only where an article is open for them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from comments import surroundings
from comments.addresses import month_of
from comments.articles import bans, learned, live_article, rules_of, sections_of, terms_of, watched_words
from comments.drafts import sent_from
from comments.models import Comment, Sender, State
from comments.moderation import echoes, outside
from comments.moderation.answering import TOP, place_under
from comments.moderation.around import TRUST, Around
from comments.moderation.bans.keys import HashedIn
from comments.moderation.errors import CommentsClosed
from comments.moderation.intake import take_in
from comments.moderation.phases.already_said import already_said
from comments.moderation.submission import Submission, Words
from comments.races import again_if_raced
from news.models import Article


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

    def known_by(self, now: datetime) -> list[str]:
        """The hashes under which the address was seen in the time in which a reader comes to be trusted."""
        if not self.in_month:
            return self.addresses
        months = sorted({month_of(now - timedelta(days=days)) for days in range(0, TRUST.days + 1, 10)})
        return list(dict.fromkeys([*(self.in_month(month)[0] for month in months), *self.addresses]))


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
    marks = echoes.marks(words.text, article_id, sent.address_hash)
    earlier, alike = surroundings.said(sent.addresses, marks, now, sent.key)
    mark = fingerprint(article_id, words, sent.answered)
    same_draft = sent_from(alike, sent.key)
    if same_draft and mark in (same_draft.fingerprint, same_draft.first_fingerprint):
        return same_draft
    if again := sent_before(earlier, mark):
        return again
    counted = surroundings.counted(sent.known_by(now), sent.network_hash, now, article_id)
    article = live_article(article_id, lock=True, counted=counted)
    place = place_under(sent.answered, article_id) if sent.answered is not None else TOP
    around = surroundings.around(article, surroundings.echoes(alike, sent.addresses, now))
    submission = submitted(article, words, sent, earlier, now, around)
    found_again = marks if remembers(submission) else ()
    return take_in(submission, mark, found_again, None if same_draft else sent.key, place)


def submitted(
    article: Article, words: Words, sent: Sent, earlier: Sequence[Comment], now: datetime, around: Around
) -> Submission:
    """All that the phases may ask, of an article that came locked from `live_article`."""
    terms = terms_of(article)
    return Submission(
        article,
        terms.policy,
        words,
        tuple(comment.created_at for comment in earlier),
        now,
        watched_words(article),
        sections_of(article),
        rules_of(article),
        around,
        outside.is_asked(),
        learned(article),
        address_hash=sent.address_hash,
        network_hash=sent.network_hash,
        in_month=sent.in_month,
        bans=bans(article),
        pause=terms.pause,
        earlier_here=sent_under(article.pk, earlier),
    )


def remembers(submission: Submission) -> bool:
    """Whether what is said now is to be found when it is said again."""
    return already_said.__name__ not in submission.rules.off


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
