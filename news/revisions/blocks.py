"""A clean body as a row of blocks: each paragraph, heading, item, row, photo and embed with its words."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from news.body.tree import Element, Node, find, text
from news.revisions.words import CELL, LINE_BREAK, PICTURE, PLAIN, Look, Word, words_of

CONTAINERS = {"ul", "ol", "blockquote", "aside", "table", "thead", "tbody"}
FIGURES = {"photo", "embed"}
_LINES = {"p", "h2", "h3", "caption", "figcaption"}
_EMPHASIS = {"strong", "em", "sup", "sub"}
BLOCK_TAGS = {*CONTAINERS, *_LINES, "li", "tr", "th", "td", "figure", "hr"}


class Block:
    """One block: what kind, inside which containers, its words, and the facts that are no words (a photo's address)."""

    def __init__(self, kind: str, inside: tuple[str, ...], words: Iterable[Word], facts: dict[str, str]) -> None:
        self.kind, self.inside, self.words, self.facts = kind, inside, tuple(words), facts

    @cached_property
    def letters(self) -> tuple[str, ...]:
        """The words without their looks."""
        return tuple(word.letters for word in self.words)

    @cached_property
    def key(self) -> tuple[str, ...]:
        """What makes it the same text, whatever it looks like; a picture's address where there is no word."""
        return (self.family, *(self.letters or (self.facts.get("picture", ""),)))

    @cached_property
    def bag(self) -> frozenset[str]:
        """Its different words: what a likeness is measured by."""
        return frozenset(self.letters or self.key)

    @property
    def family(self) -> str:
        """Only blocks of one family are versions of each other."""
        return self.kind if self.kind in {*FIGURES, "row", "rule"} else "text"

    def looks_like(self, other: "Block") -> bool:
        """Whether nothing differs that a reader could see, white space aside. The words are the same already."""
        mine, yours = (self.kind, self.inside, self.facts), (other.kind, other.inside, other.facts)
        return mine == yours and all(one.parts == its.parts for one, its in zip(self.words, other.words, strict=True))

    def __eq__(self, other: object) -> Any:
        return isinstance(other, Block) and self.key == other.key and self.looks_like(other)

    __hash__ = None  # type: ignore[assignment]


def blocks(nodes: Iterable[Node], inside: tuple[str, ...] = ()) -> Iterator[Block]:
    """The blocks of the nodes in order; loose phrases are paragraphs."""
    line: list[Node] = []
    for node in nodes:
        if isinstance(node, Element) and node.tag in BLOCK_TAGS:
            yield from _loose(line, inside)
            line = []
            yield from _block(node, inside)
        else:
            line.append(node)
    yield from _loose(line, inside)


def _loose(line: list[Node], inside: tuple[str, ...]) -> Iterator[Block]:
    if text(line).strip() or find(line, "img"):
        yield Block("p", inside, _words(line), {})


def _block(element: Element, inside: tuple[str, ...]) -> Iterator[Block]:
    match element.tag:
        case "figure":
            yield _figure(element, inside)
        case "hr":
            yield Block("rule", inside, (), {})
        case "li":
            yield from _item(element, inside)
        case "tr":
            yield _row(element, inside)
        case "ol" if element.attributes.get("start"):
            for place, block in enumerate(blocks(element.children, (*inside, "ol"))):
                facts = block.facts if place else {**block.facts, "start": element.attributes["start"]}
                yield Block(block.kind, block.inside, block.words, facts)
        case tag if tag in CONTAINERS:
            yield from blocks(element.children, (*inside, tag))
        case _:
            yield Block(element.tag, inside, _words(element.children), {})


def _item(element: Element, inside: tuple[str, ...]) -> Iterator[Block]:
    """The item's line, then what else stands in it."""
    first, *rest = [*blocks(element.children, inside)] or [Block("p", inside, (), {})]
    is_line = first.kind == "p" and first.inside == inside
    yield Block("li", inside, first.words, first.facts) if is_line else first
    yield from rest


def _row(element: Element, inside: tuple[str, ...]) -> Block:
    cells = [cell for cell in element.children if isinstance(cell, Element)]
    words: list[Word] = []
    for cell in cells:
        words += [*([Word(CELL)] if words or cell is not cells[0] else []), *_words(cell.children)]
    shape = " ".join(
        " ".join([cell.tag, *(f"{name}={value}" for name, value in cell.attributes.items())]) for cell in cells
    )
    return Block("row", inside, words, {"cells": shape})


def _figure(element: Element, inside: tuple[str, ...]) -> Block:
    picture = find(element.children, "img")
    if picture is None:
        return Block("embed", inside, _words(element.children), {})
    facts = {"picture": picture.attributes.get("src", ""), "alternative": picture.attributes.get("alt", "")}
    return Block("photo", inside, _words(child for child in element.children if child is not picture), facts)


def _words(nodes: Iterable[Node]) -> Iterator[Word]:
    """The words of everything inside, however deep; inner blocks are set off by line breaks."""
    parts: list[tuple[str, Look]] = []
    for piece, look in _line(nodes, PLAIN):
        if isinstance(piece, str):
            parts.append((piece, look))
            continue
        yield from words_of(parts)
        parts = []
        yield piece
    yield from words_of(parts)


def _line(nodes: Iterable[Node], look: Look) -> Iterator[tuple[str | Word, Look]]:
    for place, node in enumerate(nodes):
        if isinstance(node, str):
            if node:
                yield node, look
        elif node.tag == "br":
            yield Word(LINE_BREAK), look
        elif node.tag == "img":
            yield Word(PICTURE + node.attributes.get("src", ""), "", ((node.attributes.get("alt", ""), look),)), look
        else:
            if place and node.tag in BLOCK_TAGS:
                yield Word(LINE_BREAK), look
            yield from _line(node.children, _with(look, node))


def _with(look: Look, element: Element) -> Look:
    if element.tag in _EMPHASIS:
        return look._replace(emphasis=look.emphasis | {element.tag})
    if element.tag == "a":
        return look._replace(address=element.attributes.get("href", ""), title=element.attributes.get("title", ""))
    return look
