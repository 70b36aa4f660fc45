"""manage.py reader_data --email ADDRESS [--erase --yes [--with-words]]: a reader asks what is kept, or wants it gone."""

import json
from argparse import ArgumentParser
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from comments import privacy, reader_data

UNKNOWN, WRONG = 1, 2  # exit codes: nothing is kept about the address; the command was not given right


class Command(BaseCommand):
    """One JSON object goes to standard output: what is kept, or how much was erased."""

    help = gettext_lazy("In ra mọi điều đang giữ về một bạn đọc theo thư điện tử, hoặc xóa đi.")  # type: ignore[assignment]

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whose data, and what to do with it."""
        parser.add_argument("--email", required=True, help=_("Thư điện tử; không phân biệt chữ hoa, chữ thường."))
        parser.add_argument("--erase", action="store_true", help=_("Xóa thay vì in ra; cần thêm --yes."))
        parser.add_argument("--yes", action="store_true", help=_("Xác nhận việc xóa."))
        parser.add_argument("--with-words", action="store_true", help=_("Rút lại cả những bình luận đang hiện."))

    def handle(self, *args: Any, email: str, **options: Any) -> None:
        """Raises CommandError: UNKNOWN or WRONG."""
        refuse_half(**{name: options[name] for name in ("erase", "yes", "with_words")})
        try:
            comments = reader_data.comments_of(email)
        except reader_data.NoAddress as error:
            raise CommandError(_("Đây không phải một địa chỉ thư điện tử."), returncode=WRONG) from error
        if not comments.exists():
            raise CommandError(_("Không giữ gì về địa chỉ này."), returncode=UNKNOWN)
        if options["erase"]:
            answer = {"erased": asdict(privacy.erase_person(comments, options["with_words"], timezone.now()))}
        else:
            answer = reader_data.told(comments)
        self.stdout.write(json.dumps(answer, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2))


def refuse_half(erase: bool, yes: bool, with_words: bool) -> None:
    """Raises CommandError (WRONG) where erasing is meant and not said in full."""
    if erase and not yes:
        raise CommandError(_("Việc xóa không hoàn lại được: thêm --yes để xác nhận."), returncode=WRONG)
    if with_words and not erase:
        raise CommandError(_("--with-words chỉ dùng cùng --erase."), returncode=WRONG)
