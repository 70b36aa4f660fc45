"""manage.py reset_two_factor USER: when even the administrator has lost the telephone and the recovery codes."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from news.accounts import two_factor
from news.models import User


class Command(BaseCommand):
    """Takes the second factor off one account; logged as an act of the house."""

    help = _("Gỡ xác thực hai lớp của một tài khoản; người đó vào lại bằng mật khẩu.")

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The user name."""
        parser.add_argument("user", help=_("tên đăng nhập"))

    def handle(self, *args: Any, user: str, **options: Any) -> None:
        """Raises CommandError for a name that nobody has."""
        person = User.objects.filter(username=user).first()
        if person is None:
            raise CommandError(_("Không có tài khoản “%(user)s”.") % {"user": user})
        done = two_factor.reset(person, by=None)
        self.stdout.write(_("Đã gỡ.") if done else _("Tài khoản này chưa bật xác thực hai lớp."))
