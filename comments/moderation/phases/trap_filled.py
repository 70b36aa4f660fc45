"""Robots fill every field."""

from comments.models import Reason, State
from comments.moderation.submission import Submission
from comments.moderation.verdict import Verdict


def trap_filled(submission: Submission) -> Verdict | None:
    """Spam where the hidden field was filled. It is kept, not dropped: a browser's autofill may have done it to a person,
    who finds an honest receipt, and a moderator can still approve it.
    """
    return Verdict(State.SPAM, Reason.ADVERTISING) if submission.words.trap else None
