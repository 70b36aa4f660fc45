"""Which entries could begin where: all of them in one tree of letters, walked once from the beginning of each word."""

from collections.abc import Iterable, Iterator
from typing import Any

from comments.moderation.words.entries import Entry, Spelling, skeletons

Candidate = tuple[Entry, Spelling]
WILD = "\ue000"  # stands in a walk for one letter, whichever it is; a code point that nobody types
Node = dict[str, Any]  # a letter leads on to a Node; "" holds the candidates that end here


def plant(entries: Iterable[Entry]) -> Node:
    """The tree of all entries' spellings."""
    root: Node = {}
    for entry in entries:
        for spelling in entry.spellings:
            for letters in skeletons(spelling):
                node = root
                for letter in letters:
                    node = node.setdefault(letter, {})
                node.setdefault("", []).append((entry, spelling))
    return root


def walk(root: Node, letters: str, start: int) -> Iterator[Candidate]:
    """Whatever could begin at `start` of the letters (a skeleton without gaps): repeats are passed over."""
    node, last = root, ""
    for letter in letters[start:] if start else letters:
        if letter == last:
            continue
        step = node.get(letter)
        if step is None:
            return
        node, last = step, letter
        if "" in node:
            yield from node[""]


def walk_masked(root: Node, letters: str, start: int) -> Iterator[tuple[Candidate, str]]:
    """The same where WILD may be any letter; each candidate with the letters that WILD stood for."""
    ways: list[tuple[Node, int, str, str]] = [(root, start, "", "")]
    while ways:
        node, at, last, filled = ways.pop()
        if filled and "" in node:
            yield from ((candidate, filled) for candidate in node[""])
        for place in range(at, len(letters)):
            letter = letters[place]
            if letter == WILD:
                ways += [(child, place + 1, key, filled + key) for key, child in node.items() if key]
                break
            if letter == last:
                continue
            if letter not in node:
                break
            node, last = node[letter], letter
            if filled and "" in node:
                yield from ((candidate, filled) for candidate in node[""])
