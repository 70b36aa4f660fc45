"""The decisions that people make about a comment, each with its right, its effect and its entry in one place.

Each function takes the person who decides (None: the house itself, from a command), locks the comment, and raises
NotAllowed for lack of the right and CannotDecide in words where the decision doesn't fit any more. A decision is about
the words that were read: the comment comes as it was, and what its writer has changed since is told (EditedSince).
Who says in which state it was read (`read`) is told what others have decided since (DecidedSince); what is one act on
several comments bears one `batch`.
"""

from typing import TypedDict, Unpack
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from comments.models import Comment, Decision, Reason, SecondLook, State
from comments.models.decisions import UNDO_WINDOW
from comments.moderation import answering, counts, reports
from comments.moderation.errors import (
    AlreadySo,
    AskedAgain,
    DecidedSince,
    EditedSince,
    NotAllowed,
    NotShown,
    TakenBack,
    TooLate,
    WordsErased,
)
from comments.moderation.masking import hides
from news.models import User
from news.vietnamese import dates

RIGHTS = {
    "comments.moderate_comment": gettext_lazy("duyệt bình luận"),
    "comments.feature_comment": gettext_lazy("chọn bình luận nổi bật"),
    "comments.delete_comment": gettext_lazy("xóa bình luận"),
}


class How(TypedDict, total=False):
    """What a decision may say besides."""

    read: State  # the state in which the comment was read; without it whatever it is now will do
    batch: UUID


def approve(comment: Comment, by: User | None, **how: Unpack[How]) -> Decision:
    """Show the comment under its article."""
    return _decide(comment, State.APPROVED, "", by, **how)


def approve_featured(comment: Comment, by: User | None, **how: Unpack[How]) -> Decision:
    """Show it, marked as worth reading; undoing takes both back."""
    require(by, "comments.feature_comment")
    return _decide(comment, State.APPROVED, "", by, featured=True, **how)


def reject(comment: Comment, by: User | None, reason: Reason | None = None, **how: Unpack[How]) -> Decision:
    """Don't show it, for a reason that its writer reads on the receipt (None: a general sentence stands there)."""
    return _decide(comment, State.REJECTED, reason or "", by, **how)


def mark_spam(comment: Comment, by: User | None, **how: Unpack[How]) -> Decision:
    """It is advertising, or worse, by a robot or its like."""
    return _decide(comment, State.SPAM, Reason.ADVERTISING, by, **how)


def sweep(comment: Comment, after: State, reason: str, by: User | None) -> Decision:
    """Take away, with a ban on its writer, what readers see or may see yet; where somebody has decided meanwhile, that stands."""
    require(by, "comments.moderate_comment")
    if lock(comment).state not in (State.WAITING, State.APPROVED):
        raise DecidedSince(_("Bình luận này vừa được quyết định khác."))
    return change(comment, after, reason, by)


def take_back(comment: Comment) -> Decision:
    """The writer, who holds the receipt, takes the comment back in whatever state it is; for good."""
    with transaction.atomic():
        lock(comment)
        if comment.state == State.TAKEN_BACK:
            raise AlreadySo(_("Bạn đã rút lại bình luận này."))
        return change(comment, State.TAKEN_BACK, "", None)


@transaction.atomic
def undo(decision: Decision, by: User | None) -> Comment:
    """Put the comment back to what it was before the decision, within UNDO_WINDOW.

    Not over a later decision, nor over its writer's own.
    """
    require(by, "comments.moderate_comment")
    comment = lock(decision.comment)
    decision.refresh_from_db(fields=["undone_at"])
    if comment.state == State.TAKEN_BACK:
        raise TakenBack(_("Người gửi đã rút lại bình luận này nên không hoàn tác được."))
    _refuse_erased(comment)
    if decision.undone_at:
        raise AlreadySo(_("Quyết định này đã được hoàn tác."))
    if not may_still_undo(decision):
        raise TooLate(_("Đã quá 30 ngày nên không hoàn tác được nữa; hãy quyết định lại."))
    if SecondLook.objects.filter(comment=comment, decision__gte=decision.pk).exists():
        raise AskedAgain(_("Người gửi đã xin xem lại bình luận này; hãy quyết định lại thay vì hoàn tác."))
    if comment.decisions.standing().filter(pk__gt=decision.pk).exists():
        raise DecidedSince(_("Đã có quyết định mới hơn về bình luận này; hãy hoàn tác quyết định đó trước."))
    reports.reopen(comment, decision)
    decision.undone_at = timezone.now()
    decision.save(update_fields=["undone_at"])
    earlier = comment.decisions.standing().filter(pk__lt=decision.pk).select_related("by").first()
    comment.decided_by, comment.decided_at = (earlier.by, earlier.at) if earlier else (None, None)
    if comment.featured_at == decision.at:
        comment.featured_at = None
    _write(comment, decision.before, decision.reason_before)
    return comment


