"""Marks heaped on letters, and words without end: nobody can read it, and it breaks the page."""

import re
import unicodedata

from django.utils.translation import gettext as _

from comments.models import Reason, State
from comments.moderation.submission import Submission
from comments.moderation.verdict import Verdict

_HEAPED = re.compile("(?<=[A-Za-zÀ-ỹ])[\u0300-\u036f]")  # what is left in NFC stands on no letter of ours
_STACKED = re.compile(  # on one letter, of whatever script; no language needs five
    "[\u0300-\u036f\u0483-\u0489\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f]{5}"
)
MOST_HEAPED = 0.2  # of the letters
LONGEST_WORD = 80  # letters without a space, when it is no link


def unreadable(submission: Submission) -> Verdict | None:
    """Rejected for heaps of marks (Zalgo); waiting for endless words."""
    text = unicodedata.normalize("NFC", submission.words.text)
    letters = sum(letter.isalpha() for letter in text)
    if _STACKED.search(text) or len(_HEAPED.findall(text)) > max(3, MOST_HEAPED * letters):
        advice = _("Bạn có thể gõ lại bằng chữ thường, không kèm dấu chồng lên nhau.")
        return Verdict(State.REJECTED, Reason.UNREADABLE, _("Dấu chồng lên chữ (Zalgo)."), advice)
    endless = next((word for word in text.split() if len(word) > LONGEST_WORD and "://" not in word), "")
    if endless:
        advice = _("Bạn có thể viết lại thành câu có dấu cách.")
        return Verdict(State.WAITING, Reason.UNREADABLE, _("Có từ dài bất thường."), advice, (endless[:40],))
    return None
