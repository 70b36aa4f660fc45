"""A file of any kind: what it is, is told by its content, since people rename files."""

import hashlib
from dataclasses import replace

from django.utils.translation import gettext as _

from news.importing.manuscript import Manuscript, Unreadable
from news.importing.text import read_text
from news.importing.word import read_word

_ZIP = b"PK\x03\x04"  # .docx, and other things in a zip
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # .doc before 2007
_PDF = b"%PDF-"


def read(raw: bytes, name: str = "") -> Manuscript:
    """What the file says; `name` is only compared with what it turned out to be. Raises Unreadable with a sentence."""
    if not raw:
        raise Unreadable(_("Tệp trống."))
    if raw.startswith(_OLD_OFFICE):
        raise Unreadable(_("Đây là tệp Word kiểu cũ (.doc). Hãy mở bằng Word và lưu lại thành .docx."))
    if raw.startswith(_PDF):
        raise Unreadable(_("Đây là tệp PDF. Hãy xin bản Word (.docx) hoặc chép phần chữ vào tệp văn bản."))
    if raw.startswith(_ZIP):
        return read_word(raw)
    manuscript = read_text(raw)
    if name.lower().endswith((".docx", ".doc")):
        return replace(manuscript, notes=(*manuscript.notes, _("Tệp mang đuôi Word nhưng là văn bản thuần.")))
    return manuscript


def digest(raw: bytes) -> str:
    """The file's SHA-256, hexadecimal: the same file is known again by it."""
    return hashlib.sha256(raw).hexdigest()
