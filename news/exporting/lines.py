"""What stands inside a paragraph: letters with their emphasis, links that work, pictures."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from django.utils.encoding import iri_to_uri
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from news.body.tree import Element, Node
from news.exporting.photos import put_picture
from news.exporting.sheet import Sheet

LINK_STYLE = "Hyperlink"
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, 2.2 Characters


@dataclass(frozen=True)
class Look:
    """How letters look, and where they lead."""

    bold: bool = False
    italic: bool = False
    raised: bool = False
    lowered: bool = False
    link: str = ""  # the relationship's id


def legal(text: str) -> str:
    """The text without what no XML file may hold."""
    return _ILLEGAL.sub("", text)


def write_line(sheet: Sheet, paragraph: Paragraph, nodes: Iterable[Node], look: Look | None = None) -> None:
    """Put the nodes at the paragraph's end."""
    look = look or Look(bold=sheet.bold)
    for node in nodes:
        if isinstance(node, str):
            _run(paragraph, look).text = legal(node)
        elif node.tag == "br":
            _run(paragraph, look).add_break()
        elif node.tag == "img":
            put_picture(sheet, _run(paragraph, look), node)
        else:
            write_line(sheet, paragraph, node.children, _look_of(sheet, node, look))


def _look_of(sheet: Sheet, element: Element, look: Look) -> Look:
    match element.tag:
        case "strong":
            return replace(look, bold=True)
        case "em":
            return replace(look, italic=True)
        case "sup":
            return replace(look, raised=True)
        case "sub":
            return replace(look, lowered=True)
        case "a":
            return replace(look, link=_relationship(sheet, element.attributes.get("href", "")))
    return look


def _relationship(sheet: Sheet, address: str) -> str:
    """The id under which the document knows the address; "" for one that no program would open."""
    try:
        whole = address if urlsplit(address).scheme else sheet.absolute(address)
        urlsplit(whole)
    except ValueError:
        return ""
    return sheet.document.part.relate_to(iri_to_uri(legal(whole)), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)


def _run(paragraph: Paragraph, look: Look) -> Run:
    run = paragraph.add_run(style=LINK_STYLE if look.link else None)
    run.bold, run.italic = look.bold or None, look.italic or None
    if look.raised:
        run.font.superscript = True
    if look.lowered:
        run.font.subscript = True
    if look.link:
        _link_at_end(paragraph, look.link).append(run._r)
    return run


def _link_at_end(paragraph: Paragraph, relationship: str) -> Any:
    """The link that the paragraph ends with if it leads there already, else a new one: a link half in bold is one link."""
    before = paragraph._p[-2] if len(paragraph._p) > 1 else None  # the run itself stands last
    if before is not None and before.tag == qn("w:hyperlink") and before.get(qn("r:id")) == relationship:
        return before
    link: Any = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), relationship)
    paragraph._p.append(link)
    return link
