"""A comment's writer puts it otherwise: for a few minutes, until a person has decided, judged anew by the whole pipeline."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from comments.models import Comment, State, Wording
from comments.moderation import answering, counts, echoes
from comments.moderation.errors import CannotDecide, DecidedSince, EditedSince, TakenBack, TooLate
from comments.moderation.outside import checking
from comments.moderation.pipeline import decide
from comments.moderation.submission import Submission
from news.vietnamese import dates

# Long enough to find a slip of the pen, too short to change words under those who have already answered them.
EDIT_WINDOW = timedelta(minutes=15)
MOST_EDITS = 10  # nobody mends more slips than that; a robot that looks for gaps in the word lists does


def editable_until(comment: Comment) -> datetime:
    """When the time to change it ends."""
    return comment.created_at + EDIT_WINDOW


def edition_in(raw: str) -> int | None:
    """The wording's number that a form names; None where it names none."""
    return int(raw) if raw.isascii() and raw.isdecimal() and len(raw) < 5 else None


def may_edit(comment: Comment, now: datetime) -> bool:
    """Whether `require_editable` has nothing against it; at most one query."""
    try:
        require_editable(comment, now)
    except CannotDecide:
        return False
    return True


def require_editable(comment: Comment, now: datetime) -> None:
    """Raises TakenBack, DecidedSince or TooLate, each in words for its writer. To feature a comment decides as well."""
    if comment.state == State.TAKEN_BACK:
        raise TakenBack(_("Bạn đã rút lại bình luận này nên không sửa được nữa."))
    if now >= editable_until(comment):
        until = {"until": dates.clock(editable_until(comment))}
        raise TooLate(_("Đã quá giờ sửa: bình luận này sửa được đến %(until)s.") % until)
    if comment.edition >= MOST_EDITS:
        raise TooLate(_("Bình luận này đã được sửa %(count)d lần nên không sửa thêm được.") % {"count": MOST_EDITS})
    if comment.featured_at or comment.decisions.standing().exists():
        raise DecidedSince(_("Tòa soạn đã quyết định về bình luận này nên không sửa được nữa."))


def require_newest(comment: Comment, edition: int) -> None:
    """Raises EditedSince where other words have come since the form was read, whose wording was of this `edition`."""
    if comment.edition != edition:
        raise EditedSince(_("Bình luận đã được sửa ở một cửa sổ khác. Hãy đọc lời mới nhất bên dưới rồi sửa tiếp."))


def trap_of(comment: Comment) -> str:
    """What the unseen field is taken for: the form for changes has none, and whoever fell into the trap stays there."""
    fell = any(opinion["phase"] == "trap_filled" and opinion["verdict"] for opinion in comment.opinions)
    return "x" if fell else ""


def rewrite(comment: Comment, submission: Submission, fingerprint: str, marks: Iterable[int] = ()) -> None:
    """Keep the former wording, and let the pipeline judge the new one. Raises Refused.

    The caller holds the transaction and the lock, and has asked whether the comment may be edited.
    """
    verdict, opinions = decide(submission)
    _keep_wording(comment, submission.at)
    before, comment.state = comment.state, verdict.state
    comment.reason, comment.opinions = verdict.reason or "", opinions
    comment.name, comment.text = submission.words.name, submission.words.text
    comment.decided_at = None if verdict.state == State.WAITING else submission.at
    comment.first_fingerprint = comment.first_fingerprint or comment.fingerprint
    comment.fingerprint, comment.edition = fingerprint, comment.edition + 1
    comment.score = submission.judged.percent if submission.judged else None
    comment.contact_erased_at = None  # the new fingerprint goes by its date, whatever went before on request
    comment.save()
    answering.follow(comment, before, comment.state)
    echoes.remember(comment, marks, submission.at)
    counts.moved(comment.article_id, before, comment.state)
    if submission.checked_outside:
        checking.ask_later(comment)
    if before == comment.state == State.APPROVED:
        counts.redrawn(comment.article_id)


def _keep_wording(comment: Comment, at: datetime) -> None:
    Wording.objects.create(comment=comment, name=comment.name, text=comment.text, state=comment.state, at=at)
