"""A table of HTML as Word lays it out: every row with all its columns, cells that reach down said again in each row."""

from collections.abc import Iterator
from dataclasses import dataclass

from news.body.tree import Element

MOST_COLUMNS = 63  # Word's own limit
CELLS = ("td", "th")

Reaching = dict[int, tuple[int, int]]  # by first column: how many rows are left, how many columns


@dataclass
class Part:
    """A cell, or a row's part of one that began further up (`cell` is None then, as it is where a row is too short)."""

    cell: Element | None
    columns: int = 1
    merge: str = ""  # "restart" where a cell that reaches down begins, "continue" below it


@dataclass
class Row:
    """A row from left to right."""

    is_head: bool
    parts: list[Part]

    @property
    def columns(self) -> int:
        """How many columns it reaches over."""
        return sum(part.columns for part in self.parts)


def rows_of(table: Element) -> list[Row]:
    """The table's rows, all of one length. Cells beyond Word's last column are left out."""
    rows: list[Row] = []
    reaching: Reaching = {}
    for element, is_head in _elements(table):
        row, reaching = _row(element, is_head, reaching)
        rows.append(row)
    longest = max((row.columns for row in rows), default=0)
    for row in rows:
        row.parts += [Part(None)] * (longest - row.columns)
    return rows


def _elements(table: Element) -> Iterator[tuple[Element, bool]]:
    for group in table.children:
        if isinstance(group, Element) and group.tag in ("thead", "tbody"):
            for row in group.children:
                if isinstance(row, Element):
                    yield row, group.tag == "thead"


def _row(element: Element, is_head: bool, above: Reaching) -> tuple[Row, Reaching]:
    """The row, and what reaches down from it."""
    row, below = Row(is_head, []), dict[int, tuple[int, int]]()
    for cell in element.children:
        if isinstance(cell, Element) and cell.tag in CELLS:
            _go_on(row, above, below)
            if row.columns < MOST_COLUMNS:
                _put(row, cell, above, below)
    _go_on(row, above, below)
    return row, below


def _go_on(row: Row, above: Reaching, below: Reaching) -> None:
    """The parts of cells from further up that stand here."""
    while row.columns in above:
        column = row.columns
        rows, columns = above[column]
        row.parts.append(Part(None, columns, "continue"))
        if rows > 1:
            below[column] = (rows - 1, columns)


def _put(row: Row, cell: Element, above: Reaching, below: Reaching) -> None:
    column, rows = row.columns, int(cell.attributes.get("rowspan", "1")) - 1
    wanted = int(cell.attributes.get("colspan", "1"))
    columns = min([wanted, MOST_COLUMNS - column, *(taken - column for taken in above if taken > column)])
    row.parts.append(Part(cell, columns, "restart" if rows else ""))
    if rows:
        below[column] = (rows, columns)
