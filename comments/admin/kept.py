"""What is kept about readers, on a page of the desk: how long, and when what is over its time was last erased."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from comments.addresses import month_of
from comments.models import Letter
from news.accounts import mail
from news.desk.audit import in_words
from news.desk.pages import page
from news.models import AuditEntry

OVERDUE = timedelta(days=2)  # a task of every day that has not run since then doesn't run
LETTERS_SHOWN = timedelta(days=7)
TASKS = (
    ("comments.readers_erased", gettext_lazy("Xóa dữ liệu bạn đọc hết hạn lưu"), "manage.py erase_readers"),
    ("comments.score_trained", gettext_lazy("Tính lại điểm tự học"), "manage.py train_score"),
)


@require_safe
def kept_page(request: HttpRequest) -> HttpResponse:
    """For those who read the log of the desk; a query for each task, and one for letters."""
    if not request.user.has_perm("news.view_auditentry"):
        raise PermissionDenied(_("Bạn không có quyền xem nhật ký hệ thống."))
    context: dict[str, Any] = {
        "tasks": [_task(*task) for task in TASKS],
        "contact_days": settings.READER_DATA_DAYS,
        "words_days": settings.REJECTED_DAYS,
        "month": "/".join(reversed(month_of(timezone.now()).split("-"))),
        "letters": _letters(),
        "letter_days": LETTERS_SHOWN.days,
        "printed": not mail.is_set_up(),
    }
    return page(request, "comments/desk/kept.html", title=_("Dữ liệu bạn đọc"), **context)


def _task(act: str, name: Any, command: str) -> dict[str, Any]:
    """When it last ran, what it did, and whether that was too long ago."""
    last = AuditEntry.objects.filter(act=act).newest_first().first()
    overdue = last is None or last.at < timezone.now() - OVERDUE
    return {"name": name, "command": command, "last": last, "did": in_words(last) if last else "", "overdue": overdue}


def _letters() -> dict[str, int]:
    """Of the last days: sent, to be tried again, and neither."""
    recent = Letter.objects.since(timezone.now() - LETTERS_SHOWN)
    sent, again = Q(sent_at__isnull=False), Q(next_try_at__isnull=False)
    return recent.aggregate(sent=Count("pk", sent), again=Count("pk", again), given_up=Count("pk", ~sent & ~again))
