"""The way of a body from whatever was pasted to what is stored."""

from dataclasses import dataclass

import nh3

from news.body import allowed
from news.body.blocks import blocks
from news.body.removed import Removed, seen_in
from news.body.tree import parse, write


@dataclass(frozen=True)
class Cleaned:
    """A clean body, and what had to go (in words, for the editor to read)."""

    html: str
    removed: tuple[str, ...] = ()


def clean(html: str) -> Cleaned:
    """The body as it may be stored: NFC, paragraphs, only what `allowed` names, no script, no foreign picture.

    Cleaning what is clean changes nothing. Visible words stay, whatever happens to the markup around them.
    """
    removed: Removed = seen_in(html)
    made = blocks(parse(_in_order(html)), removed)
    return Cleaned(_let_pass("\n".join(write([block]) for block in made)), tuple(sorted(map(str, removed))))


def _in_order(html: str) -> str:
    """Well-formed markup: what an HTML5 parser understands, of the tags that we know how to read."""
    known = allowed.PHRASES | allowed.BLOCKS | allowed.TABLE | allowed.STRANGE_PHRASES | allowed.STRANGE_BLOCKS
    return nh3.clean(
        html.replace("\0", ""),
        tags=known,
        attributes=allowed.STRANGE_ATTRIBUTES,
        clean_content_tags=allowed.UNSEEN,
        url_schemes=allowed.SCHEMES,
        link_rel=None,
    )


def _let_pass(html: str) -> str:
    return nh3.clean(
        html,
        tags=allowed.PHRASES | allowed.BLOCKS | allowed.TABLE,
        attributes=allowed.ATTRIBUTES,
        allowed_classes=allowed.CLASSES,
        url_schemes=allowed.SCHEMES,
        link_rel=None,
    )
