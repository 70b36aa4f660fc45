"""What one moderator has before the eyes, nobody else gets: for two minutes, longer while the page says so.

The only writer of Reservation. A reservation keeps people out of each other's way; what protects a comment from being
decided twice is the decision itself, which says in which state it was read (decisions.refuse_decided).
"""

from collections.abc import Collection, Sequence
from contextlib import suppress
from datetime import datetime, timedelta

from django.db import IntegrityError, connection, transaction
from django.db.models import Q
from django.utils import timezone

from comments.models import Comment, Reservation, State
from comments.models.comment_questions import CommentQuerySet
from news.models import User

KEPT_FOR = timedelta(minutes=2)  # from the last word of the page
TRIES = 4  # when others were quicker with what was asked for
CLEARED_AFTER, CLEARED_AT_ONCE = timedelta(hours=1), 200  # rows that nobody asks about, so many with each taking

# One statement, the rows in the order of their numbers: whoever comes second waits, and gets only what is free by then.
CLAIM = """
    INSERT INTO comments_reservation (comment_id, by_id, until)
    SELECT id, %s, {until} FROM comments_comment WHERE (state = %s OR open_reports > 0) AND id IN ({places}) ORDER BY id
    ON CONFLICT (comment_id) DO UPDATE SET by_id = excluded.by_id, until = excluded.until
    WHERE comments_reservation.by_id = excluded.by_id OR comments_reservation.until <= %s
"""


def take(queue: CommentQuerySet, by: User, number: int, without: Collection[int] = ()) -> list[int]:
    """The ids of so many comments of the queue, in its order, that are this person's alone for two minutes.

    Fewer where the queue has no more that others don't have. What the person has already comes along, but for `without`.
    """
    _clear()
    taken: list[int] = []
    for _try in range(TRIES):
        wanted = number - len(taken)
        free = _free(queue, by).exclude(pk__in=[*without, *taken])
        found = list(free.values_list("pk", flat=True)[:wanted])
        taken += hold(found, by)
        if len(taken) == number or len(found) < wanted:
            break
    return taken


def hold(comments: Sequence[int], by: User) -> list[int]:
    """Keep these comments for the person, or go on keeping them; which of them are still to be decided and theirs, as ordered."""
    if not comments:
        return []
    _claim(sorted({*comments}), by, timezone.now())
    kept = {*Comment.objects.undecided().filter(pk__in=comments, reservation__by=by).values_list("pk", flat=True)}
    return [pk for pk in comments if pk in kept]


def give_back(comments: Collection[int], by: User, known_until: datetime) -> None:
    """The page that kept them went away. What another page of the same person has kept since is left alone."""
    mine = Reservation.objects.filter(comment__in=comments, by=by)
    mine.filter(until__lte=known_until).delete()


def free_of_others(comments: CommentQuerySet, by: User) -> CommentQuerySet:
    """Without what others have before them now."""
    return comments.exclude(pk__in=Reservation.objects.of_others(by.pk, timezone.now()).values("pk"))


def _free(queue: CommentQuerySet, by: User) -> CommentQuerySet:
    kept_by_nobody = Q(reservation=None) | Q(reservation__by=by) | Q(reservation__until__lte=timezone.now())
    return queue.filter(kept_by_nobody)


def _claim(comments: list[int], by: User, now: datetime) -> None:
    until, over = (connection.ops.adapt_datetimefield_value(moment) for moment in (now + KEPT_FOR, now))
    typed = "CAST(%s AS timestamptz)" if connection.vendor == "postgresql" else "%s"  # a bare one would be text there
    statement = CLAIM.format(until=typed, places=", ".join(["%s"] * len(comments)))
    with suppress(IntegrityError), transaction.atomic(), connection.cursor() as cursor:  # one is just being deleted
        cursor.execute(statement, [by.pk, until, State.WAITING.value, *comments, over])


def _clear() -> None:
    """A bounded part of what ended long ago."""
    old = Reservation.objects.over(timezone.now() - CLEARED_AFTER).order_by("until")
    keys = list(old.values_list("pk", flat=True)[:CLEARED_AT_ONCE])
    if keys:
        Reservation.objects.filter(pk__in=keys, until__lte=timezone.now()).delete()
