"""What every page about moderation asks first."""

from django.http import HttpRequest

from comments.moderation import decisions
from news.desk.pages import person
from news.models import User


def require_moderator(request: HttpRequest) -> User:
    """Who is at the desk, if they decide about comments. Raises NotAllowed in words."""
    by = person(request)
    decisions.require(by, "comments.moderate_comment")
    return by
