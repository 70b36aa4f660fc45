"""Telling the newsroom that a comment breaks a rule, without an account: once an address and a browser for each comment."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from comments.addresses import Visitor
from comments.models import Comment, Reason, Report
from comments.moderation.errors import TooOften
from comments.posting import queue_up
from comments.races import again_if_raced

HOUR = timedelta(hours=1)
# Of the reasons for which moderators don't show a comment, those that concern anybody but its writer.
REASONS = (
    Reason.OFFENSIVE,
    Reason.UNFOUNDED,
    Reason.PERSONAL,
    Reason.ADVERTISING,
    Reason.OFF_TOPIC,
    Reason.ILLEGAL,
)


def report(comment: Comment, reason: Reason, words: str, by: Visitor) -> bool:
    """Report the visible comment; False if the same reader, or the same address, has already done so. Raises TooOften."""
    return again_if_raced(lambda: _report(comment, reason, words, by))


@transaction.atomic
def _report(comment: Comment, reason: Reason, words: str, by: Visitor) -> bool:
    queue_up(by.address)
    now = timezone.now()
    if Report.objects.filter(by.theirs, comment=comment).exists():
        return False
    if Report.objects.recent_from(by.address, now - HOUR).count() >= settings.REPORTS_PER_HOUR:
        raise TooOften(_("Từ mạng của bạn đã có nhiều báo cáo trong một giờ qua. Xin thử lại sau."))
    Report.objects.create(
        comment=comment,
        reason=reason,
        words=words,
        address_hash=by.address,
        browser_hash=by.browser,
        at=now,
    )
    Comment.objects.filter(pk=comment.pk).update(open_reports=F("open_reports") + 1)
    return True
