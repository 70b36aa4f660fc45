"""A comment on its way in."""

from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from comments.moderation.around import Around
from comments.moderation.bans.book import Book
from comments.moderation.bans.keys import HashedIn
from comments.moderation.learned.model import Judgement, Model
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
    is_sure: bool = False  # the writer was asked to pause, and sends it all the same


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
    learned: Model | None = None  # from the newsroom's decisions
    address_hash: str = ""
    network_hash: str = ""
    in_month: HashedIn | None = None  # the same two by the keys of other months
    bans: Book = field(default_factory=Book)  # the live ones
    pause: int = 0  # minutes between two comments from one address under this article
    earlier_here: tuple[datetime, ...] = ()  # those of `earlier` that were sent under this article

    @cached_property
    def matches(self) -> list[Match]:
        """The watched words in text and name, found once for all phases."""
        return [
            match for typed in (self.words.text, self.words.name) for match in self.watched.find(typed, self.sections)
        ]

    @cached_property
    def judged(self) -> Judgement | None:
        """How likely the newsroom would turn the text down, worked out once; None where there is nothing to judge by."""
        return self.learned.judge(self.words.text) if self.learned else None
