"""`manage.py train_score`: once a night, from cron or a timer. The learned score learns from the newsroom's decisions."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from comments.moderation.learned import keeping, telling


class Command(BaseCommand):
    """Five lines on stdout: what it learned from, on what it was measured, precision, recall, whether it is used."""

    help = gettext_lazy("Tính lại điểm tự học từ các quyết định của tòa soạn, và đo độ chính xác, độ phủ.")  # type: ignore[assignment]

    def handle(self, *args: Any, **options: Any) -> None:
        """Train, keep, tell. The log of the desk says it too."""
        figures = keeping.retrain(timezone.now())
        seconds = _("Mất %(seconds).1f giây.") % {"seconds": figures.seconds}
        self.stdout.write(f"{telling.learned_from(figures)} {seconds}")
        self.stdout.write(telling.measured_on(figures))
        self.stdout.write(_("precision (độ chính xác): %(share)s") % {"share": f"{figures.precision:.4f}"})
        self.stdout.write(_("recall (độ phủ): %(share)s") % {"share": f"{figures.recall:.4f}"})
        self.stdout.write(telling.standing(telling.report()))
