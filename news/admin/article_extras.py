"""What stands under an article's text: galleries and documents, each in an order that is typed or dragged."""

from typing import Any

from django import forms
from django.core.files.base import ContentFile
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminFileFieldWidget, UnfoldAdminTextInputWidget

from news import attaching
from news.admin.bylines import PartOfArticle
from news.models import ArticleGallery, Attachment
from news.vietnamese.plain import clean_line


class GalleriesInline(PartOfArticle):
    """The article's galleries."""

    model = ArticleGallery
    fields = ("gallery", "order")
    autocomplete_fields = ("gallery",)
    ordering_field = "order"
    max_num = 10
    extra = 0


class DocumentField(forms.FileField):
    """A PDF; its value is the name it came with and the bytes."""

    widget = UnfoldAdminFileFieldWidget

    def clean(self, data: Any, initial: Any = None) -> Any:
        """Name and bytes, or None. Raises ValidationError with what is wrong with the file."""
        upload = super().clean(data, initial)
        if not upload:
            return None
        try:
            return upload.name, attaching.read_document(upload)
        except attaching.BadFile as error:
            raise forms.ValidationError(str(error)) from error


class AttachmentForm(forms.ModelForm):  # type: ignore[type-arg]
    """A document: a new file, or another name for one that is there."""

    document = DocumentField(label=_("Tệp PDF"), required=False, help_text=_("Không quá 20 MB."))

    class Meta:
        model = Attachment
        fields = ("name", "order")
        widgets = {"name": UnfoldAdminTextInputWidget()}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["document"].widget.attrs |= {"accept": "application/pdf", "aria-label": _("Tệp PDF")}

    def clean(self) -> dict[str, Any]:
        """A new row needs a file; a row without a name takes the file's."""
        cleaned = super().clean() or self.cleaned_data
        document = cleaned.get("document")
        if not self.instance.pk and not document and "document" not in self.errors:
            self.add_error("document", _("Hãy chọn tệp PDF để đính kèm."))
        name = clean_line(cleaned.get("name") or "") or (clean_line(document[0]) if document else self.instance.name)
        cleaned["name"] = name.removesuffix(".pdf")[:150] or str(_("Tài liệu"))
        return cleaned

    def save(self, commit: bool = True) -> Any:
        """The row, with the new file if there is one."""
        document = self.cleaned_data.get("document")
        if document:
            self.instance.size = len(document[1])
            self.instance.file.save("document.pdf", ContentFile(document[1]), save=False)
        return super().save(commit)


class AttachmentsInline(PartOfArticle):
    """The article's documents."""

    model = Attachment
    form = AttachmentForm
    fields = ("name", "document", "kept", "order")
    readonly_fields = ("kept",)
    ordering_field = "order"
    max_num = 20
    extra = 0

    @staticmethod
    def _address(attachment: Attachment) -> str:
        return reverse("desk:attachment", args=[attachment.pk])

    def kept(self, attachment: Attachment) -> SafeString | str:
        """The file that is there."""
        if not attachment.pk:
            return "–"
        return format_html('<a href="{}">{}</a>', self._address(attachment), attachment.file_name)

    kept.short_description = _("tệp đang giữ")  # type: ignore[attr-defined]

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        """No free row: most articles have none."""
        return 0
