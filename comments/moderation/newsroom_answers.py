"""The newsroom answers a reader, in its own name and marked as such. What waits is shown with the answer."""

from dataclasses import asdict
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from comments.models import Comment, Decision, State
from comments.models.comments import NAME_LENGTH
from comments.moderation import counts, decisions
from comments.moderation.answering import locked, place_under
from comments.moderation.errors import NotAllowed, NotShown
from news.models import SiteSettings, User

NO_NAME = "Tòa soạn"  # of a paper whose name is too short for a comment's


def answer(comment: Comment, text: str, by: User, read: State | None = None) -> Decision:
    """Publish the newsroom's answer to a comment that readers see, or that is shown with it.

    Returns the decision that makes both, to be undone as one: the answer is taken back, the comment waits again.
    `text` is clean. Raises NotAllowed, and CannotDecide as `decisions.approve` does.
    """
    batch = uuid4()
    with transaction.atomic():
        locked(comment.pk)  # before the discussion's row, as readers do who answer
        if read or comment.state == State.WAITING:
            decisions.approve(comment, by, batch=batch, read=read or State.WAITING)
        else:
            _require_shown(comment, by)
        return _publish(comment, text, by, batch)


def _require_shown(comment: Comment, by: User) -> None:
    if not by.has_perm("comments.moderate_comment"):
        raise NotAllowed(_("Bạn không có quyền trả lời bạn đọc."))
    if decisions.lock(comment).state != State.APPROVED:
        raise NotShown(_("Chỉ trả lời được bình luận mà bạn đọc thấy."))


def _publish(comment: Comment, text: str, by: User, batch: UUID) -> Decision:
    """The decision's other end is "taken back": that is what undoing an answer means."""
    reply = Comment.objects.create(
        article_id=comment.article_id,
        **asdict(place_under(comment.pk, comment.article_id)),
        name=_name(),
        text=text,
        state=State.APPROVED,
        decided_by=by,
        answered_by=by,
        created_at=timezone.now(),
    )
    counts.added(reply.article_id, reply.state)
    made = Decision.objects.create(comment=reply, before=State.TAKEN_BACK, after=State.APPROVED, by=by, batch=batch)
    Comment.objects.filter(pk=reply.pk).update(decided_at=made.at)
    return made


def _name() -> str:
    name = SiteSettings.objects.current().name[: NAME_LENGTH[1]].strip()
    return name if len(name) >= NAME_LENGTH[0] else NO_NAME
