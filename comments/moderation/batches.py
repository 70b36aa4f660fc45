"""One act on several comments: each is decided by the rule as if alone, and all are undone at once."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeVar
from uuid import UUID, uuid4

from django.utils.translation import gettext as _

from comments.models import Comment, Decision
from comments.moderation import decisions
from comments.moderation.errors import CannotDecide
from news.models import User

MOST = 500  # comments in one act: seconds, not minutes

Decide = Callable[[Comment, UUID], Decision]
Thing = TypeVar("Thing")


@dataclass
class Outcome:
    """What was done, and in words what was not."""

    made: list[Decision] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


def decide(comments: Iterable[Comment], one: Decide) -> Outcome:
    """Decide about each of the comments as one act, at most MOST. Raises NotAllowed, before anything is done."""
    batch = uuid4()
    return _each(islice(comments, MOST), lambda comment: (comment, one(comment, batch)))


def undo(decision: Decision, by: User | None) -> Outcome:
    """Take back the decision with all that was one act with it, the newest first. Raises NotAllowed."""
    return _each(of_one_act(decision), lambda each: (decisions.undo(each, by), each))


def of_one_act(decision: Decision) -> Sequence[Decision]:
    """The decisions that were made with it and still stand, the newest first; itself, where it stood alone."""
    if decision.batch is None:
        return [decision]
    same = Decision.objects.filter(batch=decision.batch).standing().select_related("comment").order_by("-id")
    return list(same[: MOST + 1]) or [decision]


def _each(things: Iterable[Thing], act: Callable[[Thing], tuple[Comment, Decision]]) -> Outcome:
    """Each in a transaction of its own: whoever holds a discussion's row must not wait for the next comment's."""
    outcome = Outcome()
    for thing in things:
        try:
            comment, decision = act(thing)
        except Comment.DoesNotExist:
            outcome.refused.append(_("Bình luận này không còn nữa."))
        except CannotDecide as refused:
            outcome.refused.append(str(refused))
        else:
            outcome.comments.append(comment)
            outcome.made.append(decision)
    return outcome
