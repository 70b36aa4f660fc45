"""Where somebody outside is asked about each comment (comments/moderation/outside/), it waits for the answer."""

from django.utils.translation import gettext as _

from comments.models import State
from comments.moderation.submission import Submission
from comments.moderation.verdict import Verdict
from news.models import CommentPolicy


def outside_checks(submission: Submission) -> Verdict | None:
    """Waiting where it would show at once; the worker asks, and what nobody answers waits for a person."""
    if not submission.checked_outside or submission.policy != CommentPolicy.POST:
        return None
    told = _("Đang chờ kết quả của dịch vụ kiểm tra bên ngoài.")
    return Verdict(State.WAITING, None, told, _("Bình luận đang được kiểm tra; thường chỉ mất vài phút."))
