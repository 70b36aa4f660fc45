"""Where a quarrel runs hot, everybody gets a word in, and a pause after it."""

from datetime import timedelta
from math import ceil

from comments.moderation.errors import SlowedDown
from comments.moderation.submission import Submission


def slowed_down(submission: Submission) -> None:
    """Raises SlowedDown for a second comment from one address within the pause, whatever became of the first."""
    pause = timedelta(minutes=submission.pause)
    recent = [moment for moment in submission.earlier_here if moment > submission.at - pause]
    if recent:
        left = max(recent) + pause - submission.at
        raise SlowedDown(retry_after=ceil(left.total_seconds()), minutes=submission.pause)
