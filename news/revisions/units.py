"""What people change as one when two versions come together: a sentence of a text, a block of a body."""

import re
from collections.abc import Sequence
from functools import cached_property

from news.body.tree import Element, Node, text, write
from news.revisions.blocks import BLOCK_TAGS

SPLITTABLE = {"ul", "ol", "blockquote", "aside"}  # in these, people may change different blocks without a clash
_WORD = re.compile(r"\w+")


class Sentence:
    """A sentence with the white space behind it, which makes no difference."""

    family = "text"

    def __init__(self, text: str) -> None:
        self.text = text
        self.key = text.strip()

    @cached_property
    def bag(self) -> frozenset[str]:
        """Its different words; itself where it has none."""
        return frozenset(_WORD.findall(self.text)) or frozenset((self.key,))


class BodyUnit:
    """A block of a body (or loose text) and what is written behind it."""

    def __init__(self, node: Node, behind: str) -> None:
        self.node = node
        self.tag = node.tag if isinstance(node, Element) else ""
        self.key = write([node])
        self.text = self.key + behind
        self.family = self.tag if self.tag in {*SPLITTABLE, "table", "figure", "hr"} else "text"

    @cached_property
    def bag(self) -> frozenset[str]:
        """Its different words; itself where it has none."""
        words = text(self.node.children) if isinstance(self.node, Element) else self.node
        return frozenset(_WORD.findall(words)) or frozenset((self.key,))

    @property
    def frame(self) -> tuple[str, str] | None:
        """The tags around its blocks if people may change these apart, else None."""
        if not isinstance(self.node, Element) or self.tag not in SPLITTABLE:
            return None
        start, _between, end = write([Element(self.tag, self.node.attributes)]).partition("><")
        return f"{start}>", f"<{end}"


def body_units(nodes: Sequence[Node], behind: str = "") -> list[BodyUnit]:
    """The nodes as units. White space between blocks is none; loose phrases are paragraphs."""
    made: list[BodyUnit] = []
    loose: list[Node] = []
    for node in [*nodes, None]:
        if node is not None and not (isinstance(node, Element) and node.tag in BLOCK_TAGS):
            loose.append(node)
            continue
        if text(loose).strip() or any(isinstance(one, Element) for one in loose):
            made.append(BodyUnit(Element("p", {}, loose), behind))
        loose = []
        if node is not None:
            made.append(BodyUnit(node, behind))
    return made
