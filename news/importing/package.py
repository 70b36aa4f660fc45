"""A .docx is a zip of XML files from a stranger: what is looked at before anything unfolds it."""

import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from django.utils.translation import gettext as _

from news.importing.manuscript import Unreadable

LARGEST_FILE = 25 * 1024 * 1024  # bytes, as sent
LARGEST_UNFOLDED = 100 * 1024 * 1024  # bytes of all parts together
LARGEST_XML = 20 * 1024 * 1024  # bytes of all parts that a parser reads; a long report has under one million
MOST_PARTS = 2_000
MAIN_PART = "word/document.xml"


def refuse_unsafe(raw: bytes) -> None:
    """Raises Unreadable for what is no .docx, is encrypted or broken, or would fill the memory."""
    if len(raw) > LARGEST_FILE:
        raise Unreadable(_("Tệp Word lớn hơn 25 MB; hãy bỏ bớt ảnh rồi nhập lại."))
    try:
        with ZipFile(BytesIO(raw)) as package:
            parts = package.infolist()
            _refuse_sizes(parts)
            if MAIN_PART not in package.namelist():
                raise Unreadable(_("Tệp nén này không phải bài Word (.docx)."))
            if any(_declares_entities(package.read(part)) for part in parts if _is_xml(part)):
                raise Unreadable(_("Tệp Word có khai báo không an toàn. Hãy mở bằng Word rồi lưu lại."))
    except (BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise Unreadable(_("Tệp Word bị hỏng hoặc có mật khẩu. Hãy mở bằng Word rồi lưu lại.")) from error


def _refuse_sizes(parts: list[ZipInfo]) -> None:
    """The sizes are what the zip claims; its reader stops there, so a lie only makes the file broken."""
    unfolded = sum(part.file_size for part in parts)
    parsed = sum(part.file_size for part in parts if _is_xml(part))
    if len(parts) > MOST_PARTS or unfolded > LARGEST_UNFOLDED or parsed > LARGEST_XML:
        raise Unreadable(_("Tệp Word quá lớn khi mở ra; hãy tách thành từng bài."))


def _is_xml(part: ZipInfo) -> bool:
    return part.filename.lower().endswith((".xml", ".rels"))


def _declares_entities(xml: bytes) -> bool:
    """Word never writes a DOCTYPE; whoever does wants entities. NUL bytes are UTF-16, which would hide one."""
    return b"<!DOCTYPE" in xml or b"\0" in xml
