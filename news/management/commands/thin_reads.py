"""`manage.py thin_reads`: once a day, from cron or a timer."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from news.reads import storing


class Command(BaseCommand):
    """One line on stdout says how many days were added up."""

    help = gettext_lazy("Gộp lượt đọc từng giờ của các bài, từ hai tuần trước trở về, thành lượt đọc từng ngày.")  # type: ignore[assignment]

    def handle(self, *args: Any, **options: Any) -> None:
        """Hours of articles become days; the paper's own hours stay."""
        self.stdout.write(_("Đã gộp %(days)d ngày.") % {"days": storing.fold_days(timezone.now())})
