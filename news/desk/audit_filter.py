"""Which part of the desk's log is asked for."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from news import audit
from news.desk.fields import DayField
from news.models import AuditEntry, User
from news.models.audit import AuditQuerySet
from news.vietnamese.dates import midnight

ANYTHING = ("", _("tất cả"))


def _acts() -> list[Any]:
    return [ANYTHING, *sorted(audit.ACTS.items(), key=lambda act: act[0])]


def _kinds() -> list[Any]:
    return [ANYTHING, *audit.SUBJECTS.items()]


class AuditFilter(forms.Form):
    """By person, act, subject, time. Everything may be left empty."""

    nguoi = forms.ModelChoiceField(
        User.objects.order_by("display_name", "username"), label=_("Người làm"), required=False, empty_label=_("tất cả")
    )
    viec = forms.ChoiceField(label=_("Việc"), choices=_acts, required=False)
    loai = forms.ChoiceField(label=_("Loại đối tượng"), choices=_kinds, required=False)
    so = forms.CharField(label=_("Số của đối tượng"), max_length=40, required=False)
    tu = DayField(label=_("Từ ngày"))
    den = DayField(label=_("Đến hết ngày"))

    def clean(self) -> dict[str, Any]:
        """Adds an error where a number stands without its kind, or the days stand the wrong way round."""
        cleaned = self.cleaned_data
        if cleaned.get("so") and not cleaned.get("loai"):
            self.add_error("loai", _("Hãy chọn loại đối tượng của số này."))
        if cleaned.get("tu") and cleaned.get("den") and cleaned["tu"] > cleaned["den"]:
            self.add_error("den", _("Ngày này phải bằng hoặc sau ngày bắt đầu."))
        return cleaned

    def entries(self) -> AuditQuerySet:
        """The part of a valid filter, the newest first."""
        asked = self.cleaned_data
        wanted: dict[str, Any] = {
            "by_id": asked["nguoi"] and asked["nguoi"].pk,
            "act": asked["viec"],
            "subject_kind": asked["loai"],
            "subject_id": asked["so"],
            "at__gte": asked["tu"] and midnight(asked["tu"]),
            "at__lt": asked["den"] and midnight(asked["den"] + timedelta(days=1)),
        }
        found = AuditEntry.objects.filter(**{name: value for name, value in wanted.items() if value})
        return found.newest_first()
