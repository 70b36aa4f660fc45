"""manage.py load_words: the words that come with the house, without touching the newsroom's own."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from comments.moderation.words import starter


class Command(BaseCommand):
    """Adds what the list was never given; a second run changes nothing."""

    help = gettext_lazy("Thêm các từ theo dõi kèm sẵn mà báo chưa từng có. Từ tòa soạn đã sửa, đã xóa thì giữ nguyên.")  # type: ignore[assignment]

    def handle(self, *args: Any, **options: Any) -> None:
        """Says how many came."""
        self.stdout.write(_("Đã thêm %(count)d từ.") % {"count": starter.load()})
