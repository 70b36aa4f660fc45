"""What changed between two versions: of a line of text, and of a whole body through its formatting.

A comparison is a list of rows. Each is shown as two columns (left, right) or as one (whole); all HTML in them is safe.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from html import unescape

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from news.body.tree import Element, Node, parse, write
from news.revisions import showing
from news.revisions.alignment import matches
from news.revisions.blocks import Block, blocks
from news.revisions.notes import notes
from news.revisions.pairing import pairs
from news.revisions.pieces import Kind, Piece, pieces
from news.revisions.words import leading_space, words
from news.vietnamese.letters import visible_length

_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_MEASURES = {"width", "height"}  # of a picture: taken from the file, not from the editor


class RowKind(StrEnum):
    """What became of a block."""

    SAME = "same"
    CHANGED = "changed"  # other words
    RESHAPED = "reshaped"  # the same words in another form; the notes say in which
    DELETED = "deleted"
    INSERTED = "inserted"


@dataclass(frozen=True)
class Row:
    """A block of either version, or of both: HTML for two columns, for one, and sentences about its form."""

    kind: RowKind
    left: SafeString
    right: SafeString
    whole: SafeString
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class TextPiece:
    """A stretch of text: the same on both sides (but for white space), deleted (no after) or inserted (no before)."""

    kind: Kind
    before: str
    after: str


def compare_text(before: str, after: str) -> list[TextPiece]:
    """Two lines of plain text word by word. All `before` joined are the text before, all `after` the text after."""
    made = [TextPiece(piece.kind, _text(piece, 0), _text(piece, 1)) for piece in pieces(words(before), words(after))]
    space = leading_space(before), leading_space(after)
    return [TextPiece(Kind.SAME, *space), *made] if any(space) else made


def text_row(before: str, after: str) -> Row:
    """Two lines of plain text as a row, such as a headline."""
    made = pieces(words(before), words(after))
    return Row(RowKind.CHANGED if _has_other_words(made) else RowKind.SAME, *showing.shown(made))


def compare_bodies(before: str, after: str) -> list[Row]:
    """Two clean bodies block by block, and word by word inside a block that changed. Nothing that differs is lost."""
    trees = parse(before), parse(after)
    old, new = (list(blocks(tree)) for tree in trees)
    rows = list(_rows(old, new))
    if all(row.kind == RowKind.SAME for row in rows) and _as_written(trees[0]) != _as_written(trees[1]):
        rows.append(_only_a_note(_("Cách chia danh sách, hộp, trích dẫn hoặc bảng thay đổi.")))
    return rows


def size_of_change(before: str, after: str) -> tuple[int, int]:
    """How many visible characters came and went between two versions, text or HTML: (inserted, deleted)."""
    if before == after:
        return 0, 0
    old, new = ([word.letters for word in words(_letters_alone(text))] for text in (before, after))
    same = matches(old, new)
    came = _between(new, [(match.after, match.length) for match in same])
    went = _between(old, [(match.before, match.length) for match in same])
    return visible_length("".join(came)), visible_length("".join(went))


def _between(letters: Sequence[str], same: Sequence[tuple[int, int]]) -> Iterator[str]:
    """The words outside the stretches (place, length) that stayed."""
    starts = [0, *(place + length for place, length in same)]
    ends = [*(place for place, _length in same), len(letters)]
    for start, end in zip(starts, ends, strict=True):
        yield from letters[start:end]


def _text(piece: Piece, side: int) -> str:
    return "".join(word.letters + word.space for word in (piece.before, piece.after)[side])


def _letters_alone(text: str) -> str:
    return unescape(_TAG.sub(" ", text)) if "<" in text else text


def _rows(old: Sequence[Block], new: Sequence[Block]) -> Iterator[Row]:
    places = pairs(old, new)
    gone = {old[one].key for one, other in places if one is not None and other is None}
    come = {new[other].key for one, other in places if one is None and other is not None}
    for one, other in places:
        if one is not None and other is not None:
            yield _changed(old[one], new[other])
        elif one is not None:
            yield _deleted(old[one], moved=old[one].key in come)
        elif other is not None:
            yield _inserted(new[other], moved=new[other].key in gone)


def _changed(before: Block, after: Block) -> Row:
    if before == after:
        side = showing.block(after, showing.shown([Piece(Kind.SAME, after.words, after.words)]).after)
        return Row(RowKind.SAME, side, side, side)
    same_words = before.key == after.key
    made = [Piece(Kind.SAME, before.words, after.words)] if same_words else pieces(before.words, after.words)
    shown = showing.shown(made)
    return Row(
        RowKind.CHANGED if _has_other_words(made) else RowKind.RESHAPED,
        showing.block(before, shown.before),
        showing.block(after, shown.after),
        showing.block(after, shown.both, was=before),
        tuple(notes(before, after, made)),
    )


def _deleted(block: Block, moved: bool) -> Row:
    shown = showing.shown([Piece(Kind.DELETED, block.words, ())] if block.words else [])
    side = showing.block(block, shown.before)
    return Row(
        RowKind.DELETED, side, showing.NOTHING, side, (_("Đoạn này được chuyển sang chỗ khác."),) if moved else ()
    )


def _inserted(block: Block, moved: bool) -> Row:
    shown = showing.shown([Piece(Kind.INSERTED, (), block.words)] if block.words else [])
    side = showing.block(block, shown.after)
    return Row(
        RowKind.INSERTED, showing.NOTHING, side, side, (_("Đoạn này được chuyển từ chỗ khác đến."),) if moved else ()
    )


def _only_a_note(sentence: str) -> Row:
    return Row(RowKind.RESHAPED, showing.NOTHING, showing.NOTHING, showing.NOTHING, (sentence,))


def _has_other_words(made: Sequence[Piece]) -> bool:
    return any(piece.kind != Kind.SAME for piece in made)


def _as_written(nodes: Sequence[Node]) -> str:
    """The HTML without what nobody decided: measures of pictures, line ends between blocks."""
    return write(_without_measures(node) for node in nodes if isinstance(node, Element) or node.strip())


def _without_measures(node: Node) -> Node:
    if isinstance(node, str):
        return node
    attributes = {name: value for name, value in node.attributes.items() if name not in _MEASURES}
    return Element(node.tag, attributes, [_without_measures(child) for child in node.children])
