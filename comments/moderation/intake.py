"""How a comment comes in."""

from collections.abc import Iterable
from dataclasses import asdict

from django.conf import settings

from comments.models import Comment, State
from comments.moderation import counts, echoes
from comments.moderation.answering import TOP, Place
from comments.moderation.errors import WorthAPause
from comments.moderation.outside import checking
from comments.moderation.phases.learned_score import learned_score
from comments.moderation.pipeline import decide
from comments.moderation.submission import Submission
from comments.moderation.verdict import Opinion


def take_in(
    submission: Submission, fingerprint: str, marks: Iterable[int] = (), key: str | None = None, place: Place = TOP
) -> Comment:
    """Pass the submission through the pipeline and keep it, where it belongs, with the key of its draft and the marks by
    which its words are found again.

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
        address_hash=submission.address_hash,
        network_hash=submission.network_hash,
        fingerprint=fingerprint,
        submission_key=key,
        score=submission.judged.percent if submission.judged else None,
        created_at=submission.at,
        **asdict(place),
    )
    echoes.remember(comment, marks, submission.at)
    counts.added(comment.article_id, comment.state)
    if submission.checked_outside:
        checking.ask_later(comment)
    return comment


def pause_once(submission: Submission, opinions: list[Opinion]) -> None:
    """Raises WorthAPause where nothing but the learned score speaks against the words, and their writer wasn't asked yet."""
    decided_by_score = opinions[-1]["phase"] == learned_score.__name__
    if settings.COMMENT_PAUSE and decided_by_score and not submission.words.is_sure:
        raise WorthAPause
