"""Some articles show first and look later."""

from comments.models import State
from comments.moderation.submission import Submission
from comments.moderation.verdict import Verdict
from news.models import CommentPolicy


def post_moderated(submission: Submission) -> Verdict | None:
    """Approved where the policy is post-moderation."""
    return Verdict(State.APPROVED) if submission.policy == CommentPolicy.POST else None
