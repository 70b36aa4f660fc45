"""A comment on its way in."""

from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from comments.moderation.around import Around
from comments.moderation.rules.chosen import Rules
from comments.moderation.words.matcher import Match, Matcher
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
    watched: Matcher = field(default_factory=Matcher)  # the newsroom's words
    sections: frozenset[int] = frozenset()  # the article's, and the one above it
    rules: Rules = field(default_factory=Rules)  # the newsroom's choices
    around: Around = field(default_factory=Around)
    checked_outside: bool = False  # whether somebody is asked once the comment is stored

    @cached_property
    def matches(self) -> list[Match]:
        """The watched words in text and name, found once for all phases."""
        return [
            match for typed in (self.words.text, self.words.name) for match in self.watched.find(typed, self.sections)
        ]
