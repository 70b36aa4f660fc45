"""Words that are not bad by themselves, but that a moderator should have seen."""

from django.utils.translation import gettext as _

from comments.models import Action, State
from comments.moderation.submission import Submission
from comments.moderation.verdict import Verdict
from comments.moderation.words.explaining import told, typed


def watched_words(submission: Submission) -> Verdict | None:
    """Waiting, with the word's reason as a mark, also where comments show at once."""
    found = [match for match in submission.matches if match.entry.action == Action.WAIT]
    if not found:
        return None
    return Verdict(
        State.WAITING,
        found[0].entry.reason,
        told=_("Có từ cần để ý: %(words)s.") % {"words": told(found)},
        advice=_("Bình luận có từ ngữ cần người duyệt đọc kỹ."),
        matched=typed(found),
    )
