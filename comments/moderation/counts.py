"""A discussion's counts and version, kept in the same transaction as the change that they count."""

from django.db import connection
from django.db.models import Count, F, Q
from django.db.models.functions import Greatest

from comments.models import Comment, Discussion, State

# One statement that makes the row or adds to it, the same on both databases: Django's upsert can't add.
ADD = """
    INSERT INTO comments_discussion (article_id, policy, approved_count, waiting_count, version)
    VALUES (%s, '', %s, %s, %s)
    ON CONFLICT (article_id) DO UPDATE SET
        approved_count = comments_discussion.approved_count + excluded.approved_count,
        waiting_count = comments_discussion.waiting_count + excluded.waiting_count,
        version = comments_discussion.version + excluded.version
"""


def added(article_id: int, state: str) -> None:
    """A comment was inserted in this state."""
    approved, waiting = int(state == State.APPROVED), int(state == State.WAITING)
    if approved or waiting:
        with connection.cursor() as cursor:
            cursor.execute(ADD, [article_id, approved, waiting, approved])


def moved(article_id: int, before: str, after: str) -> None:
    """A comment went from one state to another; `after` is empty where it was deleted."""
    approved = (after == State.APPROVED) - (before == State.APPROVED)
    waiting = (after == State.WAITING) - (before == State.WAITING)
    found = Discussion.objects.filter(article=article_id).update(
        # Not below zero: counts that a bulk load left behind must not stop a moderator.
        approved_count=Greatest(F("approved_count") + approved, 0),
        waiting_count=Greatest(F("waiting_count") + waiting, 0),
        version=F("version") + abs(approved),
    )
    if not found:
        recount(article_id)


def redrawn(article_id: int) -> None:
    """Readers see the same comments in another way."""
    Discussion.objects.filter(article=article_id).update(version=F("version") + 1)


def recount(article_id: int) -> None:
    """Set the counts from the comments themselves, for those who write comments in bulk."""
    real = Comment.objects.filter(article=article_id).aggregate(
        approved_count=Count("pk", filter=Q(state=State.APPROVED)),
        waiting_count=Count("pk", filter=Q(state=State.WAITING)),
    )
    Discussion.objects.get_or_create(article_id=article_id)
    Discussion.objects.filter(article=article_id).update(**real, version=F("version") + 1)
