"""The newest articles of many lists in one query, however large the archive.

Each list is read from its own index and stops at the limit. Django's `union()` can't limit its parts on SQLite, so the
parts are compiled one by one and joined here.
"""

from collections.abc import Sequence
from typing import Any

from django.db.models.expressions import RawSQL

from news.models import Article
from news.models.article_questions import ArticleQuerySet


def newest_of_each(lists: Sequence[ArticleQuerySet], limit: int) -> ArticleQuerySet:
    """The `limit` newest articles of each list, as one list without doubles, the newest first."""
    statements: list[str] = []
    values: list[Any] = []
    for number, articles in enumerate(lists):
        sql, parameters = articles.newest_first().values_list("pk")[:limit].query.sql_with_params()
        statements.append(f"SELECT * FROM ({sql}) AS list_{number}")  # noqa: S608 (compiled by Django, values apart)
        values.extend(parameters)
    if not lists:
        return Article.objects.none()
    chosen = RawSQL(" UNION ALL ".join(statements), values)  # noqa: S611 (the same)
    return Article.objects.filter(pk__in=chosen).newest_first()
