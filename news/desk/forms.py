"""What the desk asks for before some transitions."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from unfold.widgets import (
    UnfoldAdminSelectWidget,
    UnfoldAdminSplitDateTimeWidget,
    UnfoldAdminTextareaWidget,
    UnfoldAdminTextInputWidget,
    UnfoldBooleanSwitchWidget,
)

from news.models import Section
from news.vietnamese.plain import clean_line, clean_text

NEWSROOM_TIME = _("Giờ Việt Nam, ví dụ 23/11/2026 và 20:21.")


class NothingAsked(forms.Form):
    """A transition that is one click."""


class MomentField(forms.SplitDateTimeField):
    """A day and a time in the newsroom's own time zone, to come."""

    def __init__(self, **kwargs: Any) -> None:
        errors = {
            "invalid_date": _("Ngày chưa đúng, hãy viết như 23/11/2026."),
            "invalid_time": _("Giờ chưa đúng, hãy viết như 20:21."),
            "required": _("Hãy nhập cả ngày và giờ."),
        }
        super().__init__(
            widget=UnfoldAdminSplitDateTimeWidget(), help_text=NEWSROOM_TIME, error_messages=errors, **kwargs
        )

    def clean(self, value: Any) -> Any:
        """The aware moment. Raises ValidationError unless it is still to come."""
        moment = super().clean(value)
        if moment and moment <= timezone.now():
            raise forms.ValidationError(_("Giờ này đã qua. Muốn đăng ngay thì bấm “Đăng ngay”."))
        return moment


class ScheduleForm(forms.Form):
    """When to publish."""

    at = MomentField(label=_("Đăng lúc"))


class UpdateForm(forms.Form):
    """Whether readers should know."""

    tell_readers = forms.BooleanField(
        label=_("Báo bạn đọc là bài vừa cập nhật"),
        required=False,
        help_text=_("Dưới tít hiện “Cập nhật” kèm giờ. Sửa lỗi chính tả thì không cần."),
        widget=UnfoldBooleanSwitchWidget(),
    )


class PreviewLinkForm(forms.Form):
    """Who may look without a login, and for how long."""

    recipient = forms.CharField(
        label=_("Gửi cho ai"),
        max_length=100,
        required=False,
        help_text=_("Để nhớ liên kết nào đưa cho ai, ví dụ: chị Hương, Sở Y tế."),
        widget=UnfoldAdminTextInputWidget(),
    )
    span = forms.ChoiceField(
        label=_("Dùng được trong"),
        choices=[("1", _("1 giờ")), ("24", _("1 ngày")), ("72", _("3 ngày")), ("168", _("7 ngày"))],
        initial="24",
        widget=UnfoldAdminSelectWidget(),
    )

    def clean_recipient(self) -> str:
        """One line."""
        return clean_line(self.cleaned_data["recipient"])


class ExpiryForm(forms.Form):
    """Until when to show; empty for good."""

    at = MomentField(label=_("Hiện đến"), required=False)


class NoteForm(forms.Form):
    """What the writer should do."""

    note = forms.CharField(
        label=_("Lời nhắn cho phóng viên"),
        max_length=1000,
        widget=UnfoldAdminTextareaWidget({"rows": 3}),
        error_messages={"required": _("Hãy nhắn phóng viên cần sửa gì.")},
    )

    def clean_note(self) -> str:
        """The note without what can't be seen."""
        return clean_text(self.cleaned_data["note"])


class ReasonForm(forms.Form):
    """Why readers may no longer see it. Kept with the article, for those who ask later."""

    reason = forms.CharField(
        label=_("Lý do gỡ bài"),
        max_length=300,
        widget=UnfoldAdminTextareaWidget({"rows": 2}),
        help_text=_("Chỉ tòa soạn đọc; bạn đọc thấy trang báo bài đã gỡ."),
        error_messages={"required": _("Hãy ghi lý do gỡ bài.")},
    )

    def clean_reason(self) -> str:
        """The reason without what can't be seen."""
        return clean_text(self.cleaned_data["reason"])


class SectionForm(forms.Form):
    """Where to move articles."""

    section = forms.ModelChoiceField(
        Section.objects.select_related("parent"), label=_("Chuyển sang mục"), empty_label=_("Chọn chuyên mục")
    )
