"""The pieces of a file, before anybody knows which one is the headline."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_PICTURE = re.compile(r"<img\b[^>]*\bdata-picture=[^>]*>")


@dataclass(frozen=True)
class Block:
    """A paragraph, heading, list, table or picture of a file, in order."""

    text: str  # one line of plain text; empty for a picture
    html: str  # the same for the body
    is_line: bool = True  # a paragraph or heading; else a list or table

    def pictures(self) -> "Iterator[Block]":
        """Each picture inside as a block of its own."""
        return (Block(text="", html=f"<p>{mark}</p>") for mark in _PICTURE.findall(self.html))


@dataclass(frozen=True)
class Picture:
    """A picture that came inside a file. In the body `<img data-picture="N">` marks its place, N counting from 0."""

    content: bytes
    content_type: str
    alt: str
