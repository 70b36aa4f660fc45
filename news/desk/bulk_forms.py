"""What acts on several articles ask for. Each form tells its answer as news/bulk takes it (`asked`)."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from news.bulk.kinds import Asked
from news.desk.forms import NoteForm, NothingAsked, ReasonForm, SectionForm
from news.desk.picking import NameField, NamesField
from news.models import Author, Tag


class TagsForm(forms.Form):
    """Topics to add and to take away, or those that stand instead of all."""

    add = NamesField(Tag, label=_("Thêm chủ đề"))
    remove = NamesField(Tag, label=_("Bớt chủ đề"))
    instead = NamesField(
        Tag, label=_("Hoặc thay mọi chủ đề bằng"), help_text=_("Chủ đề khác của các bài này sẽ bị bỏ hết.")
    )

    def clean(self) -> dict[str, Any]:
        """Raises ValidationError for no answer and for answers against each other."""
        cleaned: dict[str, Any] = super().clean() or {}
        add, remove, instead = (cleaned.get(name) or () for name in ("add", "remove", "instead"))
        refuse_both(self, add, remove)
        if instead and (add or remove):
            self.add_error("instead", _("Đã thay tất cả thì không thêm, bớt nữa."))
        if not self.errors and not (add or remove or instead):
            self.add_error("add", _("Hãy chọn chủ đề để thêm, bớt hoặc thay."))
        return cleaned


class AuthorsForm(forms.Form):
    """Authors to add and to take away, and one who takes another's place."""

    add = NamesField(Author, label=_("Thêm vào cuối hàng tác giả"))
    remove = NamesField(Author, label=_("Bớt tác giả"))
    former = NameField(Author, label=_("Thay tác giả này…"))
    latter = NameField(Author, label=_("… bằng tác giả này"), help_text=_("Giữ nguyên vị trí và vai trò."))

    def clean(self) -> dict[str, Any]:
        """Raises ValidationError for no answer, half an answer, and answers against each other."""
        cleaned: dict[str, Any] = super().clean() or {}
        add, remove = cleaned.get("add") or (), cleaned.get("remove") or ()
        former, latter = cleaned.get("former"), cleaned.get("latter")
        refuse_both(self, add, remove)
        if former and not latter and "latter" not in self.errors:
            self.add_error("latter", _("Thay bằng ai?"))
        if latter and not former and "former" not in self.errors:
            self.add_error("former", _("Thay ai?"))
        if former and former == latter:
            self.add_error("latter", _("Hai người này là một."))
        if {former, latter} & {*add, *remove} - {None}:
            self.add_error("former", _("Người được thay hay thay vào thì không thêm, bớt nữa."))
        if not self.errors and not (add or remove or former):
            self.add_error("add", _("Hãy chọn tác giả để thêm, bớt hoặc thay."))
        return cleaned


def refuse_both(form: forms.Form, add: Any, remove: Any) -> None:
    """An error beside the field for what is to come and to go at once."""
    if both := {*add} & {*remove}:
        names = ", ".join(sorted(each.name for each in both))
        form.add_error("remove", _("Vừa thêm vừa bớt: %(names)s.") % {"names": names})


FORMS: dict[str, type[forms.Form]] = {
    "chuyen-muc": SectionForm,
    "chu-de": TagsForm,
    "tac-gia": AuthorsForm,
    "tra-bai": NoteForm,
    "go-bai": ReasonForm,
}


def form_for(kind: str) -> type[forms.Form]:
    """What this kind of act asks for."""
    return FORMS.get(kind, NothingAsked)


def asked(form: forms.Form) -> Asked:
    """The valid form's answer, in ids and words."""
    return {name: plain(value) for name, value in form.cleaned_data.items()}


def plain(value: Any) -> Any:
    """An id for a thing, a list of ids for several."""
    if hasattr(value, "pk"):
        return value.pk
    return value if isinstance(value, str) or value is None else sorted(each.pk for each in value)
