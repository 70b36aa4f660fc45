"""A comment that is clearly not Vietnamese: somebody who reads that language should see it first."""

from django.utils.translation import gettext as _

from comments.models import Reason, State
from comments.moderation.submission import Submission
from comments.moderation.verdict import Verdict
from news.vietnamese.language import is_foreign


def wrong_language(submission: Submission) -> Verdict | None:
    """Waiting, with a mark, never rejected: short texts, names and quotations in other languages pass."""
    if not is_foreign(submission.words.text, submission.rules.thresholds.foreign_words):
        return None
    advice = _("Bình luận bằng tiếng Việt thì được đọc nhanh hơn.")
    return Verdict(State.WAITING, Reason.UNREADABLE, _("Không phải tiếng Việt."), advice)
