"""Lists of things with names (galleries, documents): compared and merged thing by thing, in their order."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from django.utils.translation import gettext as _

from news.revisions import showing
from news.revisions.alignment import matches
from news.revisions.compare import Row, RowKind, text_row
from news.revisions.pieces import Kind, Piece
from news.revisions.words import words


class Item(NamedTuple):
    """A thing in a list: which it is, and what it is called there."""

    key: int
    name: str


def compare_lists(before: Sequence[Item], after: Sequence[Item]) -> list[Row]:
    """The list after, with what came and what was moved or renamed; then what is no longer there."""
    old, new = [item.key for item in before], [item.key for item in after]
    stayed = {key for match in matches(old, new) for key in old[match.before : match.before + match.length]}
    names = dict(before)
    rows = []
    for place, (key, name) in enumerate(after, 1):
        if key not in names:
            rows.append(_row(RowKind.INSERTED, name, _("Thêm vào, đứng thứ %(place)d.") % {"place": place}))
            continue
        row = text_row(names[key], name)
        kind = row.kind if key in stayed else RowKind.RESHAPED if row.kind == RowKind.SAME else row.kind
        was = {"name": names[key], "before": old.index(key) + 1, "after": place}
        rows.append(Row(kind, row.left, row.right, row.whole, tuple(_said(was, name, key in stayed))))
    return rows + [_row(RowKind.DELETED, name, _("Bỏ ra khỏi bài.")) for key, name in before if key not in new]


def _said(was: dict[str, object], name: str, stayed: bool) -> Iterator[str]:
    if was["name"] != name:
        yield _("Đổi tên.")
    if not stayed:
        yield _("Chuyển chỗ: từ thứ %(before)d thành thứ %(after)d.") % was


def _row(kind: RowKind, name: str, note: str) -> Row:
    """A thing that only one of the lists has."""
    inserted = kind == RowKind.INSERTED
    piece = Piece(Kind.INSERTED, (), words(name)) if inserted else Piece(Kind.DELETED, words(name), ())
    shown = showing.shown([piece])
    return Row(kind, shown.before, shown.after, shown.both, (note,))


def merge_order(base: Sequence[int], mine: Sequence[int], theirs: Sequence[int]) -> tuple[list[int], bool]:
    """Which things a merged list holds, in order, and whether both moved things in different ways (then mine holds).

    What either added is there, what either took off is not.
    """
    kept = (set(base) & set(mine) & set(theirs)) | (set(mine) - set(base)) | (set(theirs) - set(base))
    moved, they_moved = (_order(side, base) != _order(base, side) for side in (mine, theirs))
    clash = moved and they_moved and _order(mine, theirs) != _order(theirs, mine)
    spine, other = (mine, theirs) if moved or not they_moved else (theirs, mine)
    merged = [key for key in spine if key in kept]
    for place, key in enumerate(other):
        if key in kept and key not in merged:
            before = next((each for each in reversed(other[:place]) if each in merged), None)
            merged.insert(merged.index(before) + 1 if before is not None else 0, key)
    return merged, clash


def _order(side: Sequence[int], other: Sequence[int]) -> list[int]:
    return [key for key in side if key in other]
