"""A small tree of HTML, for markup that an HTML5 parser has already put in order."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser

DEEPEST = 40  # levels; no article nests deeper, and Python's stack has an end
VOID = {"br", "hr", "img"}


@dataclass
class Element:
    """A tag with its attributes and what it contains."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: "list[Node]" = field(default_factory=list)


Node = Element | str


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("")
        self.open = [self.root]
        self.too_deep = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        if tag in VOID:
            self.open[-1].children.append(element)
        elif len(self.open) > DEEPEST:
            self.too_deep += 1  # its contents join the last level
        else:
            self.open[-1].children.append(element)
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if self.too_deep:
            self.too_deep -= 1
        elif len(self.open) > 1:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def parse(html: str) -> list[Node]:
    """The tree of well-formed HTML, at most DEEPEST levels deep."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    return builder.root.children


def write(nodes: Iterable[Node]) -> str:
    """The HTML of the nodes."""
    return "".join(escape(node, quote=False) if isinstance(node, str) else _write_element(node) for node in nodes)


def _write_element(element: Element) -> str:
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in element.attributes.items())
    start = f"<{element.tag}{attributes}>"
    return start if element.tag in VOID else f"{start}{write(element.children)}</{element.tag}>"


def text(nodes: Iterable[Node]) -> str:
    """The letters alone."""
    return "".join(node if isinstance(node, str) else text(node.children) for node in nodes)


def find(nodes: Iterable[Node], tag: str) -> Element | None:
    """The first element with that tag, however deep."""
    for node in nodes:
        if isinstance(node, Element):
            found = node if node.tag == tag else find(node.children, tag)
            if found:
                return found
    return None
