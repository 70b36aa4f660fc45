"""What a comment's writer is told of it where a ban has decided: of a silent one nothing.

Everything that shows a comment's state to its writer asks `state_for_writer`.
"""

from datetime import datetime
from typing import Any

from comments.models import Comment, State
from comments.moderation.verdict import Opinion

PHASE = "banned"


def state_for_writer(comment: Comment) -> State:
    """The state as its writer may know it: what a silent ban put away still waits, until somebody decides."""
    return State.WAITING if _opinion(comment).get("silent") else State(comment.state)


def is_by_ban(comment: Comment) -> bool:
    """Whether the state it is in is a ban's doing."""
    return bool(_opinion(comment))


def banned_until(comment: Comment) -> datetime | None:
    """When the ban ended or will, as it was when the comment was sent; None for one without an end, or where none is told."""
    until = _opinion(comment).get("until")
    return datetime.fromisoformat(until) if until else None


def _opinion(comment: Comment) -> "Opinion | dict[str, Any]":
    """The ban's opinion while it stands: nobody has decided since, and the words are there. Later it is one of many rejected."""
    last = comment.opinions[-1] if comment.opinions else {}
    stands = comment.state == State.REJECTED and not comment.decided_by_id and not comment.words_erased_at
    return last if stands and last.get("phase") == PHASE else {}
