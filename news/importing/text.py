"""Manuscripts in plain text: blocks separated by blank lines; with no blank line at all, each line a block."""

import re
from collections.abc import Iterator
from html import escape
from itertools import chain

from django.utils.translation import gettext as _

from news.importing.blocks import Block
from news.importing.furniture import is_comment_heading
from news.importing.manuscript import Manuscript, Unreadable, understand
from news.vietnamese.encodings import Decoded, UnknownEncoding, decode
from news.vietnamese.letters import collapse
from news.vietnamese.plain import clean_text

LARGEST_TEXT = 5 * 1024 * 1024  # bytes; a novel has one or two million

_OTHER_FORMATS = re.compile(r"\s*(<!doctype|<html|<\?xml|\{\\rtf|%PDF-)", re.IGNORECASE)


def read_text(raw: bytes) -> Manuscript:
    """What the bytes of a text file say. Raises Unreadable if that is nothing, no text, or no article."""
    if len(raw) > LARGEST_TEXT:
        raise Unreadable(_("Tệp văn bản lớn hơn 5 MB; hãy tách thành từng bài."))
    try:
        decoded = decode(raw)
    except UnknownEncoding as error:
        raise Unreadable(str(error)) from error
    if _OTHER_FORMATS.match(decoded.text):
        raise Unreadable(_("Tệp này là HTML, RTF hoặc PDF. Hãy lưu lại thành văn bản thuần (.txt) hoặc Word (.docx)."))
    blocks = [Block(line, f"<p>{escape(line, quote=False)}</p>") for line in _blocks(decoded.text)]
    return understand(blocks, notes=list(_notes(decoded)))


def _notes(decoded: Decoded) -> Iterator[str]:
    if decoded.encoding != "UTF-8":
        yield _("Bảng mã của tệp: %(encoding)s.") % {"encoding": decoded.encoding}
    if decoded.eths:
        yield _("Đã đổi %(count)d chữ ð (eth) thành đ.") % {"count": decoded.eths}


def _blocks(text: str) -> list[str]:
    """Each block on one line. The heading of a comment form is one of its own, and the form below it is judged apart."""
    stretches: list[list[str]] = [[]]
    for line in clean_text(text).split("\n"):
        if is_comment_heading(line):
            stretches += [[line], []]
        else:
            stretches[-1].append(line)
    return list(chain.from_iterable(_blocks_of("\n".join(lines).strip()) for lines in stretches))


def _blocks_of(stretch: str) -> list[str]:
    parts = stretch.split("\n\n") if "\n\n" in stretch else stretch.split("\n")
    return [collapse(part) for part in parts if part]
