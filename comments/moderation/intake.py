"""How a comment comes in."""

from dataclasses import asdict

from django.conf import settings

from comments.models import Comment, State
from comments.moderation import counts
from comments.moderation.answering import TOP, Place
from comments.moderation.errors import WorthAPause
from comments.moderation.phases.learned_score import learned_score
from comments.moderation.pipeline import decide
from comments.moderation.submission import Submission
from comments.moderation.verdict import Opinion


def take_in(
    submission: Submission, address_hash: str, fingerprint: str, key: str | None = None, place: Place = TOP
) -> Comment:
    """Pass the submission through the pipeline and keep it, where it belongs and with the key of its draft.

    Raises Refused. The caller holds the transaction.
    """
    verdict, opinions = decide(submission)
    pause_once(submission, opinions)
    words = submission.words
    comment = Comment.objects.create(
        article=submission.article,
        name=words.name,
        text=words.text,
        email=words.email,
        state=verdict.state,
        reason=verdict.reason or "",
        decided_at=None if verdict.state == State.WAITING else submission.at,
        opinions=opinions,
        address_hash=address_hash,
        network_hash=submission.network_hash,
        fingerprint=fingerprint,
        submission_key=key,
        score=submission.judged.percent if submission.judged else None,
        created_at=submission.at,
        **asdict(place),
    )
    counts.added(comment.article_id, comment.state)
    return comment


def pause_once(submission: Submission, opinions: list[Opinion]) -> None:
    """Raises WorthAPause where nothing but the learned score speaks against the words, and their writer wasn't asked yet."""
    decided_by_score = opinions[-1]["phase"] == learned_score.__name__
    if settings.COMMENT_PAUSE and decided_by_score and not submission.words.is_sure:
        raise WorthAPause
