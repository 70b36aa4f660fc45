"""Pieces and blocks as HTML for the desk. Everything is escaped here; no link works and nothing is loaded but own photos.

Plain strings inside, one SafeString at the door: Django's format_html for every word would take most of the time.
"""

from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from news.body.allowed import own_picture
from news.revisions.blocks import Block
from news.revisions.notes import block_name
from news.revisions.pieces import Kind, Piece
from news.revisions.words import CELL, LINE_BREAK, PICTURE, PLAIN, Look, Word

NOTHING = SafeString("")
_LINE_END = '<span aria-hidden="true">↵</span><br>'
_CELL_END = ' <span aria-hidden="true">│</span> '


class Shown(NamedTuple):
    """The words as they were (what went marked), as they are (what came marked), and one text with both."""

    before: SafeString
    after: SafeString
    both: SafeString


def shown(pieces: Iterable[Piece]) -> Shown:
    """The pieces set and marked. What is marked says aloud what it is, for those who do not see it."""
    said = {Kind.DELETED: ("del", _("bỏ:")), Kind.INSERTED: ("ins", _("thêm:"))}
    before, after, both = [], [], []
    for piece in pieces:
        if piece.kind == Kind.SAME:
            after.append(_set(piece.after))
            before.append(after[-1] if piece.before is piece.after else _set(piece.before))
            both.append(after[-1])
        else:
            both.append(_marked(*said[piece.kind], piece.before or piece.after))
            (before if piece.kind == Kind.DELETED else after).append(both[-1])
    return Shown(*(SafeString("".join(side)) for side in (before, after, both)))


def block(block: Block, words: SafeString, was: Block | None = None) -> SafeString:
    """The words in the block's own look, with its photo, and its name unless it is a plain paragraph.

    With the block that it was, a photo that was replaced is shown too, marked as gone.
    """
    plain = block.kind == "p" and not block.inside
    name = "" if plain else f'<span class="compared-name">{escape(block_name(block))}</span> '
    photos = _photos(block, was or block) if block.kind == "photo" else ""
    return SafeString(f'<div class="compared-block compared-{escape(block.kind)}">{name}{photos}{words}</div>')


def _photos(block: Block, was: Block) -> str:
    photo = _photo(block.facts["picture"], block.facts["alternative"])
    if was.facts.get("picture", "") == block.facts["picture"]:
        return photo
    gone = _photo(was.facts["picture"], was.facts["alternative"])
    return _mark("del", _("bỏ:"), gone) + _mark("ins", _("thêm:"), photo)


def _marked(tag: str, said: str, words: Sequence[Word]) -> str:
    """The words in <del> or <ins>; the space behind them stays outside."""
    return _mark(tag, said, _set([*words[:-1], words[-1]._replace(space="")])) + words[-1].space


def _mark(tag: str, said: str, inside: str) -> str:
    return f'<{tag}><span class="compared-said">{escape(said)} </span>{inside}</{tag}>'


def _set(words: Iterable[Word]) -> str:
    """The words as they are set: emphasis and links to be seen."""
    letters = [part for word in words for part in _parts(word)]
    stretches = groupby(letters, key=itemgetter(1))
    return "".join([_dressed("".join([part for part, _look in stretch]), look) for look, stretch in stretches])


def _parts(word: Word) -> Iterable[tuple[str, Look]]:
    """The word's letters, escaped, and how they look."""
    letters, space, parts = word
    if letters == LINE_BREAK:
        return ((_LINE_END, PLAIN),)
    if letters == CELL:
        return ((_CELL_END, PLAIN),)
    if letters[0] == PICTURE and len(letters) > 1:
        return ((_photo(letters[1:], parts[0][0]) + space, PLAIN),)
    if len(parts) < 2:
        return ((escape(letters) + space, parts[0][1] if parts else PLAIN),)
    return [*((escape(part), look) for part, look in parts), (space, parts[-1][1])]


def _dressed(words: str, look: Look) -> str:
    """The words within their emphasis; the space behind them stays outside."""
    if look == PLAIN:
        return words
    inside = words.rstrip()
    space = words[len(inside) :]
    for tag in sorted(look.emphasis):
        inside = f"<{tag}>{inside}</{tag}>"
    if look.address:
        inside = f'<span class="compared-link" title="{escape(look.address)}">{inside}</span>'
    return inside + space


def _photo(address: str, alternative: str) -> str:
    """One of our photos, small; a foreign one, which no clean body has, is only named."""
    own = own_picture(address)
    if not own:
        return f'<span class="compared-name">{escape(_("[ảnh: %s]") % (alternative or address))}</span>'
    return f'<img class="compared-picture" src="{escape(own)}" alt="{escape(alternative)}" loading="lazy">'
