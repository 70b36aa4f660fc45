"""How a comment comes in."""

from collections.abc import Iterable

from comments.models import Comment, State
from comments.moderation import counts, echoes
from comments.moderation.outside import checking
from comments.moderation.pipeline import decide
from comments.moderation.submission import Submission


def take_in(
    submission: Submission, address_hash: str, fingerprint: str, network_hash: str = "", marks: Iterable[int] = ()
) -> Comment:
    """Pass the submission through the pipeline and keep it. Raises Refused. The caller holds the transaction."""
    verdict, opinions = decide(submission)
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
        network_hash=network_hash,
        fingerprint=fingerprint,
        created_at=submission.at,
    )
    echoes.remember(comment, marks, submission.at)
    counts.added(comment.article_id, comment.state)
    if submission.checked_outside:
        checking.ask_later(comment)
    return comment
