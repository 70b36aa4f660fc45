"""A large archive of comments, and which index a question is answered by there."""

from datetime import datetime, timedelta
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from comments.models import Comment, State
from news import statistics
from tests.factories import LiveArticleFactory

SIZE = 3000


def archive(newest: datetime, **facts: Any) -> None:
    """SIZE comments under one article, an hour apart, each from an address of its own, the newest of then (aware).

    Half of them are approved, half rejected, if `facts` doesn't say otherwise. The planner knows of them.
    """
    facts = {"article": LiveArticleFactory(), "name": "Lan", "text": "Lời"} | facts
    states = (State.APPROVED, State.REJECTED)
    Comment.objects.bulk_create(
        Comment(**{"state": states[n % 2], "address_hash": f"{n}", "created_at": newest - timedelta(hours=n)} | facts)
        for n in range(SIZE)
    )
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("REINDEX TABLE comments_comment")  # rid of what tests before this one have left in it
    statistics.refresh()


def plan_of(rows: QuerySet[Any]) -> str:
    """How the database would answer. PostgreSQL reads a table of thousands whole; it may not, as it would not millions."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")
    return rows.explain()
