"""What looks like what the newsroom has turned down before."""

from django.conf import settings
from django.utils.translation import gettext as _

from comments.models import State
from comments.moderation.submission import Submission
from comments.moderation.verdict import Verdict


def learned_score(submission: Submission) -> Verdict | None:
    """Waiting, with a mark, from SCORE_LIKELY percent on. A guess is no reason to turn anybody down: it rejects from
    SCORE_REJECTS on, where the newsroom has set that, and never else.
    """
    judged = submission.judged
    if judged is None or judged.percent < settings.SCORE_LIKELY:
        return None
    rejects = 0 < settings.SCORE_REJECTS <= judged.percent
    told = _("Khả năng bị từ chối cao: %(percent)d%%.") % {"percent": judged.percent}
    if judged.words:
        told = _("Khả năng bị từ chối cao: %(percent)d%%, vì “%(words)s”.") % {
            "percent": judged.percent,
            "words": "”, “".join(judged.words),
        }
    return Verdict(State.REJECTED if rejects else State.WAITING, None, told, matched=judged.words)
