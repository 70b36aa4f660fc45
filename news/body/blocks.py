"""Paragraphs, headings, lists, quotes, tables, boxes, photos and embeds, made of whatever came in."""

from collections.abc import Iterable

from news.body.allowed import embed_service
from news.body.phrases import BLOCKS, emphasis, is_block, phrases, trimmed
from news.body.removed import FOREIGN_EMBED, Removed
from news.body.tables import table
from news.body.tree import Element, Node, find, text
from news.body.word_lists import with_lists

HEADINGS = {
    "h1": "h2",
    "h2": "h2",
    "h3": "h3",
    "h4": "h3",
    "h5": "h3",
    "h6": "h3",
}  # the headline is the page's only h1


def blocks(nodes: Iterable[Node], removed: Removed) -> list[Element]:
    """The nodes as blocks; loose lines become paragraphs, empty ones go."""
    made: list[Element] = []
    line: list[Node] = []
    for node in with_lists(nodes):
        if isinstance(node, Element) and is_block(node):
            made += [*_paragraphs(line, removed), *_block(node, removed)]
            line = []
        else:
            line.append(node)
    return _joined(made + _paragraphs(line, removed))


def _joined(made: list[Element]) -> list[Element]:
    """Lists that go on where the one before ended are one: Word in a browser sends each item as a list of its own."""
    joined: list[Element] = []
    for block in made:
        if joined and block.tag == joined[-1].tag and _goes_on(joined[-1], block):
            joined[-1].children += block.children
        else:
            joined.append(block)
    return joined


def _goes_on(before: Element, after: Element) -> bool:
    if before.tag == "ul":
        return True
    next_number = int(before.attributes.get("start", "1")[:9]) + len(before.children)
    return before.tag == "ol" and after.attributes.get("start") == str(next_number)


def _paragraphs(line: list[Node], removed: Removed) -> list[Element]:
    """One paragraph, or several where the line is broken twice in a row."""
    parts: list[list[Node]] = [[]]
    breaks = 0
    for node in phrases(line, removed):
        if isinstance(node, Element) and node.tag == "br":
            breaks += 1
        elif breaks and isinstance(node, str) and not node.strip(" "):
            continue
        else:
            if breaks > 1:
                parts.append([])
            elif breaks:
                parts[-1].append(Element("br"))
            breaks = 0
            parts[-1].append(node)
    return [Element("p", {}, part) for part in map(trimmed, parts) if part]


def _block(element: Element, removed: Removed) -> list[Element]:
    match element.tag:
        case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
            return _heading(element, removed)
        case "p" if element.attributes.get("role") == "heading":
            level = f"h{element.attributes.get('aria-level', '1')}"
            return _heading(Element(level if level in HEADINGS else "h6", {}, element.children), removed)
        case "ul" | "ol" | "dir" | "menu":
            return _list(element, removed)
        case "blockquote":
            return _wrapped("blockquote", {}, element, removed)
        case "aside" if "box" in element.attributes.get("class", "").split():
            return _wrapped("aside", {"class": "box"}, element, removed)
        case "figure":
            return _figure(element, removed)
        case "iframe":
            return embed(element.attributes.get("src", ""), [], [], removed)
        case "table":
            return table(element, removed, blocks)
        case "hr":
            return [Element("hr")]
        case _:
            return blocks(_handed_down(element), removed)


def _handed_down(element: Element) -> list[Node]:
    """The children; emphasis that wraps whole blocks goes inside each of them."""
    if element.tag in BLOCKS or not emphasis(element):
        return element.children
    return [
        Element(child.tag, child.attributes, _handed_down(Element(element.tag, element.attributes, child.children)))
        if isinstance(child, Element) and is_block(child)
        else Element(element.tag, element.attributes, [child])
        for child in element.children
    ]


def _heading(element: Element, removed: Removed) -> list[Element]:
    """A heading is bold by itself; one without words is no heading."""
    line = phrases(element.children, removed)
    while len(line) == 1 and isinstance(line[0], Element) and line[0].tag == "strong":
        line = trimmed(line[0].children)
    if not text(line).strip():
        return _paragraphs(line, removed)
    return [Element(HEADINGS[element.tag], {}, line)]


def _list(element: Element, removed: Removed) -> list[Element]:
    """The list's items; what stands between items, as a list right inside a list does in Word, joins the one before."""
    items: list[Element] = []
    for child in element.children:
        if isinstance(child, Element) and child.tag == "li":
            items.append(Element("li", {}, [*child.children]))
        elif not isinstance(child, str) or child.strip():
            if not items:
                items.append(Element("li"))
            items[-1].children.append(child)
    for item in items:
        item.children = _item(item, removed)
    items = [item for item in items if item.children]
    tag = "ol" if element.tag == "ol" else "ul"
    start = element.attributes.get("start", "") if tag == "ol" else ""
    return [Element(tag, {"start": start} if start.isdecimal() else {}, [*items])] if items else []


def _item(item: Element, removed: Removed) -> list[Node]:
    """An item's line, then its inner lists; several paragraphs stay paragraphs."""
    made = blocks(item.children, removed)
    if made and made[0].tag == "p" and all(block.tag in ("ul", "ol") for block in made[1:]):
        return [*made[0].children, *made[1:]]
    return [*made]


def _wrapped(tag: str, attributes: dict[str, str], element: Element, removed: Removed) -> list[Element]:
    inside = blocks(element.children, removed)
    return [Element(tag, attributes, [*inside])] if inside else []


def _figure(element: Element, removed: Removed) -> list[Element]:
    """A photo with its caption, an embed with its link, or only what was inside."""
    caption = find(element.children, "figcaption")
    words = phrases(caption.children, removed) if caption else []
    others = [child for child in element.children if child is not caption]
    link = find(others, "a")
    if "embed" in element.attributes.get("class", "").split() and link and not find(others, "img"):
        return embed(link.attributes.get("href", ""), phrases(link.children, removed), words, removed)
    inside = blocks(others, removed)
    photo = find(inside, "img")
    if photo is None:
        return inside + ([Element("p", {}, words)] if words else [])
    rest = [block for block in inside if block.children != [photo]]
    if len(rest) == len(inside):  # the picture stands among words: nothing to make a figure of
        return inside + ([Element("p", {}, words)] if words else [])
    return [Element("figure", {"class": "photo"}, [photo, *_caption(words)]), *rest]


def _caption(words: list[Node]) -> list[Node]:
    return [Element("figcaption", {}, words)] if words else []


def embed(address: str, words: list[Node], caption: list[Node], removed: Removed) -> list[Element]:
    """A link to what would be embedded; a plain link where the host is not on the list, nothing without an address."""
    address = f"https:{address}" if address.startswith("//") else address
    words = words or [address]
    if embed_service(address):
        link = Element("a", {"href": address}, words)
        return [Element("figure", {"class": "embed"}, [link, *_caption(caption)])]
    removed.add(FOREIGN_EMBED)
    if not address.startswith(("https://", "http://")):
        return [Element("p", {}, line) for line in (words, caption) if text(line).strip()]
    paragraphs: list[list[Node]] = [[Element("a", {"href": address}, words)], caption]
    return [Element("p", {}, line) for line in paragraphs if line]
