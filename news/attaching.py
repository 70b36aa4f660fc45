"""Documents that readers may fetch with an article: PDF and nothing else, told by content, never by name.

A file is taken only if it opens as PDF at its first byte, closes as one, and says inside its own bounds where its table of
contents stands. It is served as a download with a policy that runs nothing.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from news.models import Article, Attachment, User
from news.revisions.under_text import Document

LARGEST_FILE = 20 * 1024 * 1024  # bytes
SMALLEST_FILE = 60  # bytes; below, no table of contents has room
END = 2048  # bytes at the end in which the file must close (ISO 32000-1, 7.5.5)

_VERSION = re.compile(rb"%PDF-[12]\.[0-9][\r\n \t%]")
_START = re.compile(rb"startxref\s{1,10}([0-9]{1,10})\s{1,10}%%EOF")
_CROSS_REFERENCE = re.compile(rb"\s{0,10}(?:xref\b|[0-9]{1,10}\s{1,10}[0-9]{1,5}\s{1,10}obj\b)")


class Upload(NamedTuple):
    """A document that is not stored yet: what it is to be called, and its bytes."""

    name: str
    content: bytes


class BadFile(Exception):
    """The file can't be attached; the message tells why."""


class TooLarge(BadFile):
    """The file has more bytes than we take."""


def read_document(upload: "UploadedFile[Any]") -> bytes:
    """The bytes of an uploaded PDF. Raises BadFile; TooLarge before anything is read."""
    if (upload.size or 0) > LARGEST_FILE:
        raise TooLarge(_("Tệp nặng quá 20 MB. Hãy giảm dung lượng rồi đính kèm lại."))
    content: bytes = upload.read()
    refuse_other_than_pdf(content)
    return content


def refuse_other_than_pdf(content: bytes) -> None:
    """Raises BadFile unless the bytes are a whole PDF."""
    if not _VERSION.match(content):
        raise BadFile(_("Chỉ đính kèm được tệp PDF. Hãy xuất tài liệu thành PDF rồi thử lại."))
    starts = _START.findall(content[-END:])
    if len(content) < SMALLEST_FILE or not starts:
        raise BadFile(_("Tệp PDF bị cụt hoặc hỏng. Hãy xuất lại rồi thử lại."))
    place = int(starts[-1])
    if not 0 < place < len(content) or not _CROSS_REFERENCE.match(content, place):
        raise BadFile(_("Tệp PDF bị cụt hoặc hỏng. Hãy xuất lại rồi thử lại."))


@contextmanager
def taken_in(article: Article, files: Sequence[Document | Upload], by: User | None) -> Iterator[tuple[Document, ...]]:
    """The documents in their order, the new ones stored as the article's own; readers get none by that.

    If what is done with them fails, the new files go again: the transaction takes back rows, not files.
    """
    stored: list[Attachment] = []
    try:
        yield tuple(file if isinstance(file, Document) else _stored(article, file, by, stored) for file in files)
    except BaseException:
        for attachment in stored:
            attachment.file.storage.delete(str(attachment.file.name))
        raise


def _stored(article: Article, upload: Upload, by: User | None, stored: list[Attachment]) -> Document:
    attachment = Attachment(article=article, name=upload.name, size=len(upload.content), uploaded_by=by)
    attachment.file.save("document.pdf", ContentFile(upload.content), save=False)
    stored.append(attachment)
    attachment.save()
    return Document(attachment.pk, attachment.name)
