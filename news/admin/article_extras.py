"""What stands under an article's text: galleries and documents, each in an order that is typed or set by buttons.

Both belong to the revision. A file that comes is stored when the text is kept; one that is taken off stays for the
revisions that have it.
"""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminFileFieldWidget, UnfoldAdminTextInputWidget, UnfoldBooleanWidget

from news import attaching
from news.admin.revised_rows import RevisedInline, RevisedRow, RevisedRows
from news.admin.theme import display
from news.attaching import Upload
from news.ids import id_in
from news.models import ArticleGallery, Attachment
from news.revisions.content import Content
from news.revisions.under_text import Document
from news.vietnamese.letters import nfc
from news.vietnamese.plain import clean_line


class GalleryForm(RevisedRow):
    """A place; one without a gallery is no place."""

    names = "gallery"


class GalleryFormSet(RevisedRows):
    """Reads rows into galleries."""

    def changes(self) -> dict[str, Any]:
        """The galleries."""
        return {"galleries": tuple(dict.fromkeys(row["gallery"].pk for row in self.kept()))}


class GalleriesInline(RevisedInline):
    """The article's galleries."""

    model = ArticleGallery
    form = GalleryForm
    formset = GalleryFormSet
    fields = ("gallery", "order", "move")
    autocomplete_fields = ("gallery",)
    ordering_field = "order"
    max_num = 10

    def first_rows(self, content: Content) -> list[dict[str, Any]]:
        """The galleries."""
        return gallery_rows(content)

    def shown(self, rows: "QuerySet[Any]") -> "QuerySet[Any]":
        """Not those of a waiting draft."""
        return rows.filter(waiting=False)


class DocumentInput(UnfoldAdminFileFieldWidget):
    """Choosing a file; of a document that is there the way to it instead."""

    kept: Attachment | None = None
    chosen = ""  # the file that came with a form that was refused: no page can hand it back

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """The link, or the field with a hint where the file must be chosen again."""
        if self.kept:
            return link_to(self.kept)
        field: SafeString = super().render(name, value, attrs, renderer)
        if not self.chosen:
            return field
        return format_html('{}<p class="desk-hint">{}</p>', field, _("Chọn lại tệp %(name)s") % {"name": self.chosen})


class DocumentField(forms.FileField):
    """A PDF; its value is the name it came with and the bytes."""

    widget = DocumentInput

    def clean(self, data: Any, initial: Any = None) -> Any:
        """Name and bytes, or None. Raises ValidationError with what is wrong with the file."""
        upload = super().clean(data, initial)
        if not upload:
            return None
        try:
            return upload.name, attaching.read_document(upload)
        except attaching.BadFile as error:
            raise forms.ValidationError(str(error)) from error


class AttachmentForm(RevisedRow):
    """A document: a new file, or another name for one that is there (`attachment`, its id)."""

    names = "attachment"
    by_itself = False  # see RevisedRows
    attachment = forms.IntegerField(required=False, widget=forms.HiddenInput())
    document = DocumentField(label=_("Tệp PDF"), required=False, help_text=_("Không quá 20 MB."))
    off = forms.BooleanField(label=_("Bỏ"), required=False, widget=UnfoldBooleanWidget())

    class Meta:
        model = Attachment
        fields = ("name", "order")
        widgets = {"name": UnfoldAdminTextInputWidget()}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["document"].widget.attrs |= {"accept": "application/pdf", "aria-label": _("Tệp PDF")}
        if self.instance.pk:
            self.fields["document"].widget.kept = self.instance
        self.fields["off"].widget.attrs["aria-label"] = _("Bỏ tệp này khỏi bài")

    def clean_attachment(self) -> int | None:
        """The id of a document that the article has. Raises ValidationError for another one."""
        named: int | None = self.cleaned_data["attachment"]
        if named is not None and self.instance.pk != named:
            raise forms.ValidationError(_("Tệp này không phải của bài. Hãy chọn lại tệp PDF."))
        return named

    def clean(self) -> dict[str, Any]:
        """A new row needs a file; a row without a name takes the file's, or the one that it had."""
        cleaned = super().clean() or self.cleaned_data
        document = cleaned.get("document")
        stands = cleaned.get("attachment") or document or cleaned.get("off") or "document" in self.errors
        if cleaned.get("name") and not (stands or self.by_itself):
            self.add_error("document", _("Hãy chọn tệp PDF để đính kèm."))
        self.fields["document"].widget.chosen = document[0] if document else ""
        name = clean_line(cleaned.get("name") or "") or (clean_line(document[0]) if document else self.instance.name)
        cleaned["name"] = nfc(name).removesuffix(".pdf")[:150] or str(_("Tài liệu"))
        return cleaned


