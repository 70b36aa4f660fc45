"""Form fields of the desk's own."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

DAY = {"invalid": _("Ngày chưa đúng, hãy viết như 23/11/2026.")}


class DayField(forms.DateField):
    """A day of the newsroom; browsers send 2026-11-23, people write 23/11/2026."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateInput({"type": "date"}, format="%Y-%m-%d")
        formats = ["%Y-%m-%d", "%d/%m/%Y"]
        super().__init__(required=False, widget=widget, input_formats=formats, error_messages=DAY, **kwargs)

    def clean(self, value: Any) -> Any:
        """The day. Raises ValidationError for years in which no newsroom of ours works: databases stumble over some."""
        day = super().clean(value)
        if day and not 2000 <= day.year < 3000:
            raise forms.ValidationError(DAY["invalid"], code="invalid")
        return day
