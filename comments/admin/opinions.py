"""What the phases thought of a comment, in words for moderators."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from comments.models import Comment, Reason, State

PHASES: dict[str, Promise] = {
    "comments_closed": _("Bài có nhận bình luận không"),
    "too_fast": _("Có gửi quá nhanh không"),
    "trap_filled": _("Có điền ô bẫy thư rác không"),
    "post_moderated": _("Có được hiện ngay không"),
    "needs_eyes": _("Cần người đọc"),
}


def told(comment: Comment) -> list[tuple[str, str, float]]:
    """Each phase with its verdict and its time in milliseconds; a phase that is no more keeps its name in code."""
    return [
        (str(PHASES.get(one["phase"], one["phase"])), verdict(one["verdict"], one["reason"]), one["ms"])
        for one in comment.opinions
    ]


def verdict(state: str, reason: str) -> str:
    """A verdict in words; a dash where the phase had nothing to say."""
    words = [kind(value).label for kind, value in ((State, state), (Reason, reason)) if value in kind.values]
    return ": ".join(map(str, words)) or "–"
