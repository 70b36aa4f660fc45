"""Which entries could begin where: all of them in one tree of letters, walked once from the beginning of each word."""

from collections.abc import Iterable, Iterator
from typing import Any

from comments.moderation.words.entries import Entry, Spelling, skeletons

Candidate = tuple[Entry, Spelling]
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
