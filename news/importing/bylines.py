"""From the byline of a manuscript to the authors that the house knows."""

import re
from collections.abc import Sequence
from itertools import count

from news.models import Article, ArticleAuthor, Author
from news.vietnamese.plain import clean_line
from news.vietnamese.slugs import slug

LONGEST_NAME = 100  # characters, as the author's own field

_BETWEEN_NAMES = re.compile(r"\s+[-–]\s+|\s*[,;]\s+")  # "Văn Kiên - Minh Hà"


def sign(article: Article, names: Sequence[str]) -> None:
    """Put these people under a stored article, in this order; who is not known yet becomes an author."""
    for place, name in enumerate(dict.fromkeys(names)):
        ArticleAuthor.objects.create(article=article, author=author_named(name), order=place)


def names_in(byline: str) -> list[str]:
    """The names in a byline, which may join two."""
    return [name for name in _BETWEEN_NAMES.split(clean_line(byline)) if name]


def author_named(name: str) -> Author:
    """The first author of that very name, or a new one."""
    known = Author.objects.filter(name=name).order_by("pk").first()
    return known or Author.objects.create(name=name, slug=_free_slug(name))


def _free_slug(name: str) -> str:
    wanted = slug(name) or "tac-gia"
    tries = (wanted if number == 1 else f"{wanted}-{number}" for number in count(1))
    return next(tried for tried in tries if not Author.objects.filter(slug=tried).exists())
