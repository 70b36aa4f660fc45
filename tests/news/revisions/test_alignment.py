"""What stays is found in order, and in bounded time."""

import random
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news.revisions import alignment
from news.revisions.alignment import Match, heaviest_chain, matches

few_kinds = st.lists(st.integers(0, 4), max_size=30)
BOUND = 4.0  # seconds of the processor; ten times what it takes, a hundredth of what a quadratic search would


@given(few_kinds, few_kinds)
def test_what_stays_is_equal_and_in_order_on_both_sides(before, after):
    check(before, after)


@given(few_kinds, few_kinds)
def test_a_search_that_gives_up_early_is_coarser_but_never_wrong(before, after):
    patient, alignment.EDITS = alignment.EDITS, 2
    try:
        check(before, after)
    finally:
        alignment.EDITS = patient


@given(few_kinds)
def test_everything_of_the_same_sequence_stays(items):
    assert matches(items, items) == ([Match(0, 0, len(items))] if items else [])


def test_what_is_inserted_in_the_middle_does_not_disturb_the_rest():
    assert matches("abcdef", "abcXYdef") == [Match(0, 0, 3), Match(3, 5, 3)]


def test_the_shortest_edit_is_found_where_nothing_is_unique():
    assert sum(match.length for match in matches("aabbaabb", "abbaabba")) == 7


def test_the_heaviest_chain_rises_on_both_sides():
    assert heaviest_chain([(0, 5, 1.0), (1, 1, 1.0), (2, 2, 1.0), (3, 0, 1.5)]) == [(1, 1), (2, 2)]
    assert heaviest_chain([(0, 5, 9.0), (1, 1, 1.0), (2, 2, 1.0)]) == [(0, 5)]
    assert heaviest_chain([]) == []


@pytest.mark.parametrize("kinds", [2, 50, 5_000])
def test_twenty_thousand_shuffled_items_are_aligned_in_bounded_time(kinds):
    chance = random.Random(kinds)
    before, after = ([chance.randrange(kinds) for _ in range(20_000)] for _ in range(2))
    started = process_time()
    check(before, after)
    assert process_time() - started < BOUND


def check(before, after):
    found = matches(before, after)
    here = there = 0
    for match in found:
        assert match.length > 0
        assert match.before >= here and match.after >= there
        here, there = match.before + match.length, match.after + match.length
        assert before[match.before : here] == after[match.after : there]
    assert here <= len(before) and there <= len(after)
