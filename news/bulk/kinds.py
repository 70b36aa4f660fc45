"""What a kind of act on several articles is."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from news import rights
from news.lifecycle import NotReady, WrongState
from news.models import Article, User
from news.models.article_questions import ArticleQuerySet

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

Asked = dict[str, Any]  # what was asked for: ids and words, as JSON takes them
Before = dict[str, Any]  # what stood there, likewise: enough to put it back


class NothingToDo(Exception):
    """The article is as was asked already; says how."""


REFUSALS = (rights.NotAllowed, WrongState, NotReady, NothingToDo)


def no_heed(articles: list[Article], asked: Asked) -> list[str]:
    """Nothing to point out."""
    return []


@dataclass(frozen=True)
class Kind:
    """One line of the menu: what it asks of each article, what it does, and what undoing means.

    `allowed` is the question of `rule` to the database. `refuse` raises one of REFUSALS for what else stands in the way.
    `undo` is None where there is no honest way back; `about_undo` tells people which it is, and what to do instead.
    """

    name: str  # in addresses and in the database
    label: "StrOrPromise"  # an act: “Chuyển mục”
    rule: rights.Rule
    allowed: Callable[[ArticleQuerySet, User], ArticleQuerySet]
    refuse: Callable[[Article, User, Asked], None]
    do: Callable[[Article, User, Asked], Before]
    words: Callable[[Asked], str]  # the act with what was asked, for lists and the log
    undo: Callable[[Article, User, Before], object] | None
    about_undo: "StrOrPromise"
    heed: Callable[[list[Article], Asked], list[str]] = no_heed  # what to know of those that would change
    counts_by_asked: bool = False  # without an answer only the right can be counted
    reads_text: bool = False  # counting looks into bodies

    @property
    def has_way_back(self) -> bool:
        """Whether it can be undone at all."""
        return self.undo is not None
