"""The forms of readers. Their words are cleaned as they come in; what was typed stays as it was for the writer."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from comments.drafts import key_in
from comments.models.comments import NAME_LENGTH, TEXT_LENGTH
from comments.models.reports import REPORT_LENGTH
from comments.models.second_looks import PLEA_LENGTH
from comments.models.states import Reason
from comments.moderation.editing import edition_in
from comments.moderation.submission import Words
from comments.reporting import REASONS
from news.ids import id_in
from news.vietnamese.letters import visible_length
from news.vietnamese.numbers import grouped
from news.vietnamese.plain import clean_line, clean_text

TEXT_ASKED = _("Vui lòng nhập bình luận của bạn")
NAME_ASKED = _("Vui lòng nhập tên của bạn ở đây")
EMAIL_WRONG = _("Địa chỉ thư này chưa đúng. Bạn có thể sửa lại hoặc để trống.")
REASON_ASKED = _("Vui lòng chọn một lý do")
HOPELESS = 10  # times the limit: so long that counting what people see isn't worth the time


class WordsField(forms.CharField):
    """Plain text with a length in characters that people see."""

    def __init__(self, lengths: tuple[int, int], lines: bool, **kwargs: Any) -> None:
        self.shortest, self.longest = lengths
        self.tidy = clean_text if lines else clean_line
        super().__init__(strip=False, **kwargs)

    def to_python(self, value: Any) -> str:
        """NFC without anything invisible. Raises ValidationError for the length, in words that say limit and count."""
        raw = super().to_python(value) or ""
        if len(raw) > self.longest * HOPELESS:
            raise self.too_long(len(raw))
        text = self.tidy(raw)
        length = visible_length(text)
        if length > self.longest or len(text) > self.longest * 4:  # what the column holds: emoji are sequences
            raise self.too_long(max(length, self.longest + 1))
        if 0 < length < self.shortest:
            message = _("Cần ít nhất %(shortest)s ký tự; hiện có %(length)s.")
            raise ValidationError(message, "too_short", {"shortest": self.shortest, "length": length})
        return text if length else ""

    def too_long(self, length: int) -> ValidationError:
        """The sentence for too long a text."""
        counts = {"longest": grouped(self.longest), "length": grouped(length)}
        return ValidationError(_("Tối đa %(longest)s ký tự; hiện có %(length)s."), "too_long", counts)


class WordsForm(forms.Form):
    """Comment and name."""

    use_required_attribute = False  # the browser's own bubble would hide our sentences

    text = WordsField(TEXT_LENGTH, lines=True, label=_("Bình luận"), error_messages={"required": TEXT_ASKED})
    name = WordsField(NAME_LENGTH, lines=False, label=_("Tên"), error_messages={"required": NAME_ASKED})


class CommentForm(WordsForm):
    """Comment, name, an optional e-mail, and a field that people don't see."""

    email = forms.EmailField(
        label=_("Thư điện tử"),
        required=False,
        max_length=254,  # what the column holds, and what mail takes (RFC 5321, section 4.5.3.1.3, without the brackets)
        error_messages={"invalid": EMAIL_WRONG, "max_length": EMAIL_WRONG},
    )
    homepage = forms.CharField(label=_("Để trống ô này"), required=False)
    sure = forms.BooleanField(required=False)  # unseen; comes with the form of who was asked to pause

    def answered(self) -> int | None:
        """The id of the comment that this one answers, 0 for what can't be one; None if it answers none."""
        raw = self.data.get("tra_loi", "")
        return (id_in(raw) or 0) if raw else None

    def key(self) -> str | None:
        """The key of the draft, as it is kept; None where no script made one."""
        return key_in(self.data.get("khoa", ""))

    def words(self) -> Words:
        """What was typed, cleaned; the form must be valid."""
        typed = self.cleaned_data
        own = {"text": typed["text"], "name": typed["name"], "email": typed["email"]}
        return Words(**own, trap=typed["homepage"], is_sure=typed["sure"])


class EditForm(WordsForm):
    """The same words put otherwise."""

    def edition(self) -> int:
        """Which wording the writer had before the eyes; -1 where the form doesn't say."""
        named = edition_in(self.data.get("lan", ""))
        return -1 if named is None else named


class SecondLookForm(forms.Form):
    """A few words with which one asks for another look, or none."""

    words = WordsField((0, PLEA_LENGTH), lines=True, label=_("Lời nhắn cho người duyệt"), required=False)


class ReportForm(forms.Form):
    """Which rule a comment breaks, and a few words where to look."""

    use_required_attribute = False

    reason = forms.ChoiceField(
        label=_("Bình luận này có vấn đề gì?"),
        choices=[(reason.value, reason.label) for reason in REASONS],
        widget=forms.RadioSelect,
        error_messages={"required": REASON_ASKED, "invalid_choice": REASON_ASKED},
    )
    words = WordsField((0, REPORT_LENGTH), lines=True, label=_("Nói thêm"), required=False)

    def why(self) -> Reason:
        """The reason that was chosen; the form must be valid."""
        return Reason(self.cleaned_data["reason"])
