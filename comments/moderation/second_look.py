"""Whose comment was not shown may ask for another look, once: the comment waits again, and the second answer is final."""

from django.db import transaction
from django.utils.translation import gettext as _

from comments.models import Comment, SecondLook, State
from comments.moderation.bans.seen import is_by_ban, state_for_writer
from comments.moderation.decisions import change, lock
from comments.moderation.errors import AlreadySo, NotRejected, TakenBack, WordsErased

NOT_SHOWN = frozenset({State.REJECTED, State.SPAM})


def asked(comment: Comment) -> SecondLook | None:
    """The request, if its writer has made one."""
    return getattr(comment, "second_look", None)


def may_ask(comment: Comment) -> bool:
    """Whether the comment was not shown, can still be read, and its writer hasn't asked yet."""
    looked_at = state_for_writer(comment) in NOT_SHOWN and not is_by_ban(comment)
    return looked_at and asked(comment) is None and not comment.words_erased_at


def ask(comment: Comment, words: str) -> SecondLook:
    """Let the comment wait again, with its writer's words beside it. Raises as `require_askable`.

    It is a decision like others, so that its place among them is kept: nobody undoes what it answers over its head.
    """
    with transaction.atomic():
        lock(comment)
        require_askable(comment)
        decision = change(comment, State.WAITING, "", None)
        return SecondLook.objects.create(comment=comment, decision=decision, words=words, at=decision.at)


def require_askable(comment: Comment) -> None:
    """Raises AlreadySo, TakenBack, NotRejected or WordsErased, each in words for the writer."""
    if comment.state == State.TAKEN_BACK:
        raise TakenBack(_("Bạn đã rút lại bình luận này nên không xin xem lại được."))
    if SecondLook.objects.filter(comment=comment).exists():
        raise AlreadySo(_("Bạn đã xin xem lại bình luận này; mỗi bình luận chỉ xin được một lần."))
    if state_for_writer(comment) not in NOT_SHOWN:
        raise NotRejected(_("Chỉ xin xem lại được bình luận không được đăng."))
    if is_by_ban(comment):
        raise NotRejected(
            _("Bình luận này gửi trong lúc bạn bị ngừng quyền bình luận; bạn có thể viết thư cho tòa soạn.")
        )
    if comment.words_erased_at:
        raise WordsErased(_("Lời của bình luận này đã được xóa nên không xin xem lại được nữa."))
