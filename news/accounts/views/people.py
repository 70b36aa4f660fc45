"""Another person's account, for those who manage people: second factor, sessions, the last acts."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from news import audit
from news.accounts import devices, sessions, two_factor
from news.accounts.people import require_may_manage
from news.desk.pages import page, person, staff
from news.models import AuditEntry, User

SHOWN = 10  # of the last acts; the log has the rest


def managed(request: HttpRequest, pk: int) -> User:
    """The person. Raises Http404, PermissionDenied."""
    somebody = get_object_or_404(User, pk=pk)
    require_may_manage(person(request), somebody)
    return somebody


@require_safe
@staff
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """What is known of the account's safety."""
    somebody = managed(request, pk)
    may_read = request.user.has_perm("news.view_auditentry")
    entries = AuditEntry.objects.filter(by_id=somebody.pk).newest_first()[:SHOWN] if may_read else []
    context: dict[str, Any] = {
        "somebody": somebody,
        "device": two_factor.device_of(somebody),
        "codes_left": two_factor.codes_left(somebody),
        "rows": [{"session": row, "device": devices.in_words(row.agent)} for row in sessions.of(somebody)],
        "entries": [(entry, audit.words_for(entry.act)) for entry in entries],
        "title": _("Bảo mật: %(person)s") % {"person": somebody},
    }
    return page(request, "news/accounts/person.html", **context)


@require_POST
@staff
def reset_two_factor(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the lost telephone off."""
    somebody = managed(request, pk)
    if two_factor.reset(somebody, by=person(request)):
        messages.success(request, _("Đã gỡ xác thực hai lớp của %(person)s.") % {"person": somebody})
    else:
        messages.warning(request, _("Người này chưa bật xác thực hai lớp."))
    return redirect("desk:person", somebody.pk)


@require_POST
@staff
def end_sessions(request: HttpRequest, pk: int) -> HttpResponse:
    """Sign the person out everywhere."""
    somebody = managed(request, pk)
    sessions.end_all(somebody, by=person(request))
    messages.success(request, _("Đã đăng xuất %(person)s ở mọi nơi.") % {"person": somebody})
    return redirect("desk:person", somebody.pk)
