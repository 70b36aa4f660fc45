"""The forms of the queue."""

from django import forms
from django.utils.translation import gettext_lazy as _

from comments.forms import WordsField
from comments.models.comments import TEXT_LENGTH


class AnswerForm(forms.Form):
    """What the newsroom says to a reader."""

    text = WordsField(TEXT_LENGTH, lines=True, label=_("Trả lời"), error_messages={"required": _("Nhập lời trả lời.")})
