"""The page on which the newsroom chooses phases, order and thresholds, and tries them before they hold."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from comments.admin.opinions import verdict
from comments.admin.phases import NAMES, THRESHOLDS
from comments.admin.pipeline_form import PipelineForm
from comments.models import PipelineSettings
from comments.moderation.pipeline import MOVABLE_NAMES
from comments.moderation.rules import current, keeping
from comments.moderation.rules.chosen import Rules
from comments.moderation.rules.dry_run import Outcome, dry_run
from news import audit
from news.admin.theme import ModelAdmin
from news.desk.pages import page, person

audit.ACTS["pipelinesettings.changed"] = gettext_lazy("đổi các bước kiểm bình luận")
audit.SUBJECTS["comments.pipelinesettings"] = gettext_lazy("các bước kiểm bình luận")
audit.DETAILS |= {
    "order": gettext_lazy("thứ tự"),
    "switched_on": gettext_lazy("bật"),
    "switched_off": gettext_lazy("tắt"),
    **{name: label for labels in THRESHOLDS.values() for name, label in labels.items()},
}
MOVES = {"len": -1, "xuong": 1}


@admin.register(PipelineSettings)
class PipelineSettingsAdmin(ModelAdmin):
    """The list is the page; the row has no form of its own."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        """There is one."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """There is one."""
        return False

    def change_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """To the page."""
        return redirect("admin:comments_pipelinesettings_changelist")

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """The page; by POST the button `viec` that was pressed: 422 if what was typed is not right."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        if request.method != "POST":
            return rules_page(request, PipelineForm(None, current.newest(), version_now()))
        act, _colon, phase = request.POST.get("viec", "").partition(":")
        form = PipelineForm(request.POST)
        if act in MOVES and phase in MOVABLE_NAMES:
            form.move(phase, MOVES[act])
            return rules_page(request, form, moved=phase, moved_up=MOVES[act] < 0, unsaved=True)
        if act == "mac-dinh":
            return rules_page(request, as_sent(Rules(), request.POST), unsaved=True)
        if not form.is_valid():
            return rules_page(request, form, 422)
        if act == "thu":
            return tried(request, form)
        return kept(request, form)


def kept(request: HttpRequest, form: PipelineForm) -> HttpResponse:
    """Let the rules hold, and lead back; 409 where a colleague was there first."""
    try:
        changed = keeping.keep(form.rules(), person(request), form.cleaned_data["version"])
    except keeping.ChangedSince as since:
        form.add_error(None, str(since))
        return rules_page(request, form, 409)
    messages.success(request, _("Đã lưu các bước kiểm.") if changed else _("Không có gì thay đổi."))
    return redirect("admin:comments_pipelinesettings_changelist")


def tried(request: HttpRequest, form: PipelineForm) -> HttpResponse:
    """What the rules in the form would have done, beside those that hold."""
    by = person(request)
    report = dry_run(current.newest(), form.rules(), form.cleaned_data["number"], by)
    rows = [
        {"before": outcome(one.before), "after": outcome(one.after), "count": one.count, "examples": one.examples}
        for one in report.changes
    ]
    may_read = by.has_perm("comments.view_comment")
    return rules_page(request, form, report=report, changes=rows, may_read=may_read, unsaved=True)


def outcome(one: Outcome) -> dict[str, str]:
    """A verdict and the phase that gave it, in words."""
    state, phase = one
    return {"verdict": verdict(state, ""), "phase": str(NAMES.get(phase, phase))}


def as_sent(rules: Rules, sent: QueryDict) -> PipelineForm:
    """A form filled with these rules as if they had been typed: what is tried and kept is what is sent."""
    filled = PipelineForm(None, rules, sent.get("version", "")[:16])
    values = {name: filled[name].value() for name in filled.fields}
    data = QueryDict(mutable=True)
    for name, value in values.items():
        if value is not False:  # a box that is not ticked is not sent; 0 is a number
            data[name] = "on" if value is True else str(value)
    return PipelineForm(data)


def version_now() -> str:
    """The version that holds; "" where nobody has chosen any."""
    return next(iter(current.version()), "")


def rules_page(request: HttpRequest, form: PipelineForm, status: int = 200, **context: Any) -> HttpResponse:
    """The page within the desk's frame."""
    title = _("Các bước kiểm bình luận")
    return page(
        request, "comments/desk/pipeline.html", status, form=form, rows=list(form.rows()), title=title, **context
    )
