"""Which letters are due, asked of the comments as they are now."""

from datetime import datetime, timedelta

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from comments.models import Comment, Decision, Letter, LetterEnd, LetterKind, State
from news.models import Article, SiteSettings

# Long enough to press "undo" and think again; nobody waits for the letter to the minute.
GRACE = timedelta(minutes=3)
LATE = timedelta(days=2)  # what could not go by then is no news any more
# Not spam: the address in it is often somebody's who never wrote here.
TOLD = (State.APPROVED, State.REJECTED)


def due(kind: LetterKind, now: datetime) -> QuerySet[Comment]:
    """The comments about which a letter of that kind should go at `now` (aware), the oldest first."""
    comments = (_decided if kind == LetterKind.DECIDED else _answers)(_settled(now))
    done = Letter.objects.settled(now).filter(kind=kind, about=OuterRef("pk"))
    return comments.filter(~Exists(done)).order_by("pk")


def _settled(now: datetime) -> QuerySet[Comment]:
    """Whose state stands since a while, but not for long; hidden or switched off discussions are left alone."""
    recent = Comment.objects.settled(now - LATE, now - GRACE)
    return recent.open_to_readers(SiteSettings.objects.current())


def _decided(comments: QuerySet[Comment]) -> QuerySet[Comment]:
    """With an e-mail, and a person's decision that stands: what the phases decide the writer reads at once."""
    decision = Decision.objects.standing().filter(comment=OuterRef("pk"), after=OuterRef("state"))
    decision = decision.exclude(before=F("after"))  # what readers see already was looked at again, and kept
    named = comments.filter(state__in=TOLD).exclude(email="")
    return named.filter(Exists(decision), _readable() | Q(state=State.REJECTED))


def _answers(comments: QuerySet[Comment]) -> QuerySet[Comment]:
    """Visible answers to a visible comment with an e-mail, by somebody else who is not known to be its writer."""
    ended = LetterEnd.objects.filter(comment__email__iexact=OuterRef("in_answer_to__email"))
    answers = comments.filter(state=State.APPROVED, in_answer_to__state=State.APPROVED).exclude(in_answer_to__email="")
    own = Q(email__iexact=F("in_answer_to__email")) | Q(
        address_hash=F("in_answer_to__address_hash"), name=F("in_answer_to__name")
    )
    return answers.exclude(own).filter(~Exists(ended), _readable())


def _readable() -> Exists:
    return Exists(Article.objects.live().filter(pk=OuterRef("article")))
