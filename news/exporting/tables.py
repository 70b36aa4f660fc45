"""Tables: the grid, heads that come again on every page, captions above."""

from collections.abc import Callable
from typing import Any, cast

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Length
from docx.table import _Cell

from news.body.tree import Element, find
from news.exporting.grids import Part, rows_of
from news.exporting.lines import write_line
from news.exporting.photos import TEXT_WIDTH
from news.exporting.sheet import Sheet
from news.exporting.styles import CAPTION

WriteCell = Callable[[Sheet, Element], None]


def write_table(sheet: Sheet, element: Element, write_cell: WriteCell) -> None:
    """The table with its caption; `write_cell` writes what stands in a cell."""
    if caption := find(element.children, "caption"):
        paragraph = sheet.place.add_paragraph(style=CAPTION)
        paragraph.paragraph_format.keep_with_next = True
        write_line(sheet, paragraph, caption.children)
    rows = rows_of(element)
    if not rows or not rows[0].columns:
        return
    width = Length(TEXT_WIDTH // rows[0].columns)
    table = _empty_table(sheet, rows[0].columns)
    for row in rows:
        drawn = table._tbl.add_tr()
        if row.is_head:
            drawn.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        for part in row.parts:
            _write_part(sheet, _Cell(_new_cell(drawn, part, width), table), part, row.is_head, write_cell)
    sheet.place.add_paragraph().paragraph_format.space_after = Length(0)  # two tables in a row would become one


def _empty_table(sheet: Sheet, columns: int) -> Any:
    """A table without rows; its cells are added one by one, since python-docx counts them all for each it gives out."""
    place = cast(Any, sheet.place)
    table = place.add_table(0, columns)
    table.style = "Table Grid"
    return table


def _new_cell(row: Any, part: Part, width: Length) -> Any:
    cell = row.add_tc()
    cell.width = Length(width * part.columns)
    if part.columns > 1:
        cell.grid_span = part.columns
    if part.merge:
        cell.vMerge = part.merge
    return cell


def _write_part(sheet: Sheet, place: _Cell, part: Part, is_head: bool, write_cell: WriteCell) -> None:
    if part.cell is None:
        return
    empty = place.paragraphs[0]._p
    write_cell(sheet.inside(place, bold=is_head or part.cell.tag == "th"), part.cell)
    if place._tc[-1].tag == qn("w:p") and place._tc[-1] is not empty:
        place._tc.remove(empty)  # a cell ends with a paragraph, Word asks for it
