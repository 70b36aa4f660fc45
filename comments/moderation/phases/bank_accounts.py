"""Where money should go: collections without a name behind them are how people are cheated."""

from django.utils.translation import gettext as _

from comments.models import Reason, State
from comments.moderation.contacts import accounts
from comments.moderation.submission import Submission
from comments.moderation.verdict import Verdict


def bank_accounts(submission: Submission) -> Verdict | None:
    """Waiting, with a mark, where an account's number stands beside a bank's name."""
    found = tuple(accounts(submission.words.text))
    if not found:
        return None
    return Verdict(
        State.WAITING,
        Reason.PERSONAL,
        told=_("Có số tài khoản: “%(numbers)s”.") % {"numbers": "”, “".join(found)},
        advice=_("Bình luận có số tài khoản; nếu là lời kêu gọi quyên góp, hãy viết thư cho tòa soạn."),
        matched=found,
    )
