"""What is checked before publishing, on one page: how strict each check is, for every section or for one."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from news.admin.theme import ModelAdmin
from news.checks import rules
from news.checks.checklist import CHECKS, Check, severities
from news.desk.pages import page, person
from news.ids import id_in
from news.models import CheckRule, Section, Severity


class RulesForm(forms.Form):
    """A choice for each check that may be switched; where nothing is chosen, what holds without it is said."""

    def __init__(self, section: Section | None, sent: Any = None, may_change: bool = True) -> None:
        super().__init__(sent)
        own, above = rules.own(section), severities(section.parent if section else None)
        for check in CHECKS:
            if not check.always_blocks:
                initial = own.get(check.code, "" if section else Severity.WARNING)
                unchosen = [("", inherited(section, above[check.code]))] if section else []
                self.fields[check.code] = forms.ChoiceField(
                    label=check.label,
                    choices=[*unchosen, *((one.value, one.label.capitalize()) for one in Severity)],
                    required=not section,
                    initial=initial,
                    disabled=not may_change,
                )

    def chosen(self) -> dict[str, Severity | None]:
        """What was decided; None where the section goes with the rest."""
        return {code: Severity(value) if value else None for code, value in self.cleaned_data.items()}


def inherited(section: Section, severity: Severity) -> str:
    """What holds for a section that decides nothing itself."""
    above = _("Như mục %(section)s") % {"section": section.parent} if section.parent else _("Như toàn báo")
    return f"{above} ({severity.label})"


@admin.register(CheckRule)
class CheckRuleAdmin(ModelAdmin):
    """The list is the page; rows have no forms of their own."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Rows come and go with choices."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Rows come and go with choices."""
        return False

    def change_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """To the page."""
        return redirect("admin:news_checkrule_changelist")

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """The page for the section `muc` (none: every section); by POST its choices, 422 if one of them is none."""
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        section = asked_section(request)
        may_change = self.has_change_permission(request)
        if request.method != "POST":
            return rules_page(request, section, RulesForm(section, None, may_change), may_change)
        form = RulesForm(section, request.POST)
        if not form.is_valid():
            return rules_page(request, section, form, may_change, 422)
        rules.choose(section, form.chosen(), person(request))
        messages.success(request, _("Đã lưu mức kiểm tra."))
        return redirect(request.get_full_path())


def asked_section(request: HttpRequest) -> Section | None:
    """The section that the address names. Raises Http404 for one that is not there."""
    asked = request.GET.get("muc", "")
    if not asked:
        return None
    return get_object_or_404(Section.objects.select_related("parent"), pk=id_in(asked))


def rules_page(
    request: HttpRequest, section: Section | None, form: RulesForm, may_change: bool, status: int = 200
) -> HttpResponse:
    """The page with the doors to every section's."""
    always: list[Check] = [check for check in CHECKS if check.always_blocks]
    context = {"section": section, "sections": doors(), "form": form, "always": always, "may_change": may_change}
    return page(request, "news/desk/check_rules.html", status, title=_("Kiểm tra trước khi đăng"), **context)


def doors() -> list[Section]:
    """All sections, subsections under theirs; those with rules of their own are marked."""
    with_rules = set(CheckRule.objects.values_list("section", flat=True))
    listed = [one for top in Section.objects.top() for one in (top, *top.children.all())]
    for one in listed:
        one.has_rules = one.pk in with_rules
    return listed
