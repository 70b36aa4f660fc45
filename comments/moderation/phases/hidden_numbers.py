"""Whoever writes a telephone number in words wants to be called, and not to be found out."""

from django.utils.translation import gettext as _

from comments.models import Reason, State
from comments.moderation.contacts import phones
from comments.moderation.submission import Submission
from comments.moderation.verdict import Verdict


def hidden_numbers(submission: Submission) -> Verdict | None:
    """Spam where a number stands in words, or with letters for its digits, in the text or in the name."""
    typed = f"{submission.words.name}\n{submission.words.text}"
    found = tuple(number.typed for number in phones(typed) if number.is_hidden)
    if not found:
        return None
    return Verdict(
        State.SPAM,
        Reason.ADVERTISING,
        told=_("Có số điện thoại viết lách: “%(numbers)s”.") % {"numbers": "”, “".join(found)},
        advice=_("Bình luận không đăng kèm số điện thoại, dù viết bằng số hay bằng chữ."),
        matched=found,
    )
