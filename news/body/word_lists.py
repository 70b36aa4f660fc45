"""Word's lists, which on the clipboard are paragraphs that only look like items, made lists again."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from news.body.tree import Element, Node, text

_LEVEL = re.compile(r"mso-list\s*:\s*l[0-9]+\s+level([1-9])", re.IGNORECASE)
_MARK = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
_TYPED_MARK = re.compile(r"\s*(?:[·•▪§o–-]|\(?[0-9]{1,3}[.)])[\s\xa0]+")
_NUMBER = re.compile(r"\s*\(?(?:([0-9]{1,3})|[a-z]|[ivx]{1,5})[.)]", re.IGNORECASE)


@dataclass
class _Item:
    level: int  # 1 is the outermost
    mark: str
    children: list[Node]


def with_lists(nodes: Iterable[Node]) -> list[Node]:
    """The nodes with each run of list paragraphs as one list."""
    made: list[Node] = []
    items: list[_Item] = []
    for node in nodes:
        if item := _item(node):
            items.append(item)
        elif not (items and isinstance(node, str) and not node.strip()):
            made += [*_lists(items), node]
            items = []
    return made + _lists(items)


def _item(node: Node) -> _Item | None:
    if isinstance(node, str) or node.tag != "p":
        return None
    level = _LEVEL.search(node.attributes.get("style", ""))
    if level is None:
        return None
    marks: list[Node] = []
    children = _without_marks(node.children, marks)
    mark = text(marks) if marks else _take_typed_mark(children)
    return _Item(int(level[1]), mark, children)


def _without_marks(nodes: list[Node], marks: list[Node]) -> list[Node]:
    """The nodes without the dots and numbers that Word put there; those go to `marks`."""
    kept: list[Node] = []
    for node in nodes:
        if isinstance(node, Element):
            if _MARK.search(node.attributes.get("style", "")):
                marks.append(node)
                continue
            node = Element(node.tag, node.attributes, _without_marks(node.children, marks))
        kept.append(node)
    return kept


def _take_typed_mark(nodes: list[Node]) -> str:
    """Take the dot or number off the first letters, for programs that don't say which span it is; "" if there is none."""
    mark = _TYPED_MARK.match(text(nodes))
    if mark is None:
        return ""
    _take(nodes, len(mark[0]))
    return mark[0]


def _take(nodes: list[Node], count: int) -> int:
    """Take that many letters off the beginning; how many are still to be taken."""
    for place, node in enumerate(nodes):
        if not count:
            break
        if isinstance(node, str):
            nodes[place] = node[count:]
            count -= min(count, len(node))
        else:
            count = _take(node.children, count)
    return count


def _lists(items: list[_Item]) -> list[Node]:
    """The items as lists, deeper ones inside the item before them."""
    made: list[Node] = []
    while items:
        level, numbered = items[0].level, bool(_NUMBER.match(items[0].mark))
        many = next(
            (
                place
                for place, item in enumerate(items)
                if item.level < level or (item.level == level and bool(_NUMBER.match(item.mark)) != numbered)
            ),
            len(items),
        )
        made.append(_list(items[:many], level, numbered))
        items = items[many:]
    return made


def _list(items: list[_Item], level: int, numbered: bool) -> Element:
    made = Element("ol" if numbered else "ul")
    first = _NUMBER.match(items[0].mark)
    if numbered and first and first[1] and first[1] != "1":
        made.attributes["start"] = first[1]
    deeper: list[_Item] = []
    for item in [*items, None]:
        if item and item.level > level:
            deeper.append(item)
            continue
        if deeper:
            made.children[-1].children += _lists(deeper)  # type: ignore[union-attr]
            deeper = []
        if item:
            made.children.append(Element("li", {}, item.children))
    return made
