"""The newest articles of many lists in one query, however large the archive.

Each list is read from its index and stops at the limit. Django's `union()` can't limit its parts on SQLite, so the parts
are compiled one by one and joined here.
"""

from collections.abc import Sequence
from typing import Any

from django.db import connection
from django.db.models import Value

from news.models.articles import ArticleQuerySet


def newest_of_each(lists: Sequence[ArticleQuerySet], limit: int) -> list[set[int]]:
    """For each list the ids of its `limit` newest articles, in the order of the lists."""
    found: list[set[int]] = [set() for _ in lists]
    if not lists:
        return found
    statements: list[str] = []
    values: list[Any] = []
    for number, articles in enumerate(lists):
        newest = articles.newest_first().annotate(list_number=Value(number)).values_list("list_number", "pk")[:limit]
        sql, parameters = newest.query.sql_with_params()
        statements.append(f"SELECT * FROM ({sql}) AS list_{number}")  # noqa: S608 (compiled by Django, values apart)
        values.extend(parameters)
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(statements), values)
        for number, article in cursor.fetchall():
            found[number].add(article)
    return found
