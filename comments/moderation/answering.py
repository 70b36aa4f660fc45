"""Where an answer stands: on the second level, however deep people answer, and as a thread of its own while readers don't
see what it stands under. The only writer of `parent`, `in_answer_to`, `starts_thread` and `has_answers`.

An answer is put under something that is already there and has no parent itself, and is never moved: there are no cycles.
"""

from dataclasses import dataclass

from django.db.models import Subquery
from django.utils.translation import gettext as _

from comments.models import Comment, State
from comments.moderation.errors import CannotAnswer


@dataclass(frozen=True)
class Place:
    """The fields of a new comment that say where it stands."""

    parent_id: int | None = None
    in_answer_to_id: int | None = None
    starts_thread: bool = True


TOP = Place()


def place_under(answered_id: int, article_id: int) -> Place:
    """The place of an answer to that comment. Raises CannotAnswer. The caller holds the transaction.

    The comment at the top is locked, so that a decision about it and a new answer to it see each other.
    """
    known = locked(answered_id)
    answered = require_answerable(known.get(answered_id), article_id)
    top = known.get(answered.parent_id or 0, answered)
    if not top.has_answers:
        Comment.objects.filter(pk=top.pk).update(has_answers=True)
    return Place(top.pk, answered.pk, top.state != State.APPROVED)


def locked(answered_id: int) -> dict[int, Comment]:
    """The comment and the one at the top of its thread, by id, locked in the order of their numbers."""
    above = Comment.objects.filter(pk=answered_id).values("parent")
    both = Comment.objects.filter(pk__in=[answered_id, Subquery(above)]).order_by("pk")
    return {one.pk: one for one in both.select_for_update(of=("self",), no_key=True).defer("search_text")}


def require_answerable(comment: Comment | None, article_id: int) -> Comment:
    """The comment, if readers of that article see it. Raises CannotAnswer in words for who wants to answer."""
    if comment is None:
        raise CannotAnswer(_("Không tìm thấy bình luận mà bạn trả lời."))
    if comment.article_id != article_id:
        raise CannotAnswer(_("Bình luận mà bạn trả lời nằm dưới một bài khác."))
    if comment.state == State.TAKEN_BACK:
        raise CannotAnswer(_("Người viết đã rút lại bình luận mà bạn trả lời."))
    if comment.state != State.APPROVED:
        raise CannotAnswer(_("Bình luận mà bạn trả lời hiện không có trên trang."))
    return comment


def follow(comment: Comment, before: str, after: str) -> None:
    """The comment, which is locked, went from one state to another: the answers below it come down or stand alone."""
    if comment.has_answers and (before == State.APPROVED) != (after == State.APPROVED):
        _stand_alone(comment, after != State.APPROVED)


def leave(comment: Comment) -> None:
    """The comment, which is locked, is about to be deleted: its answers stay."""
    if comment.has_answers:
        _stand_alone(comment, True)


def _stand_alone(comment: Comment, alone: bool) -> None:
    Comment.objects.filter(parent=comment).update(starts_thread=alone)
