"""What stands inside a paragraph: text, emphasis, links, line breaks, pictures."""

import re
from collections.abc import Iterable
from unicodedata import category

from news.body.allowed import BLOCKS as OWN_BLOCKS
from news.body.allowed import SCHEMES, STRANGE_BLOCKS, TABLE, own_picture
from news.body.removed import FOREIGN_PICTURE, PICTURE_WITHOUT_FILE, Removed
from news.body.tree import Element, Node, find, text
from news.vietnamese.plain import clean_letters

BLOCKS = OWN_BLOCKS | TABLE | STRANGE_BLOCKS
EMPHASIS = {"b": "strong", "strong": "strong", "i": "em", "em": "em"}

_BOLD = re.compile(r"(?<![-\w])font-weight\s*:\s*(bold|[6-9]00)", re.IGNORECASE)
_ITALIC = re.compile(r"(?<![-\w])font-style\s*:\s*(italic|oblique)", re.IGNORECASE)
_PLAIN = re.compile(r"(?<![-\w])font-(weight|style)\s*:\s*(normal|[1-5]00)", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\r\n\f\xa0]+")  # a hard space in pasted text is the other program's, not the writer's
_WORD = re.compile(r"[\w\s]")
_LONGEST_EMOJI = 16  # code points; a family of four with skin tones has eleven
_LENGTH = re.compile(r"[0-9]{1,5}")


def is_block(node: Node) -> bool:
    """Whether the node is a block, or a phrase that wraps one (as Google Docs does with `<b>`)."""
    return isinstance(node, Element) and (node.tag in BLOCKS or any(map(is_block, node.children)))


def phrases(nodes: Iterable[Node], removed: Removed) -> list[Node]:
    """The nodes as one line, trimmed; a block among them is set off by a space."""
    return trimmed(_line(nodes, removed))


def _line(nodes: Iterable[Node], removed: Removed) -> list[Node]:
    line: list[Node] = []
    for node in nodes:
        for part in _phrase(node, removed):
            _append(line, part)
    return line


def _phrase(node: Node, removed: Removed) -> list[Node]:
    if isinstance(node, str):
        return [_SPACES.sub(" ", clean_letters(node))]
    if node.tag == "br":
        return [Element("br")]
    if node.tag == "img":
        return _picture(node, removed)
    inside = _line(node.children, removed)
    if node.tag in BLOCKS:
        return [" ", *inside, " "]
    if not text(inside).strip() or find(inside, "img"):
        return inside
    if node.tag == "a":
        return _link(node, inside)
    return emphasised(node, inside)


def emphasis(element: Element) -> list[str]:
    """The tags that say what the element's look says: `strong`, `em`, both or none."""
    style = element.attributes.get("style", "")
    if element.tag in EMPHASIS:
        return [] if _PLAIN.search(style) else [EMPHASIS[element.tag]]
    if element.tag in ("sup", "sub"):
        return [element.tag]
    return [tag for tag, look in (("strong", _BOLD), ("em", _ITALIC)) if look.search(style)]


def emphasised(element: Element, inside: list[Node]) -> list[Node]:
    """The nodes inside, within whatever emphasis the element stands for."""
    for tag in emphasis(element):
        inside = [Element(tag, {}, _without(tag, inside))]
    return inside


def _without(tag: str, nodes: list[Node]) -> list[Node]:
    """The nodes with that tag taken off: what is bold in bold is bold once."""
    line: list[Node] = []
    for node in nodes:
        if isinstance(node, Element):
            node.children = _without(tag, node.children)
        for part in node.children if isinstance(node, Element) and node.tag == tag else [node]:
            _append(line, part)
    return line


def _link(element: Element, inside: list[Node]) -> list[Node]:
    address = element.attributes.get("href", "").strip()
    if address.startswith("//"):
        address = f"https:{address}"
    scheme = re.match(r"([a-z][a-z0-9+.-]*):", address, re.IGNORECASE)
    if not address or (scheme and scheme[1].lower() not in SCHEMES):
        return inside
    title = element.attributes.get("title", "").strip()
    return [Element("a", {"href": address} | ({"title": title} if title else {}), _without("a", inside))]


def _picture(element: Element, removed: Removed) -> list[Node]:
    source = element.attributes.get("src", "")
    own = own_picture(source)
    alternative = _SPACES.sub(" ", clean_letters(element.attributes.get("alt", ""))).strip()
    if not own and is_emoji(alternative):
        return [alternative]
    if not own:
        removed.add(FOREIGN_PICTURE if source else PICTURE_WITHOUT_FILE)
        return []
    sizes = {name: element.attributes.get(name, "") for name in ("width", "height")}
    sizes = {name: value for name, value in sizes.items() if _LENGTH.fullmatch(value)}
    return [Element("img", {"src": own, "alt": alternative, **sizes})]


def is_emoji(words: str) -> bool:
    """Whether the words are one picture letter: social networks draw them as images and say here which it is."""
    return (
        0 < len(words) <= _LONGEST_EMOJI and any(category(sign) == "So" for sign in words) and not _WORD.search(words)
    )


def _append(line: list[Node], node: Node) -> None:
    """Put the node at the end; text joins text, bold joins bold."""
    last = line[-1] if line else None
    if isinstance(node, str) and isinstance(last, str):
        line[-1] = _SPACES.sub(" ", last + node)
    elif (
        isinstance(node, Element)
        and isinstance(last, Element)
        and node.tag == last.tag
        and node.tag in ("strong", "em")
    ):
        for child in node.children:
            _append(last.children, child)
    elif node != "":
        line.append(node)


def trimmed(line: list[Node]) -> list[Node]:
    """The line without spaces and line breaks at its ends."""
    line = list(line)
    while line and _is_blank(line[0]):
        line.pop(0)
    while line and _is_blank(line[-1]):
        line.pop()
    if line and isinstance(line[0], str):
        line[0] = line[0].lstrip(" ")
    if line and isinstance(line[-1], str):
        line[-1] = line[-1].rstrip(" ")
    return line


def _is_blank(node: Node) -> bool:
    return not node.strip(" ") if isinstance(node, str) else node.tag == "br"
