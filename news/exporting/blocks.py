"""The blocks of a clean body in Word's own terms: styles, lists that count, tables with heads, pictures with captions."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from docx.shared import Twips
from docx.text.paragraph import Paragraph

from news.body.allowed import embed_service
from news.body.tree import Element, Node, find, text
from news.exporting.lines import write_line
from news.exporting.lists import STEP, as_item, new_list
from news.exporting.photos import photo_of
from news.exporting.sheet import Sheet
from news.exporting.styles import BOX, CAPTION, QUOTE, frame
from news.exporting.tables import write_table

HEADINGS = {"h2": "Heading 1", "h3": "Heading 2"}  # the headline is the title; news/importing reads them back so

_CLOSING = (".", "!", "?", "…", "”", ")")


def write_blocks(sheet: Sheet, nodes: Iterable[Node]) -> None:
    """Put the blocks at the end of the sheet's place; loose letters become a paragraph."""
    for node in nodes:
        if isinstance(node, Element):
            _write_block(sheet, node)
        elif node.strip():
            write_line(sheet, new_paragraph(sheet), [node.strip()])


def new_paragraph(sheet: Sheet, style: str = "") -> Paragraph:
    """An empty paragraph at the end."""
    paragraph = sheet.place.add_paragraph(style=style or sheet.style)
    if sheet.boxed:
        frame(paragraph)
    return paragraph


def _write_block(sheet: Sheet, element: Element) -> None:
    match element.tag:
        case "h2" | "h3":
            write_line(sheet, new_paragraph(sheet, HEADINGS[element.tag]), element.children)
        case "ul" | "ol":
            write_list(sheet, element, 0)
        case "blockquote":
            write_blocks(sheet.styled(QUOTE), element.children)
        case "aside":
            write_blocks(sheet.styled(BOX, boxed=True), element.children)
        case "figure":
            _write_figure(sheet, element)
        case "table":
            write_table(sheet, element, write_cell)
        case "hr":
            _rule(new_paragraph(sheet))
        case "p":
            write_line(sheet, new_paragraph(sheet), element.children)
        case _:
            write_line(sheet, new_paragraph(sheet), [element])


def write_list(sheet: Sheet, element: Element, level: int) -> None:
    """The list, each item with its number; lists inside items stand further in."""
    numbered = element.tag == "ol"
    start = element.attributes.get("start", "")
    list_id = new_list(sheet.document, numbered=numbered, start=int(start[:4]) if start.isdecimal() else 1)
    for item in element.children:
        if isinstance(item, Element):
            _write_item(sheet, item, list_id, level)


def _write_item(sheet: Sheet, item: Element, list_id: int, level: int) -> None:
    """The item's first line gets the number; what follows it stands under its letters."""
    paragraph = new_paragraph(sheet, "List Paragraph")
    as_item(paragraph, list_id, level)
    further = False
    for node in item.children:
        if isinstance(node, Element) and node.tag in ("ul", "ol"):
            write_list(sheet, node, level + 1)
        elif isinstance(node, Element) and node.tag == "p":
            if further:
                paragraph = new_paragraph(sheet, "List Paragraph")
                paragraph.paragraph_format.left_indent = Twips(STEP * (level + 1))
            write_line(sheet, paragraph, node.children)
            further = True
        elif isinstance(node, Element) and node.tag in ("table", "figure", "blockquote", "aside", "h2", "h3", "hr"):
            _write_block(sheet, node)
        else:
            write_line(sheet, paragraph, [node])


def _write_figure(sheet: Sheet, figure: Element) -> None:
    caption = find(figure.children, "figcaption")
    image, link = find(figure.children, "img"), find(figure.children, "a")
    paragraph = new_paragraph(sheet)
    if image:
        paragraph.paragraph_format.keep_with_next = True
        write_line(sheet, paragraph, [image])
        write_caption(sheet, caption.children if caption else [], _credit_of(sheet, image))
    elif link:
        service = embed_service(link.attributes.get("href", ""))
        write_line(sheet, paragraph, [f"{service}: " if service else "", link])
        write_caption(sheet, caption.children if caption else [])


def _credit_of(sheet: Sheet, image: Element) -> str:
    photo = photo_of(sheet, image)
    return photo.credit if photo else ""


def write_caption(sheet: Sheet, words: list[Node], credit: str = "") -> None:
    """Caption and credit under a picture; the credit once, also where the caption says it."""
    if credit and credit not in text(words):
        between = "" if not words else " " if text(words).endswith(_CLOSING) else ". "
        words = [*words, between, _("Ảnh: %(credit)s") % {"credit": credit}]
    if words:
        write_line(sheet, new_paragraph(sheet, CAPTION), words)


def write_cell(sheet: Sheet, cell: Element) -> None:
    """What stands in a cell: a line, or blocks."""
    if any(isinstance(node, Element) and node.tag in _IN_CELLS for node in cell.children):
        write_blocks(sheet, cell.children)
    else:
        write_line(sheet, new_paragraph(sheet), cell.children)


_IN_CELLS = {"p", "h2", "h3", "ul", "ol", "blockquote", "aside", "figure", "table", "hr"}


def _rule(paragraph: Paragraph) -> None:
    paragraph._p.get_or_add_pPr().append(
        parse_xml(f'<w:pBdr {nsdecls("w")}><w:bottom w:val="single" w:sz="6" w:space="1" w:color="808080"/></w:pBdr>')
    )
