"""manage.py load_demo: a whole newspaper to try the house with."""

from argparse import ArgumentParser, ArgumentTypeError
from time import monotonic
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import gettext as _

from comments.demo import archive as talk
from comments.demo import edition as conversations
from news import statistics
from news.demo import archive, edition, readings
from news.vietnamese.numbers import grouped


def how_many(text: str) -> int:
    """A number of articles. Raises ArgumentTypeError in words."""
    if not text.isdecimal():
        raise ArgumentTypeError(_("cần một số nguyên không âm, không phải “%(text)s”") % {"text": text})
    return int(text)


class Command(BaseCommand):
    """Loads what is missing of the demo edition; a second run changes nothing."""

    help = _("Đưa ấn bản dùng thử vào báo: bài, ảnh, tác giả, bình luận. Chạy lại không làm trùng.")

    def add_arguments(self, parser: ArgumentParser) -> None:
        """`--size N` on top of the edition itself."""
        parser.add_argument(
            "--size", type=how_many, default=0, metavar="N",
            help=_("thêm cho đủ N bài dựng sẵn rải trong nhiều năm, để thử với kho bài lớn"),
        )  # fmt: skip

    def handle(self, *args: Any, size: int, verbosity: int, **options: Any) -> None:
        """Load, telling each step in a line unless asked to be quiet."""
        self.quiet = verbosity == 0
        edition.load(timezone.now(), self.say)
        conversations.load(self.say)
        readings.load(timezone.now())
        if size:
            self.grow(size)

    def grow(self, size: int) -> None:
        """Make articles until there are `size` made ones."""
        started, articles, comments = monotonic(), 0, 0
        for batch in archive.extend(size, timezone.now()):
            articles += len(batch)
            comments += talk.talk_about(batch)
            if articles % (20 * archive.BATCH) == 0:
                self.say(_("… %(count)s bài") % {"count": grouped(articles)})
        if not articles:
            self.say(_("Đã có đủ %(size)s bài dựng sẵn, không thay đổi gì.") % {"size": grouped(size)})
            return
        statistics.refresh()
        self.say(
            _("Đã dựng thêm %(articles)s bài và %(comments)s bình luận trong %(seconds)s giây.")
            % {"articles": grouped(articles), "comments": grouped(comments), "seconds": round(monotonic() - started)}
        )

    def say(self, line: str) -> None:
        """One step done."""
        if not self.quiet:
            self.stdout.write(line)
            self.stdout.flush()
