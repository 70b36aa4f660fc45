"""What a service is told, and what it answers."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings

from comments.models import Comment, Reason, State
from news.whole_addresses import whole


@dataclass(frozen=True)
class Question:
    """A comment as strangers may see it; `email` is empty unless the operator lets it out."""

    text: str
    name: str
    article: str
    sent_at: datetime
    email: str = ""


@dataclass(frozen=True)
class Answer:
    """The state that the service proposes (None: it has nothing against the comment), why, and a sentence for moderators."""

    state: State | None
    reason: Reason | None = None
    told: str = ""


def about(comment: Comment) -> Question:
    """What is asked about a comment, whose article must be loaded."""
    email = comment.email if settings.COMMENT_CHECKS_GET_EMAIL else ""
    article = whole(comment.article.get_absolute_url())
    return Question(comment.text, comment.name, article, comment.created_at, email)
