"""Words that the newsroom doesn't print, in whatever disguise."""

from django.utils.translation import gettext as _

from comments.models import Action, State
from comments.moderation.submission import Submission
from comments.moderation.verdict import Verdict
from comments.moderation.words.explaining import told, typed

STATES = {Action.REJECT: State.REJECTED, Action.SPAM: State.SPAM}


def blocked_words(submission: Submission) -> Verdict | None:
    """Rejected, or spam, as the first such word says; all of them are told."""
    found = [match for match in submission.matches if match.entry.action in STATES]
    if not found:
        return None
    first = found[0].entry
    return Verdict(
        STATES[first.action],
        first.reason,
        told=_("Có từ bị chặn: %(words)s.") % {"words": told(found)},
        advice=_("Bình luận có từ ngữ mà tòa soạn không đăng. Bạn có thể gửi lại sau khi bỏ những từ ấy."),
        matched=typed(found),
    )
