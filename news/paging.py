"""Paging through lists by key, never by offset: page one thousand costs what page one costs.

The key of a page is the place of the last row on the page before it: `<microseconds of its moment>-<id>`.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest

from news.models import Article
from news.models.article_questions import ArticleQuerySet

PARAMETER = "truoc"
PAGE_SIZE = 20  # headlines; three screens of a phone

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_KEY = re.compile(r"([0-9]{1,18})-([0-9]{1,18})")

Rows = TypeVar("Rows", bound=QuerySet[Any])


@dataclass(frozen=True)
class Key:
    """A place in a list that runs from the newest row to the oldest."""

    moment: datetime
    row: int

    def __str__(self) -> str:
        return f"{(self.moment - _EPOCH) // timedelta(microseconds=1)}-{self.row}"


@dataclass(frozen=True)
class Page:
    """One page of a list, and the key of the next, older one (None on the last)."""

    articles: list[Article]
    older: Key | None


def asked_key(request: HttpRequest) -> Key | None:
    """The key in the address; None on a first page. Raises Http404 for what is not a key."""
    raw = request.GET.get(PARAMETER)
    if raw is None:
        return None
    parts = _KEY.fullmatch(raw)
    if parts is None:
        raise Http404
    try:
        return Key(_EPOCH + timedelta(microseconds=int(parts[1])), int(parts[2]))
    except OverflowError as error:
        raise Http404 from error


def older_than(rows: Rows, key: Key | None, moment: str = "published_at") -> Rows:
    """The rows of the list that come after the key; all of them without one. `moment` is the field that orders them.

    The second condition alone is a range that an index can serve; the first settles rows of the same moment.
    """
    if key is None:
        return rows
    return rows.filter(Q(**{f"{moment}__lt": key.moment}) | Q(pk__lt=key.row), **{f"{moment}__lte": key.moment})


def cut(rows: QuerySet[Any], key: Key | None, size: int, moment: str) -> tuple[list[Any], Key | None]:
    """So many rows after the key of a list that runs from the newest, and the key of the next ones (None: these are the last).

    Raises Http404 for a later page without rows: nothing leads there.
    """
    found = list(older_than(rows, key, moment)[: size + 1])
    if key and not found:
        raise Http404
    shown = found[:size]
    return shown, Key(getattr(shown[-1], moment), shown[-1].pk) if len(found) > size else None


def page_of(articles: ArticleQuerySet, key: Key | None, size: int = PAGE_SIZE) -> Page:
    """The page of published articles after the key. Raises Http404, as `cut` does."""
    return Page(*cut(articles.newest_first().for_lists(), key, size, "published_at"))
