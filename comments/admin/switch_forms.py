"""What is asked before comments are closed, slowed down or read first."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from unfold.widgets import UnfoldAdminSelectWidget, UnfoldAdminTextInputWidget

from comments.models import SwitchKind
from comments.moderation.switches.keeping import PAUSES, Wanted
from news.desk.forms import MomentField
from news.models import Article, Section
from news.vietnamese.plain import clean_line

USUAL_PAUSE = 5  # minutes
OPEN_END, AT = "0", "at"
SPANS = [
    ("1", gettext_lazy("1 giờ")),
    ("3", gettext_lazy("3 giờ")),
    ("24", gettext_lazy("1 ngày")),
    ("168", gettext_lazy("7 ngày")),
    (AT, gettext_lazy("đến giờ ghi bên dưới")),
    (OPEN_END, gettext_lazy("cho đến khi có người tắt")),
]
KINDS = [
    (SwitchKind.CLOSE, gettext_lazy("Đóng: không nhận bình luận mới, bình luận cũ vẫn hiện")),
    (SwitchKind.SLOW, gettext_lazy("Giãn nhịp: mỗi bạn đọc một bình luận trong số phút bên dưới")),
    (SwitchKind.PRE, gettext_lazy("Duyệt trước khi hiện, dù thường ngày hiện ngay")),
]


class EndField(MomentField):
    """A moment to come, or none."""

    def clean(self, value: Any) -> Any:
        """The aware moment. Raises ValidationError unless it is still to come."""
        moment = forms.SplitDateTimeField.clean(self, value)
        if moment and moment <= timezone.now():
            raise forms.ValidationError(_("Giờ này đã qua."))
        return moment


class SwitchForm(forms.Form):
    """What, how long, and why."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Việc"), choices=KINDS, initial=SwitchKind.CLOSE, widget=forms.RadioSelect()
    )
    minutes = forms.TypedChoiceField(
        label=gettext_lazy("Số phút (khi giãn nhịp)"),
        choices=[(each, str(each)) for each in PAUSES],
        coerce=int,
        initial=USUAL_PAUSE,
        required=False,
        empty_value="",
        widget=UnfoldAdminSelectWidget(),
    )
    span = forms.ChoiceField(label=gettext_lazy("Trong"), choices=SPANS, initial="3", widget=UnfoldAdminSelectWidget())
    at = EndField(label=gettext_lazy("Đến"), required=False)
    note = forms.CharField(
        label=gettext_lazy("Ghi chú cho đồng nghiệp"),
        max_length=200,
        required=False,
        widget=UnfoldAdminTextInputWidget(),
    )

    def clean_note(self) -> str:
        """One line."""
        return clean_line(self.cleaned_data["note"])

    def clean(self) -> dict[str, Any]:
        """Raises ValidationError where a moment is announced and none given."""
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("span") == AT and not cleaned.get("at") and "at" not in self.errors:
            self.add_error("at", _("Hãy nhập cả ngày và giờ."))
        return cleaned

    def wanted(self, article: Article | None = None, section: Section | None = None) -> Wanted:
        """The switch as it was asked for, in that place; the form must be valid."""
        typed = self.cleaned_data
        minutes = (typed["minutes"] or USUAL_PAUSE) if typed["kind"] == SwitchKind.SLOW else 0
        return Wanted(SwitchKind(typed["kind"]), minutes, article, section, self._until(), typed["note"])

    def _until(self) -> datetime | None:
        span = self.cleaned_data["span"]
        if span == AT:
            moment: datetime = self.cleaned_data["at"]
            return moment
        return None if span == OPEN_END else timezone.now() + timedelta(hours=int(span))


class WideSwitchForm(SwitchForm):
    """The same for the whole paper or one section of it."""

    section = forms.ModelChoiceField(
        label=gettext_lazy("Ở đâu"),
        queryset=Section.objects.select_related("parent"),
        required=False,
        empty_label=gettext_lazy("Toàn báo"),
        help_text=gettext_lazy("Một mục gồm cả các mục con."),
        error_messages={"invalid_choice": gettext_lazy("Không có mục này.")},
        widget=UnfoldAdminSelectWidget(),
    )
    field_order = ("section", "kind", "minutes", "span", "at", "note")
