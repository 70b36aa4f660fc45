"""What can stand in the way, named after what it means for the person and worded once."""

from django.core.exceptions import PermissionDenied


class NotAllowed(PermissionDenied):
    """The person may not make this decision; the message says which right is missing."""


class Refused(Exception):
    """A comment is not taken in: there is nothing to keep, its writer gets the words back."""


class CommentsClosed(Refused):
    """The article takes no comments, or none any more, or not now; says until when if that is known."""


class TooFast(Refused):
    """Too many comments from one address in a minute; `retry_after` seconds from now there is room again."""

    def __init__(self, retry_after: int) -> None:
        super().__init__(retry_after)
        self.retry_after = retry_after


class CannotAnswer(Refused):
    """What the reader answers is not there to be answered; the message says why."""


class TooOften(Refused):
    """The address has used up its likes or reports of an hour; the message says so."""


class NotCounted(Refused):
    """Somebody else at the same address has already liked the comment, and an address counts once."""


class SlowedDown(TooFast):
    """One comment from one address in so many minutes under this article."""

    def __init__(self, retry_after: int, minutes: int) -> None:
        super().__init__(retry_after)
        self.minutes = minutes


class WorthAPause(Refused):
    """The words look like what the newsroom turns down; their writer is asked, once, and may send them as they are."""


class CannotDecide(Exception):
    """The decision does not fit what the comment is now; the message says why."""


class AlreadySo(CannotDecide):
    """Somebody has already decided the same."""


class TakenBack(CannotDecide):
    """Its writer has taken the comment back: nobody else decides about it any more."""


class DecidedSince(CannotDecide):
    """A later decision stands on this one, so this one can't be undone alone."""


class NotShown(CannotDecide):
    """Only a comment that readers see can be featured."""


class TooLate(CannotDecide):
    """The time in which a comment's writer may change it is over."""


class EditedSince(CannotDecide):
    """Other words stand there than the ones that were read."""


class SaidAlready(CannotDecide):
    """The same writer has just said the same in another comment."""


class WordsErased(CannotDecide):
    """The words were erased, by their date or on request: nobody can read any more what they would decide about."""


class NotRejected(CannotDecide):
    """Another look is for what was not shown."""


class AskedAgain(CannotDecide):
    """The writer has asked for another look since: that wants an answer, not the former state."""
