"""Tables: rows, heads and caption stay; widths, colours and layout go."""

from collections.abc import Callable, Iterable

from news.body.phrases import phrases
from news.body.removed import Removed
from news.body.tree import Element, Node, text

SCOPES = {"row", "col", "rowgroup", "colgroup"}

Blocks = Callable[[Iterable[Node], Removed], list[Element]]


def table(element: Element, removed: Removed, blocks: Blocks) -> list[Element]:
    """The table; one without a word becomes what is left of it. `blocks` makes what stands in the cells."""
    if not text(element.children).strip():
        return blocks((node for cell in _cells(element) for node in cell.children), removed)
    inside: list[Node] = []
    for child in element.children:
        if isinstance(child, str):
            continue
        if child.tag == "caption" and (words := phrases(child.children, removed)):
            inside.append(Element("caption", {}, words))
        elif child.tag in ("thead", "tbody", "tfoot"):
            rows = [_row(row, removed, blocks) for row in child.children if isinstance(row, Element)]
            inside.append(Element("thead" if child.tag == "thead" else "tbody", {}, [*rows]))
    return [Element("table", {}, inside)]


def _cells(element: Element) -> Iterable[Element]:
    for child in element.children:
        if isinstance(child, Element):
            yield from [child] if child.tag in ("td", "th", "caption") else _cells(child)


def _row(row: Element, removed: Removed, blocks: Blocks) -> Element:
    return Element("tr", {}, [_cell(cell, removed, blocks) for cell in row.children if isinstance(cell, Element)])


def _cell(cell: Element, removed: Removed, blocks: Blocks) -> Element:
    spans = {
        name: value
        for name in ("colspan", "rowspan")
        if (value := cell.attributes.get(name, "")).isdecimal() and 1 < int(value) < 100
    }
    scope = cell.attributes.get("scope", "").lower()
    attributes = {"scope": scope, **spans} if cell.tag == "th" and scope in SCOPES else spans
    made = blocks(cell.children, removed)
    only_line = len(made) == 1 and made[0].tag == "p"
    return Element(cell.tag, attributes, made[0].children if only_line else [*made])
