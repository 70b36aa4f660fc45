"""Manuscripts in Word (.docx): the same understanding as plain text, and the body keeps its form."""

from functools import partial
from io import BytesIO
from typing import Any

import mammoth
from django.utils.translation import gettext as _

from news.importing.blocks import Picture
from news.importing.manuscript import Manuscript, Unreadable, understand
from news.importing.markup import blocks_of
from news.importing.package import refuse_unsafe
from news.vietnamese.encodings import convert, mend
from news.vietnamese.plain import clean_letters, clean_line

STYLES = """
p[style-name='Title'] => p:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='Heading 1'] => h2:fresh
p[style-name='heading 1'] => h2:fresh
p[style-name='Heading 2'] => h3:fresh
p[style-name='heading 2'] => h3:fresh
p[style-name='Heading 3'] => h3:fresh
p[style-name='heading 3'] => h3:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Box'] => aside.box > p:fresh
"""


def read_word(raw: bytes) -> Manuscript:
    """What the bytes of a .docx say. Raises Unreadable if it is none, is broken, or unfolds beyond reason."""
    refuse_unsafe(raw)
    pictures: list[Picture] = []
    html = _as_html(raw, pictures)
    notes = []
    blocks = blocks_of(html, clean_letters)
    disguised = mend("\n".join(block.text for block in blocks_of(html, str)))
    if disguised:
        notes.append(
            _("Chữ trong tệp theo bảng mã %(encoding)s, đã đổi sang Unicode.") % {"encoding": disguised.encoding}
        )
        blocks = blocks_of(html, lambda piece: clean_letters(convert(piece, disguised.encoding)))
    if pictures:
        notes.append(_("Có %(count)d ảnh trong tệp.") % {"count": len(pictures)})
    return understand(blocks, pictures, notes)


def _as_html(raw: bytes, pictures: list[Picture]) -> str:
    """The document as HTML; its pictures go to the list, linked ones are left out: nothing outside the file is opened."""
    keep = mammoth.images.img_element(partial(_keep, pictures))  # type: ignore[no-untyped-call]
    try:
        converted = mammoth.convert_to_html(  # type: ignore[no-untyped-call]
            BytesIO(raw),
            style_map=STYLES,
            include_embedded_style_map=False,
            external_file_access=False,
            convert_image=keep,
        )
    except Exception as error:  # a broken document breaks mammoth in ways of its own
        raise Unreadable(_("Không đọc được tệp Word. Hãy mở bằng Word rồi lưu lại.")) from error
    return str(converted.value)


def _keep(pictures: list[Picture], image: Any) -> dict[str, str]:
    with image.open() as file:
        content = file.read()
    pictures.append(Picture(content, str(image.content_type), clean_line(image.alt_text or "")))
    return {"data-picture": str(len(pictures) - 1)}
