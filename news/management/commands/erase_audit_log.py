"""manage.py erase_audit_log DAY: what the newsroom no longer has to keep. The only way by which the log gets shorter."""

from argparse import ArgumentParser, ArgumentTypeError
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand
from django.db import connection, transaction
from django.utils.translation import gettext as _

from news import append_only, audit
from news.models import AuditEntry
from news.vietnamese.dates import midnight


def day(text: str) -> date:
    """A day as 2026-11-23. Raises ArgumentTypeError in words."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ArgumentTypeError(_("cần một ngày như 2026-11-23, không phải “%(text)s”") % {"text": text}) from error


class Command(BaseCommand):
    """Deletes the entries of the days before the given one, and logs that."""

    help = _("Xóa các mục nhật ký hệ thống cũ hơn một ngày; chính việc xóa được ghi lại.")

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The first day that stays."""
        parser.add_argument("before", type=day, metavar="YYYY-MM-DD", help=_("ngày đầu tiên còn giữ"))

    def handle(self, *args: Any, before: date, **options: Any) -> None:
        """One transaction: nobody else sees the triggers gone."""
        first_kept = midnight(before)
        with transaction.atomic(), append_only.released(connection, AuditEntry._meta.db_table):
            erased, _details = AuditEntry.objects.filter(at__lt=first_kept).delete()
            audit.record("audit.erased", None, before=before.isoformat(), count=erased)
        self.stdout.write(_("Đã xóa %(count)d mục.") % {"count": erased})
