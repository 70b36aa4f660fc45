"""Who may manage whose account."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from news.models import User


def require_may_manage(by: User, person: User) -> None:
    """Raises PermissionDenied unless `by` manages people; superusers are managed by superusers alone."""
    if not by.has_perm("news.change_user") or (person.is_superuser and not by.is_superuser):
        raise PermissionDenied(_("Bạn không có quyền quản lý tài khoản này."))
