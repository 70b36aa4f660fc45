"""How a manuscript looks: one font that has every letter of Vietnamese, black on white, room for a pencil."""

from typing import Any, cast

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from news.exporting.lines import LINK_STYLE

FONT = "Times New Roman"  # on every machine with Word, and whole for Vietnamese
LANGUAGE = "vi-VN"
BOX, QUOTE, CAPTION = "Box", "Quote", "Caption"
BLACK, BLUE = RGBColor(0, 0, 0), RGBColor(0x05, 0x4A, 0xA0)

_SIZES = {"Title": 22, "Subtitle": 14, "Heading 1": 16, "Heading 2": 14, "Caption": 11, "Header": 10, "Footer": 10}
_BOLD = {"Title", "Subtitle", "Heading 1", "Heading 2"}
_SIDES = ("top", "left", "bottom", "right")


def dress(document: Document) -> None:
    """Font, language, sizes and page of a new document."""
    _speak_vietnamese(document)
    for style in document.styles.element.iterfind(qn("w:style")):
        for fonts in [*style.iter(qn("w:rFonts"))]:
            fonts.getparent().remove(fonts)  # the theme's, which need not have our letters
    for plain in ("Title", "Subtitle"):
        for ornament in ("w:pPr/w:pBdr", "w:rPr/w:spacing"):
            for found in document.styles[plain].element.xpath(ornament):
                found.getparent().remove(found)
    document.styles["Normal"].font.size = Pt(13)
    for name, size in _SIZES.items():
        font = cast(Any, document.styles[name]).font
        font.size, font.bold, font.italic, font.color.rgb = Pt(size), name in _BOLD, name == CAPTION, BLACK
    document.styles.add_style(BOX, WD_STYLE_TYPE.PARAGRAPH).base_style = document.styles["Normal"]
    link = cast(Any, document.styles.add_style(LINK_STYLE, WD_STYLE_TYPE.CHARACTER))
    link.font.underline, link.font.color.rgb = True, BLUE
    _a4(document)


def frame(paragraph: Paragraph) -> None:
    """A line around the paragraph; neighbours share theirs, so that a box stays one."""
    borders = "".join(f'<w:{side} w:val="single" w:sz="6" w:space="6" w:color="808080"/>' for side in _SIDES)
    properties = cast(Any, paragraph._p.get_or_add_pPr())
    properties.insert_element_before(parse_xml(f"<w:pBdr {nsdecls('w')}>{borders}</w:pBdr>"), *_AFTER_BORDERS)


_AFTER_BORDERS = ("w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")  # the order that the schema asks for


def _speak_vietnamese(document: Document) -> None:
    defaults = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    fonts, language = defaults.find(qn("w:rFonts")), defaults.find(qn("w:lang"))
    fonts.attrib.clear()
    for letters in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{letters}"), FONT)
    language.set(qn("w:val"), LANGUAGE)
    language.set(qn("w:eastAsia"), LANGUAGE)
    document.settings.element.find(qn("w:themeFontLang")).set(qn("w:val"), LANGUAGE)


def _a4(document: Document) -> None:
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.5)
    page.top_margin = page.bottom_margin = Cm(2.5)
