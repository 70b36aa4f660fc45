"""What readers see of a body: its letters with a line for each block, and which text node each letter came from."""

from dataclasses import dataclass, field

from news.body.allowed import BLOCKS, TABLE
from news.body.tree import Element, Node, parse, write

OWN_LINE = BLOCKS | TABLE


@dataclass(frozen=True)
class Mark:
    """An element that shows or leads to something, and its place in the visible text."""

    element: Element
    start: int
    end: int


@dataclass
class Piece:
    """One text node: where it is kept in the tree, and where it begins in the visible text."""

    home: list[Node]
    place: int
    start: int

    @property
    def letters(self) -> str:
        """The node's text."""
        node = self.home[self.place]
        return node if isinstance(node, str) else ""


@dataclass
class Visible:
    """A body as it reads."""

    nodes: list[Node]
    text: str = ""
    pieces: list[Piece] = field(default_factory=list)
    links: list[Mark] = field(default_factory=list)
    pictures: list[Mark] = field(default_factory=list)

    def replace(self, start: int, end: int, replacement: str) -> bool:
        """Put the replacement where start to end stands, in its text nodes; False where that is in no node at all.

        No tag moves: letter for letter each node gets its own, else the first node takes all and the others lose their
        part. To do several, begin with the last.
        """
        letter_for_letter = len(replacement) == end - start
        done = False
        for piece in self.pieces:
            letters = piece.letters
            here, there = max(start - piece.start, 0), min(end - piece.start, len(letters))
            if here < there:
                rest = "" if done else replacement
                own = replacement[piece.start + here - start : piece.start + there - start]
                piece.home[piece.place] = letters[:here] + (own if letter_for_letter else rest) + letters[there:]
                done = True
        return done

    def html(self) -> str:
        """The body again."""
        return write(self.nodes)


def visible(html: str) -> Visible:
    """The body's visible text with its links and pictures."""
    reading = Visible(parse(html))
    lines: list[str] = []
    _read(reading.nodes, reading, lines)
    reading.text = "".join(lines)
    return reading


def _read(nodes: list[Node], reading: Visible, lines: list[str], at: int = 0) -> int:
    for place, node in enumerate(nodes):
        if isinstance(node, str):
            if node.strip() or "\n" not in node:  # else the line break between two blocks of the source
                reading.pieces.append(Piece(nodes, place, at))
                at += _add(lines, node)
        elif node.tag == "img":
            reading.pictures.append(Mark(node, at, at))
        elif node.tag in OWN_LINE or node.tag == "br":
            at = _end_line(lines, _read(node.children, reading, lines, _end_line(lines, at)))
        else:
            end = _read(node.children, reading, lines, at)
            if node.tag == "a":
                reading.links.append(Mark(node, at, end))
            at = end
    return at


def _end_line(lines: list[str], at: int) -> int:
    return at + _add(lines, "\n") if lines and not lines[-1].endswith("\n") else at


def _add(lines: list[str], letters: str) -> int:
    lines.append(letters)
    return len(letters)
