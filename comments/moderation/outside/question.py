"""What a service is told, and what it answers."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings

from comments.models import Comment, Reason, State


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
    article = f"{paper_address()}{comment.article.get_absolute_url()}"
    return Question(comment.text, comment.name, article, comment.created_at, email)


def paper_address() -> str:
    """The paper's own address, as the environment tells it: no request does where the worker asks."""
    return f"{'https' if settings.HTTPS else 'http'}://{settings.ALLOWED_HOSTS[0].lstrip('.')}"
