"""The last phase: a person decides."""

from comments.models import State
from comments.moderation.submission import Submission
from comments.moderation.verdict import Verdict


def needs_eyes(submission: Submission) -> Verdict:
    """Waiting: what no other phase settled, a moderator reads."""
    return Verdict(State.WAITING)
