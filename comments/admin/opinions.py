"""What the phases thought of a comment, in words for moderators."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from comments.models import Comment, Reason, State

PHASES: dict[str, Promise] = {
    "comments_closed": _("Bài có nhận bình luận không"),
    "too_fast": _("Có gửi quá nhanh không"),
    "slowed_down": _("Có phải đợi vì bài đang giãn nhịp không"),
    "banned": _("Có đang bị cấm không"),
    "trap_filled": _("Có điền ô bẫy thư rác không"),
    "unreadable": _("Có đọc được không"),
    "blocked_words": _("Có từ bị chặn không"),
    "hidden_numbers": _("Có số điện thoại viết lách không"),
    "watched_words": _("Có từ cần để ý không"),
    "bank_accounts": _("Có số tài khoản không"),
    "personal_data": _("Có thông tin cá nhân không"),
    "links": _("Có liên kết, lời rủ liên lạc không"),
    "shouting": _("Có viết hoa, lặp chữ không"),
    "learned_score": _("Có giống những lời từng bị từ chối không"),
    "post_moderated": _("Có được hiện ngay không"),
    "needs_eyes": _("Cần người đọc"),
}


@dataclass(frozen=True)
class Told:
    """One phase's opinion: its name and its verdict in words, milliseconds, and what it found."""

    phase: str
    verdict: str
    ms: float
    sentence: str
    matched: list[str]


def told(comment: Comment) -> list[Told]:
    """Each phase's opinion; a phase that is no more keeps its name in code, older opinions have no sentence."""
    return [
        Told(
            str(PHASES.get(one["phase"], one["phase"])),
            verdict(one["verdict"], one["reason"]),
            one["ms"],
            one.get("told", ""),
            one.get("matched", []),
        )
        for one in comment.opinions
    ]


def deciding(opinions: list[Told]) -> Told | None:
    """The opinion that decided, where it has something to tell: the phases end with it."""
    return opinions[-1] if opinions and opinions[-1].sentence else None


def verdict(state: str, reason: str) -> str:
    """A verdict in words; a dash where the phase had nothing to say."""
    words = [kind(value).label for kind, value in ((State, state), (Reason, reason)) if value in kind.values]
    return ": ".join(map(str, words)) or "–"
