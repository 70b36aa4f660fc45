"""The desk's log, to read, to filter, to take away."""

import csv
import json
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from news import audit
from news.desk.audit_filter import AuditFilter
from news.desk.pages import page, person, staff
from news.models import AuditEntry
from news.models.audit import AuditQuerySet
from news.paging import PARAMETER, Key, asked_key, older_than
from news.vietnamese.dates import VIETNAM

TEMPLATE = "news/desk/audit.html"
PER_PAGE = 50
FORMULA = (
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "\n",
    "＝",
    "＋",
    "－",
    "＠",
)  # what spreadsheets compute (OWASP, CSV injection)


@require_safe
@staff
def listed(request: HttpRequest) -> HttpResponse:
    """One page of the log; 422 for a filter that means nothing."""
    require_reader(request)
    form = AuditFilter(request.GET)
    context: dict[str, Any] = {"title": _("Nhật ký hệ thống")}
    if not form.is_valid():
        return page(request, TEMPLATE, 422, form=form, **context)
    key, query = asked_key(request), request.GET.copy()
    entries = form.entries()
    rows = list(older_than(entries, key, "at")[: PER_PAGE + 1])
    query.pop(PARAMETER, None)
    export = query.urlencode()
    if len(rows) > PER_PAGE:
        query[PARAMETER] = str(Key(rows[PER_PAGE - 1].at, rows[PER_PAGE - 1].pk))
        context["older"] = query.urlencode()
    shown = [(entry, audit.words_for(entry.act), in_words(entry)) for entry in rows[:PER_PAGE]]
    return page(request, TEMPLATE, form=form, rows=shown, export=export, **context)


@require_safe
@staff  # type: ignore[arg-type]
def export(request: HttpRequest) -> HttpResponseBase:
    """The filtered part as a file for a spreadsheet, sent row by row however long it is; that is an act of its own."""
    require_reader(request)
    form = AuditFilter(request.GET)
    if not form.is_valid():
        return page(request, TEMPLATE, 422, form=form, title=_("Nhật ký hệ thống"))
    audit.record("audit.exported", person(request), filter=request.GET.urlencode()[:300])
    response = StreamingHttpResponse(lines(form.entries()), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="nhat-ky-{timezone.localdate():%Y%m%d}.csv"'
    return response


def require_reader(request: HttpRequest) -> None:
    """Raises PermissionDenied unless the person may read the log."""
    if not request.user.has_perm("news.view_auditentry"):
        raise PermissionDenied(_("Bạn không có quyền xem nhật ký hệ thống."))


def in_words(entry: AuditEntry) -> str:
    """Note and details in a line."""
    details = [f"{audit.DETAILS.get(name, name)}: {_plain(value)}" for name, value in entry.details.items()]
    return " · ".join(filter(None, [entry.note, *details]))


def _plain(value: Any) -> str:
    """A detail as people read it; what stood there and what stands there now with an arrow between."""
    if isinstance(value, dict) and value.keys() == {"before", "after"}:
        return f"{_plain(value['before'])} → {_plain(value['after'])}"
    if isinstance(value, list):
        return ", ".join(map(_plain, value)) or "–"
    if isinstance(value, bool):
        return _("có") if value else _("không")
    if value in (None, ""):
        return "–"
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


class _Line:
    """What csv writes to: gives the line back."""

    def write(self, line: str) -> str:
        return line


def lines(entries: AuditQuerySet) -> Iterator[str]:
    """The file, line by line; the mark at its beginning tells spreadsheets that it is UTF-8."""
    writer = csv.writer(_Line())
    yield "\ufeff" + writer.writerow(
        [_("Lúc"), _("Người làm"), _("Việc"), _("Mã việc"), _("Loại đối tượng"), _("Số"), _("Đối tượng"),
         _("Chi tiết"), _("Mạng"), _("Phiên")]
    )  # fmt: skip
    for entry in entries.iterator(chunk_size=2000):
        yield writer.writerow([harmless(cell) for cell in row_of(entry)])


def row_of(entry: AuditEntry) -> list[str]:
    """The entry's cells."""
    moment = entry.at.astimezone(VIETNAM).isoformat(sep=" ", timespec="seconds")
    subject = [entry.subject_kind, entry.subject_id, entry.subject_label]
    what = [entry.by_name, audit.words_for(entry.act), entry.act]
    return [moment, *what, *subject, in_words(entry), entry.network, entry.session]


def harmless(cell: str) -> str:
    """The cell, so that no spreadsheet takes it for a formula."""
    return f"'{cell}" if cell.lstrip(" ").startswith(FORMULA) else cell
