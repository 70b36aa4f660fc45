"""`manage.py thin_revisions`: once a day, from cron or a timer."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from news.models import Revision
from news.revisions import thinning


class Command(BaseCommand):
    """One line on stdout says how many went and how many are left."""

    help = gettext_lazy("Dọn các bản tự lưu cũ, giữ bản cuối mỗi ngày của mỗi người.")  # type: ignore[assignment]

    def handle(self, *args: Any, **options: Any) -> None:
        """Autosaves older than AUTOSAVE_DAYS."""
        gone = thinning.thin(timezone.now() - timedelta(days=settings.AUTOSAVE_DAYS))
        told = {"gone": gone, "left": Revision.objects.count(), "days": settings.AUTOSAVE_DAYS}
        self.stdout.write(_("Đã dọn %(gone)d bản tự lưu cũ hơn %(days)d ngày; còn %(left)d bản.") % told)
