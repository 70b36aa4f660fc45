"""Is there a discussion at all?"""

from comments.moderation.errors import CommentsClosed
from comments.moderation.submission import Submission
from news.models import CommentPolicy

CLOSED = frozenset({CommentPolicy.CLOSED, CommentPolicy.HIDDEN})


def comments_closed(submission: Submission) -> None:
    """Raises CommentsClosed where the article takes no comments: the form may have stood open in a tab for hours."""
    if submission.policy in CLOSED:
        raise CommentsClosed
