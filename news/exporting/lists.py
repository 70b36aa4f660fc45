"""Lists that Word counts itself: one pattern for dots, one for numbers, a new count for each numbered list."""

from typing import Any, cast

from docx.document import Document
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.text.paragraph import Paragraph

LEVELS = 9  # Word's own limit
STEP = 425  # twentieths of a point, 0.75 cm: how much further in each level stands
DOTS, NUMBERS = 90, 91  # ids of our patterns, above those of the template

_DOT = ("bullet", "•")


def add_patterns(document: Document) -> None:
    """Make both patterns known to the document."""
    numbering = document.part.numbering_part.element
    first_count = numbering.find(qn("w:num"))
    for pattern, look in ((DOTS, _DOT), (NUMBERS, None)):
        first_count.addprevious(parse_xml(_pattern(pattern, look)))


def new_list(document: Document, *, numbered: bool, start: int = 1) -> int:
    """The id of a list that begins here."""
    numbering = cast(Any, document.part.numbering_part.element)
    count = numbering.add_num(NUMBERS if numbered else DOTS)
    if numbered:
        for level in range(LEVELS):
            count.add_lvlOverride(ilvl=level).add_startOverride(start if level == 0 else 1)
    return int(count.numId)


def as_item(paragraph: Paragraph, list_id: int, level: int) -> None:
    """Make the paragraph an item of the list, `level` lists deep (0 is the outermost)."""
    properties = cast(Any, paragraph._p.get_or_add_pPr()).get_or_add_numPr()
    properties.get_or_add_ilvl().val = min(level, LEVELS - 1)
    properties.get_or_add_numId().val = list_id


def _pattern(number: int, look: tuple[str, str] | None) -> str:
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/>'
        f'<w:numFmt w:val="{look[0] if look else "decimal"}"/>'
        f'<w:lvlText w:val="{look[1] if look else f"%{level + 1}."}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{STEP * (level + 1)}" w:hanging="{STEP}"/></w:pPr></w:lvl>'
        for level in range(LEVELS)
    )
    return (
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}"><w:multiLevelType w:val="hybridMultilevel"/>'
        f"{levels}</w:abstractNum>"
    )
