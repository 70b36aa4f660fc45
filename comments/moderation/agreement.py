"""One decision in twenty is looked at again by another moderator, who doesn't know it: so a newsroom sees how far it agrees.

Nothing becomes of the comment: what was decided stands. Whoever sees that the other was right undoes it by hand.
"""

from datetime import datetime, timedelta
from typing import NamedTuple

from django.db import IntegrityError, transaction
from django.db.models import F
from django.db.models.functions import Mod
from django.utils import timezone
from django.utils.translation import gettext as _

from comments.models import CrossCheck, Decision, State
from comments.moderation.decisions import require
from comments.moderation.errors import AlreadySo, NotAllowed
from news.models import User

ONE_IN = 20
LATELY = timedelta(days=7)  # what a person decided longer ago says little about how one decides now
CHOICES = (State.APPROVED, State.REJECTED, State.SPAM)


class Agreement(NamedTuple):
    """How many were looked at twice, and in how many both said the same of whether readers see the comment."""

    checked: int
    agreed: int

    @property
    def percent(self) -> int:
        """Of 100; 0 where nothing was looked at."""
        return round(100 * self.agreed / self.checked) if self.checked else 0


def next_for(person: User, now: datetime) -> Decision | None:
    """The oldest decision of the last days that this person may look at; with the comment, its article and what it answers."""
    drawn = Decision.objects.of_the_queue(now - LATELY).alias(lot=Mod(F("comment_id"), ONE_IN)).filter(lot=0)
    open_ones = drawn.filter(cross_check=None, comment__words_erased_at=None, comment__edition=0)
    others = open_ones.exclude(by=None).exclude(by=person).select_related("comment__article", "comment__parent")
    return (
        others.defer("comment__article__body", "comment__article__search_text", "comment__opinions")
        .order_by("at")
        .first()
    )


def look_again(decision: Decision, person: User, state: State) -> CrossCheck:
    """Keep what this person would have decided. Raises NotAllowed, and AlreadySo where somebody was quicker."""
    require(person, "comments.moderate_comment")
    if decision.by_id == person.pk:
        raise NotAllowed(_("Đây là quyết định của chính bạn; người khác sẽ đối chiếu."))
    try:
        with transaction.atomic():
            return CrossCheck.objects.create(decision=decision, by=person, after=state, at=timezone.now())
    except IntegrityError as error:
        raise AlreadySo(_("Người khác vừa đối chiếu bình luận này.")) from error


def agreement(since: datetime) -> Agreement:
    """Of what was looked at since then (aware); two short counts by index."""
    checked = CrossCheck.objects.filter(at__gte=since)
    return Agreement(checked.count(), checked.agreeing().count())
