"""The comments that go with a ban, and come back with its undoing. The only writer of Swept.

Each comment is asked again: what was counted may have changed. Up to 200 are done in the request, more by the worker, a
batch in a transaction, in the order of articles, so that two sweeps never wait for each other's discussions. What a stopped
worker left can be carried on.
"""

from django.db import transaction
from django_tasks import task

from comments.models import Ban, Comment, State, Swept
from comments.moderation import counts, decisions
from comments.moderation.errors import CannotDecide, NotAllowed
from news.bulk.acting import BEFORE_PHOTOS
from news.models import Outcome, User

AT_ONCE = 200  # two or three seconds, undoing included
BATCH = 50  # others wait for less than a second


def start(ban: Ban, number: int) -> None:
    """Carry it on now, or leave it to the worker if there is much to do."""
    if number <= AT_ONCE:
        carry_on(ban)
    else:
        transaction.on_commit(lambda: carry_on_later.enqueue(ban.pk))


@task(priority=BEFORE_PHOTOS)
def carry_on_later(ban: int) -> None:
    """The worker's part."""
    carry_on(Ban.objects.get(pk=ban))


def carry_on(ban: Ban, most: int | None = None) -> None:
    """Sweep what waits, or put back what was swept (`most` of it, if given). Called twice at once, each is done once."""
    turn = Outcome.DONE if ban.undone_at else Outcome.WAITING
    waiting = ban.swept.filter(outcome=turn).order_by("comment__article_id", "pk").values_list("pk", flat=True)
    pks = list(waiting[:most])
    for pk in pks:
        _do(ban, pk, turn)


@transaction.atomic
def _do(ban: Ban, pk: int, turn: Outcome) -> None:
    """One in a transaction of its own: whoever holds a discussion's row must not wait for the next comment's."""
    step, by = (_put_back, ban.undone_by) if ban.undone_at else (_sweep, ban.by)
    locked = Swept.objects.select_for_update(of=("self",)).filter(pk=pk, outcome=turn)
    for item in locked.select_related("comment", "decision__comment"):
        step(ban, item, by)
        item.save()


def left(ban: Ban) -> int:
    """How many comments are still to be swept, or to be put back."""
    return ban.swept.filter(outcome=Outcome.DONE if ban.undone_at else Outcome.WAITING).count()


def _sweep(ban: Ban, item: Swept, by: User | None) -> None:
    """Take one away, or note what speaks against it."""
    item.featured_at = item.comment.featured_at
    try:
        with transaction.atomic():
            item.decision = decisions.sweep(item.comment, State(ban.swept_state), ban.swept_reason, by)
    except (CannotDecide, NotAllowed) as refused:
        item.outcome, item.sentence = Outcome.REFUSED, str(refused)[:300]
        return
    item.outcome = Outcome.DONE


def _put_back(ban: Ban, item: Swept, by: User | None) -> None:
    """Give one its former state, or note what speaks against it."""
    if item.decision is None:
        item.outcome = Outcome.KEPT
        return
    try:
        with transaction.atomic():
            comment = decisions.undo(item.decision, by)
            _feature_again(comment, item)
    except (CannotDecide, NotAllowed) as refused:
        item.outcome, item.sentence = Outcome.KEPT, str(refused)[:300]
        return
    item.outcome = Outcome.UNDONE


def _feature_again(comment: Comment, item: Swept) -> None:
    if item.featured_at and comment.state == State.APPROVED:
        comment.featured_at = item.featured_at
        comment.save(update_fields=["featured_at"])
        counts.redrawn(comment.article_id)
