"""What is written in the margin, as a browser sends it. All fields belong to one form (FORM), wherever they stand."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminTextareaWidget, UnfoldAdminTextInputWidget

from news.margin.notes import LONGEST
from news.margin.passages import Passage
from news.margin.reading import letters_of
from news.models import MarginNote
from news.vietnamese.plain import clean_text

FORM = "ghi-chu"  # its id: the fields stand inside the article's own form
NEW = "moi"


class WordsField(forms.CharField):
    """A note's words, without what can't be seen."""

    def __init__(self) -> None:
        super().__init__(
            label=_("Ghi chú"),
            max_length=LONGEST,
            widget=UnfoldAdminTextareaWidget({"rows": 3}),
            error_messages={
                "required": _("Hãy viết ghi chú."),
                "max_length": _("Ghi chú dài %(show_value)d chữ; nhiều nhất %(limit_value)d."),
            },
        )

    def to_python(self, value: Any) -> str:
        """Clean before it is measured."""
        return clean_text(super().to_python(value) or "")


class WordsForm(forms.Form):
    """An answer, or one's own words said otherwise."""

    text = WordsField()

    def __init__(self, sent: Any = None, *, prefix: str, **kwargs: Any) -> None:
        super().__init__(sent, prefix=prefix, **kwargs)
        for bound in self.fields.values():
            bound.widget.attrs["form"] = FORM
            bound.widget.attrs.pop("maxlength", None)  # what is pasted too long is told, not cut off unseen
        self.fields["text"].widget.is_required = False  # one form, many fields: the browser would ask for all of them


class NewNoteForm(WordsForm):
    """A note on a passage. A script says where the passage stands; without one its words are copied in."""

    exact = forms.CharField(
        label=_("Đoạn cần ghi chú"),
        required=False,
        strip=False,
        help_text=_("Chép mấy chữ trong bài vào đây; để trống là ghi chú cho cả bài."),
        widget=UnfoldAdminTextInputWidget(),
    )
    field = forms.CharField(required=False, widget=forms.HiddenInput())
    prefix_words = forms.CharField(required=False, strip=False, widget=forms.HiddenInput())
    suffix_words = forms.CharField(required=False, strip=False, widget=forms.HiddenInput())
    position = forms.CharField(required=False, widget=forms.HiddenInput())
    seen = forms.CharField(required=False, widget=forms.HiddenInput())

    def __init__(self, sent: Any = None, **kwargs: Any) -> None:
        super().__init__(sent, prefix=NEW, **kwargs)

    def passage(self) -> Passage | None:
        """What the note is about; None for the whole text."""
        asked = self.cleaned_data
        if not letters_of(asked["exact"]):
            return None
        around = (asked["prefix_words"], asked["suffix_words"])
        return Passage(asked["field"], asked["exact"], *around, number_in(asked["position"]) or 0)

    def revision(self) -> int | None:
        """The id of the revision that the person had before them."""
        return number_in(self.cleaned_data["seen"])


def number_in(text: str) -> int | None:
    """A number that a browser may have sent; None for anything else."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None


def answer_form(note: MarginNote, sent: Any = None) -> WordsForm:
    """To answer in the note's thread."""
    return WordsForm(sent, prefix=f"tra-loi-{note.pk}")


def reword_form(note: MarginNote, sent: Any = None) -> WordsForm:
    """To say the note otherwise."""
    return WordsForm(sent, prefix=f"sua-{note.pk}", initial={"text": note.text})
