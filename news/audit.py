"""The log of the desk: who did what, to whom, from where. Nothing else writes AuditEntry, and nobody changes it.

Other apps name their acts with `ACTS.update({"app.act": words})`, what they are done to with `SUBJECTS`, and call `record`.
"""

from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

from django.db import models
from django.http import HttpRequest
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from news.addresses import client_address, neighbourhood
from news.models import Action, AuditEntry, User

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

# The request that is being answered at the desk (set by the gate); None in commands.
at_the_desk: ContextVar[HttpRequest | None] = ContextVar("at_the_desk", default=None)

ACTS: "dict[str, StrOrPromise]" = {
    "account.signed_in": _("đăng nhập"),
    "account.sign_in_failed": _("đăng nhập không thành"),
    "account.signed_out": _("đăng xuất"),
    "account.changed": _("sửa tài khoản của mình"),
    "account.password_changed": _("đổi mật khẩu"),
    "account.password_reset": _("đặt lại mật khẩu qua thư"),
    "account.password_reset_asked": _("xin đặt lại mật khẩu"),
    "account.two_factor_on": _("bật xác thực hai lớp"),
    "account.two_factor_off": _("tắt xác thực hai lớp"),
    "account.two_factor_reset": _("gỡ xác thực hai lớp của người khác"),
    "account.recovery_codes_made": _("tạo mã dự phòng mới"),
    "account.recovery_code_used": _("dùng mã dự phòng"),
    "account.sessions_ended": _("đăng xuất các phiên"),
    "invitation.sent": _("mời người mới"),
    "invitation.sent_again": _("gửi lại lời mời"),
    "invitation.revoked": _("thu hồi lời mời"),
    "invitation.accepted": _("nhận lời mời"),
    "user.added": _("thêm người dùng"),
    "user.changed": _("sửa người dùng"),
    "user.deleted": _("xóa người dùng"),
    "user.password_set": _("đặt mật khẩu cho người khác"),
    "group.added": _("thêm vai trò"),
    "group.changed": _("sửa vai trò"),
    "group.deleted": _("xóa vai trò"),
    "sitesettings.changed": _("sửa thiết lập báo"),
    "bulk.done": _("làm hàng loạt"),
    "bulk.undone": _("hoàn tác thao tác hàng loạt"),
    "audit.exported": _("tải nhật ký"),
    "audit.erased": _("xóa nhật ký cũ"),
    **{f"article.{action.value}": action.label for action in Action},
}
SUBJECTS: "dict[str, StrOrPromise]" = {
    "news.article": _("bài viết"),
    "news.user": _("người dùng"),
    "auth.group": _("vai trò"),
    "news.sitesettings": _("thiết lập báo"),
    "news.invitation": _("lời mời"),
    "news.bulkact": _("thao tác hàng loạt"),
}
DETAILS: "dict[str, StrOrPromise]" = {
    "after": _("sau"),
    "before": _("trước"),
    "count": _("số lượng"),
    "display_name": _("tên hiển thị"),
    "email": _("thư điện tử"),
    "fields": _("phần đã sửa"),
    "filter": _("bộ lọc"),
    "groups": _("vai trò"),
    "is_active": _("đang hoạt động"),
    "is_staff": _("được vào bàn làm việc"),
    "left": _("còn lại"),
    "name": _("tên"),
    "permissions": _("được làm"),
    "roles": _("vai trò"),
    "step": _("bước"),
    "two_factor": _("xác thực hai lớp"),
    "username": _("tên đăng nhập"),
}


def record(
    act: str, by: User | None, subject: models.Model | None = None, note: str = "", **details: Any
) -> AuditEntry:
    """Write one entry. `by` is None for the house itself and for strangers; `details` must fit into JSON.

    The network and the session come from the request that is being answered, if one is.
    """
    request = at_the_desk.get()
    return AuditEntry.objects.create(
        act=act,
        by_id=by.pk if by else None,
        by_name=by.get_full_name() if by else "",
        subject_kind=subject._meta.label_lower if subject else "",
        subject_id=str(subject.pk) if subject else "",
        subject_label=str(subject)[:300] if subject else "",
        note=note,
        details=details,
        network=neighbourhood(client_address(request)) if request else "",
        session=session_mark(request) if request else "",
    )


def session_mark(request: HttpRequest) -> str:
    """Twelve letters that stand for the session: the same for all its acts, and no way into it."""
    key = getattr(getattr(request, "session", None), "session_key", None)
    return salted_hmac("news.audit.session", key, algorithm="sha256").hexdigest()[:12] if key else ""


def words_for(act: str) -> str:
    """What was done, in words; an act that nobody names any more by its code."""
    return str(ACTS.get(act, act))
