"""Nobody types that fast."""

from datetime import timedelta
from math import ceil

from django.conf import settings

from comments.moderation.errors import TooFast
from comments.moderation.submission import Submission

MINUTE = timedelta(minutes=1)


def too_fast(submission: Submission) -> None:
    """Raises TooFast when this would be more than COMMENTS_PER_MINUTE from one address, whatever became of the others."""
    limit: int = settings.COMMENTS_PER_MINUTE
    recent = sorted(moment for moment in submission.earlier if moment > submission.at - MINUTE)
    if len(recent) >= limit:
        raise TooFast(retry_after=ceil((recent[-limit] + MINUTE - submission.at).total_seconds()))
