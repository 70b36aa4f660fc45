"""`manage.py erase_readers`: once a day, from cron or a timer."""

from dataclasses import asdict
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from comments import privacy


class Command(BaseCommand):
    """Three lines on stdout say how much went; the log of the desk says it too."""

    help = gettext_lazy("Xóa thư điện tử, mã địa chỉ và lời không đăng của bạn đọc khi hết hạn lưu.")  # type: ignore[assignment]

    def handle(self, *args: Any, **options: Any) -> None:
        """What is older than READER_DATA_DAYS and REJECTED_DAYS."""
        days = {"days": settings.READER_DATA_DAYS, "kept": settings.REJECTED_DAYS}
        told = {**asdict(privacy.erase_due(timezone.now())), **days}
        contacts = _(
            "Đã xóa thư điện tử và mã địa chỉ của %(contacts)d bình luận cũ hơn %(days)d ngày, %(senders)d nguồn gửi."
        )
        self.stdout.write(contacts % told)
        self.stdout.write(_("Đã xóa nguồn của %(likes)d lượt thích và %(reports)d báo cáo.") % told)
        self.stdout.write(_("Đã xóa lời của %(words)d bình luận không đăng quá %(kept)d ngày.") % told)
        earlier = _("Đã xóa %(earlier)d lời cũ và lời xin xem lại của bình luận đang hiện, quá %(kept)d ngày.")
        self.stdout.write(earlier % told)
