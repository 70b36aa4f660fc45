"""A comment on its way in."""

from dataclasses import dataclass
from datetime import datetime

from news.models import Article, CommentPolicy


@dataclass(frozen=True)
class Words:
    """What a reader typed, cleaned."""

    text: str
    name: str
    email: str = ""
    trap: str = ""  # the field that people don't see


@dataclass(frozen=True)
class Submission:
    """All that a phase may ask. No phase queries or changes anything, so that the lock under which they run is short."""

    article: Article
    policy: CommentPolicy
    words: Words
    earlier: tuple[datetime, ...]  # when the same address sent its comments of the last minutes
    at: datetime
