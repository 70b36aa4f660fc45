"""What is known of the learned score, in words: for the command and for the desk."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext as _

from comments.models import LearnedScore
from comments.moderation.learned import current, keeping
from comments.moderation.learned.training import Figures
from news.vietnamese.numbers import grouped


@dataclass(frozen=True)
class Report:
    """The figures, when they were made (None: no training yet, the house's own lines hold), whether the score is on."""

    figures: Figures
    trained_at: datetime | None
    holds: bool


def report() -> Report:
    """Of the score that holds now; one query."""
    score = LearnedScore.objects.defer("packed").first()
    if score is None:
        figures = current.of_the_house()[1]
        return Report(figures, None, settings.LEARNED_SCORE and keeping.is_good(figures))
    return Report(keeping.figures_of(score), score.trained_at, settings.LEARNED_SCORE and bool(score.version))


def learned_from(figures: Figures) -> str:
    """What it learned from."""
    counts = {"own": grouped(figures.own), "lines": grouped(figures.lines)}
    return _("Học từ %(own)s quyết định của tòa soạn và %(lines)s câu kèm sẵn.") % counts


def measured_on(figures: Figures) -> str:
    """What it was measured on."""
    counts = {"measured": grouped(figures.measured), "likely": figures.likely}
    if figures.is_own:
        return _("Đo trên %(measured)s quyết định của tòa soạn không dùng để học, ngưỡng %(likely)d%%.") % counts
    return _("Đo trên %(measured)s câu kèm sẵn không dùng để học, ngưỡng %(likely)d%%.") % counts


def standing(told: Report) -> str:
    """Whether it is used, and if not why."""
    if told.holds:
        return _("Đang dùng.")
    if not settings.LEARNED_SCORE:
        return _("Đang tắt theo thiết lập (LEARNED_SCORE).")
    if not told.figures.found:
        return _("Đang tắt: chưa nhận ra bình luận nào bị từ chối.")
    return _("Đang tắt: độ chính xác dưới %(floor)d%%.") % {"floor": settings.SCORE_PRECISION}
