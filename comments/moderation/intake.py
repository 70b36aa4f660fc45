"""How a comment comes in."""

from comments.models import Comment, State
from comments.moderation import counts
from comments.moderation.pipeline import decide
from comments.moderation.submission import Submission


def take_in(submission: Submission, address_hash: str, fingerprint: str) -> Comment:
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
        fingerprint=fingerprint,
        score=submission.judged.percent if submission.judged else None,
        created_at=submission.at,
    )
    counts.added(comment.article_id, comment.state)
    return comment