def feature(comment: Comment, by: User | None) -> None:
    """Mark an approved comment as worth reading; the front page shows the newest of them."""
    require(by, "comments.feature_comment")
    with transaction.atomic():
        if _lock_as_read(comment).state != State.APPROVED:
            raise NotShown(_("Chỉ bình luận đã duyệt mới chọn nổi bật được."))
        if comment.featured_at is None:
            comment.featured_at = timezone.now()
            _save_featured(comment)


def unfeature(comment: Comment, by: User | None) -> None:
    """Take the mark away."""
    require(by, "comments.feature_comment")
    with transaction.atomic():
        if lock(comment).featured_at is not None:
            comment.featured_at = None
            _save_featured(comment)


def erase(comment: Comment, by: User | None) -> None:
    """Delete the comment with all that is known of it, for instance when its writer asks. There is no undo."""
    require(by, "comments.delete_comment")
    with transaction.atomic():
        article, state = lock(comment).article_id, comment.state
        answering.leave(comment)
        comment.delete()
        counts.moved(article, state, "")  # last, as everywhere: who waits for the discussion's row holds no comment's


def may_still_undo(decision: Decision) -> bool:
    """Whether the decision is young enough."""
    return timezone.now() - decision.at < UNDO_WINDOW


def change(
    comment: Comment, after: State, reason: str, by: User | None, batch: UUID | None = None, featured: bool = False
) -> Decision:
    """Move a locked comment, with its counts, and keep that it was moved. What is kept before readers keeps its date."""
    decision = Decision.objects.create(
        comment=comment,
        before=comment.state,
        after=after,
        reason_before=comment.reason,
        reason=reason,
        by=by,
        batch=batch,
    )
    is_kept = comment.state == after == State.APPROVED
    comment.decided_by, comment.decided_at = by, comment.decided_at if is_kept else decision.at
    if featured and comment.featured_at is None:
        comment.featured_at = decision.at  # by which undoing knows that it was this decision
    reports.close(comment, decision)
    _write(comment, after, reason)
    return decision


def lock(comment: Comment) -> Comment:
    """The same object with the row's newest values, locked until the transaction ends."""
    comment.refresh_from_db(from_queryset=Comment.objects.select_for_update(of=("self",)))
    return comment


def _decide(
    comment: Comment,
    after: State,
    reason: str,
    by: User | None,
    featured: bool = False,
    **how: Unpack[How],
) -> Decision:
    require(by, "comments.moderate_comment")
    with transaction.atomic():
        _lock_as_read(comment)
        if comment.state == State.TAKEN_BACK:
            raise TakenBack(_("Người gửi đã rút lại bình luận này."))
        _refuse_erased(comment)
        refuse_decided(comment, how.get("read"))
        worth_repeating = comment.open_reports or _reveals(comment, after, by)
        if (comment.state, comment.reason) == (after, reason) and not worth_repeating:
            raise AlreadySo(_("Bình luận này đã ở trạng thái “%(state)s”.") % {"state": after.label})
        return change(comment, after, reason, by, how.get("batch"), featured)


def refuse_decided(comment: Comment, read: State | None) -> None:
    """Raises DecidedSince, with who decided what and when, where the locked comment was `read` in another state."""
    if read in (None, comment.state):
        return
    if not comment.decided_by or not comment.decided_at:
        state = {"state": comment.get_state_display()}
        raise DecidedSince(_("Bình luận này vừa chuyển sang “%(state)s”.") % state)
    told = {
        "who": comment.decided_by,
        "state": comment.get_state_display(),
        "when": dates.clock(comment.decided_at),
    }
    raise DecidedSince(_("%(who)s đã quyết định lúc %(when)s: %(state)s.") % told)


def _write(comment: Comment, state: str, reason: str) -> None:
    before, comment.state, comment.reason = comment.state, state, reason
    if state != State.APPROVED:
        comment.featured_at = None
    comment.save(update_fields=["state", "reason", "decided_by", "decided_at", "featured_at", "open_reports"])
    answering.follow(comment, before, state)
    counts.moved(comment.article_id, before, state)
    if before == state == State.APPROVED:
        counts.redrawn(comment.article_id)


def _reveals(comment: Comment, after: State, by: User | None) -> bool:
    """Whether a person lets readers see what is masked in a comment that shows already."""
    return by is not None and after == State.APPROVED and hides(comment)


def _save_featured(comment: Comment) -> None:
    comment.save(update_fields=["featured_at"])
    counts.redrawn(comment.article_id)


def _lock_as_read(comment: Comment) -> Comment:
    read = comment.edition
    if lock(comment).edition != read:
        raise EditedSince(_("Người gửi vừa sửa bình luận này; hãy đọc lại rồi quyết định."))
    return comment


def _refuse_erased(comment: Comment) -> None:
    if comment.words_erased_at:
        raise WordsErased(_("Lời của bình luận này đã được xóa nên không quyết định lại được nữa."))


def require(by: User | None, permission: str) -> None:
    """Raises NotAllowed in words for the lack of one of RIGHTS; the house itself (None) may everything."""
    if by is not None and not by.has_perm(permission):
        raise NotAllowed(_("Bạn không có quyền %(right)s.") % {"right": RIGHTS[permission]})
