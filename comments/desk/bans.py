"""Where a moderator goes to ban who sent a comment."""

from comments.models import Comment


def ban_address(comment: Comment) -> str:
    """The address of the page that bans; empty where there is none, and then neither key nor button is shown."""
    return ""
