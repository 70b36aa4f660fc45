"""`manage.py send_digests`: once a day, from cron or a timer."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from comments import digests
from news.accounts import mail


class Command(BaseCommand):
    """A line on stdout says how many letters went."""

    help = gettext_lazy("Gửi thư tóm tắt bình luận mới cho những người có bài.")  # type: ignore[assignment]

    def handle(self, *args: Any, **options: Any) -> None:
        """Nothing is sent, and that is said, where letters don't leave this machine."""
        if not mail.is_set_up():
            self.stdout.write(_("Chưa đặt EMAIL_URL nên không gửi thư nào."))
            return
        count = digests.send_all(timezone.now())
        self.stdout.write(_("Đã gửi %(count)d thư.") % {"count": count})
