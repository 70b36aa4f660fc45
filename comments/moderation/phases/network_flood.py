"""Many addresses of one network at once: a campaign, or a mobile operator's evening. A person can tell."""

from django.utils.translation import gettext as _

from comments.models import State
from comments.moderation.around import FLOOD
from comments.moderation.submission import Submission
from comments.moderation.verdict import Verdict


def network_flood(submission: Submission) -> Verdict | None:
    """Waiting, with a mark, never more: people who share a network don't know each other."""
    limit = submission.rules.thresholds.network_limit
    if submission.around.from_network < limit:
        return None
    told = _("Từ %(count)d bình luận trong %(minutes)d phút đến từ cùng một mạng.")
    advice = _("Có nhiều bình luận đến cùng lúc từ mạng bạn đang dùng nên người duyệt đọc trước.")
    return Verdict(State.WAITING, None, told % {"count": limit, "minutes": FLOOD.seconds // 60}, advice)