class AttachmentFormSet(RevisedRows):
    """Reads rows into documents; each row knows the file that it has."""

    @cached_property
    def known(self) -> dict[int, Attachment]:
        """The documents that were ever attached to the article, by id; asked for once a row names one."""
        return self.instance.attachments.in_bulk() if self.instance.pk else {}

    def _construct_form(self, i: int, **kwargs: Any) -> Any:
        named = self.data.get(f"{self.prefix}-{i}-attachment") if self.is_bound else self._first(i).get("attachment")
        if (pk := id_in(str(named or ""))) and (attachment := self.known.get(pk)):
            kwargs["instance"] = attachment
        form = super()._construct_form(i, **kwargs)  # type: ignore[misc]  # Django's stubs leave it out
        form.by_itself = self.by_itself
        form.initial |= self._first(i)  # stronger than what readers see of the document
        return form

    def _first(self, row: int) -> dict[str, Any]:
        rows = self.initial_extra or ()
        return rows[row] if row < len(rows) else {}

    def is_kept(self, row: Any) -> bool:
        """A document that is there or comes, and isn't taken off."""
        return bool(row.get("attachment") or row.get("document")) and not row.get("off") and not row.get("DELETE")

    def documents(self) -> Sequence[Document | Upload]:
        """The documents in their order, each once, new ones among them."""
        rows = {row["attachment"] or f"new {place}": row for place, row in enumerate(self.kept())}
        return [
            Document(row["attachment"], row["name"]) if row["attachment"] else Upload(row["name"], row["document"][1])
            for row in rows.values()
        ]

    def changes(self) -> dict[str, Any]:
        """The documents that are stored already."""
        return {"attachments": tuple(file for file in self.documents() if isinstance(file, Document))}


class AttachmentsInline(RevisedInline):
    """The article's documents. One is taken off by its box: a row that vanishes could not be brought back."""

    model = Attachment
    form = AttachmentForm
    formset = AttachmentFormSet
    readonly_fields = ("kept", "move")
    ordering_field = "order"
    can_delete = False
    max_num = 20

    def first_rows(self, content: Content) -> list[dict[str, Any]]:
        """The documents as the revision calls them."""
        return document_rows(content)

    def shown(self, rows: "QuerySet[Any]") -> "QuerySet[Any]":
        """Neither those of a waiting draft nor those that were taken off."""
        return rows.filter(shown=True)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """For those who only look, what the document is called and the way to it."""
        if not self.has_change_permission(request, obj):
            return "name", "kept"
        return "attachment", "name", "document", "order", "move", "off"

    @display(description=_("tệp đang giữ"))
    def kept(self, attachment: Attachment) -> SafeString:
        """The file that is there."""
        return link_to(attachment)


def link_to(attachment: Attachment) -> SafeString:
    """The way to the file for those at the desk."""
    return format_html('<a href="{}">{}</a>', reverse("desk:attachment", args=[attachment.pk]), attachment.file_name)


def gallery_rows(content: Content) -> list[dict[str, Any]]:
    """The first values of the galleries' rows."""
    return [{"gallery": pk, "order": place} for place, pk in enumerate(content.galleries or ())]


def document_rows(content: Content) -> list[dict[str, Any]]:
    """The first values of the documents' rows."""
    documents = enumerate(content.attachments or ())
    return [{"attachment": pk, "name": name, "order": place} for place, (pk, name) in documents]
