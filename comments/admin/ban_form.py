"""What is asked before anybody is banned."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from unfold.widgets import UnfoldAdminSelectWidget, UnfoldAdminTextInputWidget

from comments.models import Comment, Reason, State
from comments.models.bans import NOTE_LENGTH
from comments.moderation.bans import counting
from comments.moderation.bans.keeping import Unbannable, Wanted, refuse_unbannable
from comments.moderation.bans.keys import Person, is_nobodys
from news.vietnamese.plain import clean_line

FOREVER = "0"
SPANS = [
    ("1", gettext_lazy("1 ngày")),
    ("7", gettext_lazy("7 ngày")),
    ("30", gettext_lazy("30 ngày")),
    (FOREVER, gettext_lazy("không thời hạn")),
]
TOLD, SILENT = "told", "silent"
MANNERS = [
    (TOLD, gettext_lazy("Báo cho người gửi: phiếu nói rõ bị cấm đến bao giờ và viết cho tòa soạn ở đâu")),
    (SILENT, gettext_lazy("Lặng lẽ: người gửi thấy “đang chờ duyệt”, bình luận không vào hàng chờ")),
]
SWEEPS = [
    (counting.THIS, gettext_lazy("Chỉ bình luận này")),
    (counting.WAITING, gettext_lazy("Mọi bình luận đang chờ của người này")),
    ("1", gettext_lazy("Mọi bình luận trong 1 ngày qua, kể cả đã đăng")),
    ("7", gettext_lazy("Mọi bình luận trong 7 ngày qua, kể cả đã đăng")),
    ("30", gettext_lazy("Mọi bình luận trong 30 ngày qua, kể cả đã đăng")),
]
FATES = [
    ("", gettext_lazy("không đăng, không nêu lý do")),
    *((reason.value, reason.label) for reason in Reason),
    (State.SPAM.value, gettext_lazy("thư rác")),
]


def until(span: str, now: datetime) -> datetime | None:
    """When a ban of that span ends that begins now."""
    return None if span == FOREVER else now + timedelta(days=int(span))


class SpanForm(forms.Form):
    """How long from now."""

    span = forms.ChoiceField(
        label=gettext_lazy("Cấm trong"), choices=SPANS, initial="30", widget=UnfoldAdminSelectWidget()
    )


class BanForm(SpanForm):
    """By what the person is known, how long, told or not, why, and what goes with it."""

    who = forms.MultipleChoiceField(
        label=gettext_lazy("Nhận ra người gửi qua"),
        widget=forms.CheckboxSelectMultiple(),
        error_messages={"required": gettext_lazy("Hãy chọn ít nhất một cách nhận ra người gửi.")},
    )
    manner = forms.ChoiceField(
        label=gettext_lazy("Có báo không"), choices=MANNERS, initial=TOLD, widget=forms.RadioSelect()
    )
    note = forms.CharField(
        label=gettext_lazy("Vì sao cấm"),
        max_length=NOTE_LENGTH,
        widget=UnfoldAdminTextInputWidget(),
        help_text=gettext_lazy("Chỉ người kiểm duyệt đọc."),
        error_messages={"required": gettext_lazy("Hãy ghi vì sao cấm, để đồng nghiệp hiểu.")},
    )
    sweep = forms.ChoiceField(
        label=gettext_lazy("Dọn luôn"), choices=SWEEPS, initial=counting.THIS, widget=forms.RadioSelect()
    )
    fate = forms.ChoiceField(
        label=gettext_lazy("Các bình luận ấy thành"), choices=FATES, required=False, widget=UnfoldAdminSelectWidget()
    )
    field_order = ("who", "span", "manner", "note", "sweep", "fate")

    def __init__(self, comment: Comment, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.comment, self.known = comment, Person.of(comment)
        offered = ways(self.known)
        field = self.fields["who"]
        field.choices = list(offered.items())  # type: ignore[attr-defined]  # of a choice field
        field.initial = usual(self.known)
        if not offered:
            field.help_text = _("Về người này tòa soạn không còn giữ gì để nhận ra.")

    def clean_note(self) -> str:
        """One line. Raises ValidationError where nothing of it can be seen."""
        note = clean_line(self.cleaned_data["note"])
        if not note:
            raise forms.ValidationError(self.fields["note"].error_messages["required"])
        return note

    def clean_who(self) -> set[str]:
        """The ways that were chosen. Raises ValidationError for a name that is everybody's."""
        chosen = set(self.cleaned_data["who"])
        try:
            refuse_unbannable(self.known.only(chosen))
        except Unbannable as error:
            raise forms.ValidationError(str(error)) from error
        return chosen

    def person(self) -> Person:
        """Who is meant; the usual ways where none were chosen well."""
        chosen = self.cleaned_data.get("who") if self.is_bound and self.is_valid() else None
        return self.known.only(set(chosen or usual(self.known)))

    def wanted(self, sweep: list[int], now: datetime) -> Wanted:
        """The ban as it was asked for; the form must be valid."""
        typed = self.cleaned_data
        is_spam = typed["fate"] == State.SPAM
        return Wanted(
            self.person(),
            typed["note"],
            until(typed["span"], now),
            typed["manner"] == SILENT,
            self.comment,
            sweep,
            State.SPAM if is_spam else State.REJECTED,
            Reason.ADVERTISING if is_spam else typed["fate"],
        )


def ways(known: Person) -> dict[str, str]:
    """By what the person can be banned, in words."""
    name = "" if is_nobodys(known.name) else known.name
    offered = {
        "address_hash": _("Nguồn gửi: địa chỉ mạng, cả nhà hay cả quán dùng chung thì cùng bị"),
        "email": _("Thư điện tử %(email)s, mọi cách viết của hộp thư ấy") % {"email": known.email},
        "name": _("Tên “%(name)s”, mọi cách viết lách") % {"name": name},
        "network_hash": _("Dải mạng quanh nguồn gửi: hàng trăm thuê bao (/24, /48)"),
    }
    there = {**vars(known), "name": name}
    return {kind: words for kind, words in offered.items() if there[kind]}


def usual(known: Person) -> list[str]:
    """What is ticked beforehand: the address and the e-mail; the name where neither is known."""
    offered = ways(known)
    return [kind for kind in ("address_hash", "email") if kind in offered] or list(offered)[:1]
