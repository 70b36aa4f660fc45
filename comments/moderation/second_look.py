"""Whose comment was not shown may ask for another look, once: the comment waits again, and the second answer is final."""

from django.db import transaction
from django.utils.translation import gettext as _

from comments.models import Comment, SecondLook, State
from comments.moderation.decisions import change, lock
from comments.moderation.errors import AlreadySo, NotRejected, TakenBack

NOT_SHOWN = frozenset({State.REJECTED, State.SPAM})


def asked(comment: Comment) -> SecondLook | None:
    """The request, if its writer has made one."""
    return getattr(comment, "second_look", None)


def may_ask(comment: Comment) -> bool:
    """Whether the comment was not shown, and its writer hasn't asked yet."""
    return comment.state in NOT_SHOWN and asked(comment) is None


def ask(comment: Comment, words: str) -> SecondLook:
    """Let the comment wait again, with its writer's words beside it. Raises AlreadySo, TakenBack, NotRejected.

    It is a decision like others, so that its place among them is kept: nobody undoes what it answers over its head.
    """
    with transaction.atomic():
        lock(comment)
        require_askable(comment)
        decision = change(comment, State.WAITING, "", None)
        return SecondLook.objects.create(comment=comment, decision=decision, words=words, at=decision.at)


def require_askable(comment: Comment) -> None:
    """Raises AlreadySo, TakenBack or NotRejected, each in words for the writer."""
    if comment.state == State.TAKEN_BACK:
        raise TakenBack(_("Bạn đã rút lại bình luận này nên không xin xem lại được."))
    if SecondLook.objects.filter(comment=comment).exists():
        raise AlreadySo(_("Bạn đã xin xem lại bình luận này; mỗi bình luận chỉ xin được một lần."))
    if comment.state not in NOT_SHOWN:
        raise NotRejected(_("Chỉ xin xem lại được bình luận không được đăng."))
