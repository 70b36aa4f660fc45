"""Who leaves the desk. An account is closed, never deleted: its articles, bylines and log entries keep their names."""

from django.utils.translation import gettext as _

from news.models import User


class StillNeeded(Exception):
    """The account may not be closed or lose its role; the message says why."""


def refuse_closing(account: User, by: User | None) -> None:
    """Raises StillNeeded if the person closes their own account, or the last one that manages people."""
    if account == by:
        raise StillNeeded(_("Bạn không thể tự khóa tài khoản của mình; hãy nhờ một quản trị khác."))
    refuse_last(account)


def refuse_last(account: User) -> None:
    """Raises StillNeeded if without this account nobody could manage people any more."""
    may = User.objects.with_perm("news.change_user", backend="django.contrib.auth.backends.ModelBackend")
    if set(may.filter(is_staff=True).values_list("pk", flat=True)) == {account.pk}:
        raise StillNeeded(_("Đây là quản trị cuối cùng đang hoạt động; hãy giao vai trò ấy cho người khác trước."))
