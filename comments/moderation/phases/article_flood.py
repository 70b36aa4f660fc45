"""When everybody speaks at once under one article, somebody should be listening."""

from django.utils.translation import gettext as _

from comments.models import State
from comments.moderation.around import FLOOD
from comments.moderation.submission import Submission
from comments.moderation.verdict import Verdict
from news.models import CommentPolicy


def article_flood(submission: Submission) -> Verdict | None:
    """Waiting, with a mark, where comments show at once and more came than the newsroom can read after the fact."""
    limit = submission.rules.thresholds.article_limit
    if submission.policy != CommentPolicy.POST or submission.around.under_article < limit:
        return None
    told = _("Bài đang có dồn dập bình luận: từ %(count)d trong %(minutes)d phút.")
    advice = _("Bài đang có rất nhiều bình luận nên mỗi bình luận được đọc trước khi đăng.")
    return Verdict(State.WAITING, None, told % {"count": limit, "minutes": FLOOD.seconds // 60}, advice)
