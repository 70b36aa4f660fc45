"""Capitals all along, and letters or words over and over."""

import re

from django.utils.translation import gettext as _

from comments.models import State
from comments.moderation.submission import Submission
from comments.moderation.verdict import Verdict

FEWEST_LETTERS = 20  # a headline, a name of a ministry and "TP.HCM" are shorter
_REPEATS = re.compile(r"(\S)\1{9,}|(?<!\w)(\w+)(?:\W+\2(?!\w)){5,}", re.IGNORECASE)


def shouting(submission: Submission) -> Verdict | None:
    """Waiting, with a mark."""
    text = submission.words.text
    letters = [letter for letter in text if letter.isalpha()]
    most = submission.rules.thresholds.capitals_percent
    if len(letters) >= FEWEST_LETTERS and sum(map(str.isupper, letters)) * 100 > most * len(letters):
        return _waiting(_("Viết hoa gần hết bình luận."), ())
    repeats = tuple(found[0][:40] for found in _REPEATS.finditer(text))
    return _waiting(_("Lặp đi lặp lại một chữ hoặc một từ."), repeats) if repeats else None


def _waiting(told: str, matched: tuple[str, ...]) -> Verdict:
    return Verdict(State.WAITING, None, told, _("Viết thường và gọn thì dễ đọc hơn."), matched)
