"""Lists of galleries and documents: what came, went, was moved or renamed; two people's changes brought together."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news.revisions.compare import RowKind
from news.revisions.lists import Item, compare_lists, merge_order

keys = st.lists(st.integers(1, 7), unique=True, max_size=6)
items = keys.flatmap(
    lambda keys: st.lists(st.sampled_from("abc"), min_size=len(keys), max_size=len(keys)).map(
        lambda names: [Item(key, name) for key, name in zip(keys, names, strict=True)]
    )
)


def told(before: Sequence[tuple[int, str]], after: Sequence[tuple[int, str]]) -> list[tuple[RowKind, tuple[str, ...]]]:
    rows = compare_lists([Item(*each) for each in before], [Item(*each) for each in after])
    return [(row.kind, row.notes) for row in rows]


def test_what_came_and_went_is_told_by_its_place():
    assert told([(1, "Chợ"), (2, "Cầu")], [(2, "Cầu"), (3, "Lũ")]) == [
        (RowKind.SAME, ()),
        (RowKind.INSERTED, ("Thêm vào, đứng thứ 2.",)),
        (RowKind.DELETED, ("Bỏ ra khỏi bài.",)),
    ]


def test_what_was_moved_or_renamed_is_told():
    rows = told([(1, "Chợ"), (2, "Cầu"), (3, "Lũ")], [(3, "Lũ"), (1, "Chợ nổi"), (2, "Cầu")])
    assert rows == [
        (RowKind.RESHAPED, ("Chuyển chỗ: từ thứ 3 thành thứ 1.",)),
        (RowKind.CHANGED, ("Đổi tên.",)),
        (RowKind.SAME, ()),
    ]


@given(items, items)
def test_everything_in_either_list_is_shown_once_and_only_the_same_is_unchanged(before, after):
    rows = compare_lists(before, after)
    assert len(rows) == len({item.key for item in (*before, *after)})
    assert all(row.kind == RowKind.SAME and not row.notes for row in rows) == (before == after)
    assert all(row.notes for row in rows if row.kind != RowKind.SAME)


@given(keys, keys)
def test_an_unchanged_side_yields_the_other(base, other):
    for mine, theirs in ((base, other), (other, base), (other, other)):
        assert merge_order(base, mine, theirs) == (other, False)


@given(keys, keys, keys)
def test_what_either_added_is_there_and_what_either_took_off_is_not(base, mine, theirs):
    merged, _clash = merge_order(base, mine, theirs)
    assert len(merged) == len(set(merged))
    assert set(merged) == (set(base) & set(mine) & set(theirs)) | ((set(mine) | set(theirs)) - set(base))


@given(keys, keys, keys)
def test_both_sides_hold_the_same_and_only_a_clash_depends_on_who_saves(base, mine, theirs):
    (one, clash), (other, also) = merge_order(base, mine, theirs), merge_order(base, theirs, mine)
    assert set(one) == set(other) and clash == also


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "merged", "clash"),
    [
        ([1, 2], [1, 3, 2], [1, 2, 4], [1, 3, 2, 4], False),
        ([1, 2], [2, 1], [1, 2, 4], [2, 4, 1], False),
        ([1, 2, 3], [3, 2, 1], [2, 1, 3], [3, 2, 1], True),
        ([1, 2, 3], [1, 3], [3, 2, 1], [3, 1], False),
    ],
)
def test_the_order_is_that_of_whoever_moved_things(base, mine, theirs, merged, clash):
    assert merge_order(base, mine, theirs) == (merged, clash)
