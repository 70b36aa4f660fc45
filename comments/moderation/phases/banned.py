"""Whoever broke the rules too often is not read for a while."""

from django.utils.translation import gettext as _

from comments.addresses import month_of
from comments.models import State
from comments.moderation.bans.keys import Person
from comments.moderation.submission import Submission
from comments.moderation.verdict import Verdict
from news.vietnamese import dates


def banned(submission: Submission) -> Verdict | None:
    """Rejected, and kept: a moderator can see what became of a ban. Whether its writer is told, the ban says."""
    words = submission.words
    month = month_of(submission.at)
    person = Person(
        words.name, words.email, submission.address_hash, submission.network_hash, month, submission.in_month
    )
    ban = submission.bans.on(person, submission.at)
    if ban is None:
        return None
    end = _("đến %(moment)s") % {"moment": dates.long_date(ban.until)} if ban.until else _("không thời hạn")
    told = _("Người gửi đang bị cấm bình luận, %(end)s. Lý do: %(note)s") % {"end": end, "note": ban.note}
    if ban.silent:
        return Verdict(State.REJECTED, told=told, silent=True)
    return Verdict(State.REJECTED, told=told, until=ban.until)
