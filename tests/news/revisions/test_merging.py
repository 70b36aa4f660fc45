"""Two people's versions of one base: merged where they don't clash, both kept where they do."""

from collections import Counter
from time import process_time

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from news.body import clean
from news.revisions.merge import Choice, Clash, Undecided, merge_bodies, merge_text, merge_value, settle
from tests.news.revisions.texts import block, body, line, sentence, words_in

BOUND = 6.0  # seconds of the processor for what nobody writes


@st.composite
def three_bodies(draw):
    """A base and two versions of it, as people make them: blocks dropped, replaced, put in."""
    base = draw(st.lists(block, max_size=5))
    return "\n".join(base), *("\n".join(draw(edited(base, block))) for _ in range(2))


@st.composite
def three_texts(draw):
    base = draw(st.lists(sentence, max_size=5))
    return " ".join(base), *(" ".join(draw(edited(base, sentence))) for _ in range(2))


@st.composite
def edited(draw, parts, part):
    made = []
    for one in parts:
        made += draw(
            st.one_of(st.just([one]), st.just([one]), st.just([]), st.tuples(part), st.tuples(part, st.just(one)))
        )
    return made + draw(st.lists(part, max_size=1))


def everything_in(merge):
    """Every word of the parts and of both sides of the clashes."""
    texts = [
        text for part in merge.parts for text in ((part.mine, part.theirs) if isinstance(part, Clash) else (part,))
    ]
    return Counter(word for text in texts for word in words_in(text))


def decided(merge, choice):
    return settle(merge, dict.fromkeys(range(len(merge.clashes)), choice))


@pytest.mark.parametrize("merged", [merge_text, merge_bodies])
@given(body, body)
def test_merging_with_an_unchanged_side_yields_the_other_side(merged, base, other):
    for merge in (merged(base, base, other), merged(base, other, base), merged(base, other, other)):
        assert merge.clashes == () and settle(merge, {}) == other


@given(three_bodies())
def test_every_word_that_either_side_wrote_into_a_body_survives(bodies):
    survives(merge_bodies(*bodies), *bodies)


@given(three_texts())
def test_every_word_that_either_side_wrote_into_a_text_survives(texts):
    survives(merge_text(*texts), *texts)


@given(body, body, body)
def test_every_word_survives_in_bodies_that_have_nothing_to_do_with_each_other(base, mine, theirs):
    survives(merge_bodies(base, mine, theirs), base, mine, theirs)


def survives(merge, base, mine, theirs):
    there = everything_in(merge)
    for side in (mine, theirs):
        assert not Counter(words_in(side)) - Counter(words_in(base)) - there
        assert not set(words_in(side)) - set(words_in(base)) - set(there)


@given(three_bodies())
def test_a_body_merges_alike_from_either_side(bodies):
    base, mine, theirs = bodies
    alike(merge_bodies(base, mine, theirs), merge_bodies(base, theirs, mine))


@given(three_texts())
def test_a_text_merges_alike_from_either_side(texts):
    base, mine, theirs = texts
    alike(merge_text(base, mine, theirs), merge_text(base, theirs, mine))


def alike(one, other):
    turned = [Clash(part.base, part.theirs, part.mine) if isinstance(part, Clash) else part for part in other.parts]
    assert list(one.parts) == turned
    assert decided(one, Choice.MINE) == decided(other, Choice.THEIRS)


@given(three_bodies(), st.sampled_from(Choice))
def test_a_settled_body_is_clean_and_well_formed(bodies, choice):
    settled = decided(merge_bodies(*bodies), choice)
    html5lib.HTMLParser(strict=True).parseFragment(settled)
    assert without_seams(clean(settled).html) == without_seams(settled)


def without_seams(html: str) -> str:
    """The body without what cleaning takes away or joins: nothing of it is a word."""
    for seam in ("\n", "<ul></ul>", "<blockquote></blockquote>", "</ul><ul>"):
        html = html.replace(seam, "")
    return html


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "merged"),
    [
        (  # two paragraphs beside each other
            "<p>Một hai</p>\n<p>Ba bốn</p>",
            "<p>Một hai rưỡi</p>\n<p>Ba bốn</p>",
            "<p>Một hai</p>\n<p>Ba bốn rưỡi</p>",
            "<p>Một hai rưỡi</p>\n<p>Ba bốn rưỡi</p>",
        ),
        (  # one adds where the other deletes elsewhere
            "<p>Một</p>\n<p>Hai</p>\n<p>Ba</p>",
            "<p>Một</p>\n<p>Xen</p>\n<p>Hai</p>\n<p>Ba</p>",
            "<p>Một</p>\n<p>Hai</p>",
            "<p>Một</p>\n<p>Xen</p>\n<p>Hai</p>",
        ),
        (  # items of one list
            "<ul><li>Một a</li><li>Hai b</li></ul>",
            "<ul><li>Một a c</li><li>Hai b</li></ul>",
            "<ul><li>Một a</li><li>Hai b d</li><li>Ba</li></ul>",
            "<ul><li>Một a c</li><li>Hai b d</li><li>Ba</li></ul>",
        ),
        (  # paragraphs of one box
            '<aside class="box"><p>Một a</p><p>Hai b</p></aside>',
            '<aside class="box"><p>Một a c</p><p>Hai b</p></aside>',
            '<aside class="box"><p>Một a</p><p>Hai b d</p></aside>',
            '<aside class="box"><p>Một a c</p><p>Hai b d</p></aside>',
        ),
        ("<p>Một</p>", "<p>Hai</p>", "<p>Hai</p>", "<p>Hai</p>"),
        ("", "<p>Hai</p>", "<p>Hai</p>", "<p>Hai</p>"),
    ],
)
def test_what_does_not_clash_is_merged(base, mine, theirs, merged):
    merge = merge_bodies(base, mine, theirs)
    assert merge.clashes == ()
    assert settle(merge, {}) == merged


def test_a_paragraph_that_both_changed_is_kept_from_both_and_the_rest_merged():
    merge = merge_bodies(
        "<p>Một hai</p>\n<p>Ba</p>", "<p>Một hai a</p>\n<p>Ba</p>", "<p>Một hai b</p>\n<p>Ba</p>\n<p>Bốn</p>"
    )
    assert merge.clashes == (Clash("<p>Một hai</p>\n", "<p>Một hai a</p>\n", "<p>Một hai b</p>\n"),)
    assert decided(merge, Choice.MINE) == "<p>Một hai a</p>\n<p>Ba</p>\n<p>Bốn</p>"
    assert decided(merge, Choice.THEIRS) == "<p>Một hai b</p>\n<p>Ba</p>\n<p>Bốn</p>"
    assert decided(merge, Choice.BOTH) == "<p>Một hai a</p>\n<p>Một hai b</p>\n<p>Ba</p>\n<p>Bốn</p>"


def test_deleting_what_the_other_changed_is_a_clash():
    merge = merge_bodies("<p>Một hai</p>\n<p>Ba</p>", "<p>Ba</p>", "<p>Một hai b</p>\n<p>Ba</p>")
    assert [(clash.mine, clash.theirs) for clash in merge.clashes] == [("", "<p>Một hai b</p>\n")]
    assert decided(merge, Choice.MINE) == "<p>Ba</p>"


def test_two_paragraphs_put_in_at_one_place_are_a_clash():
    merge = merge_bodies("<p>Một</p>", "<p>Một</p>\n<p>Hai</p>", "<p>Một</p>\n<p>Ba</p>")
    assert decided(merge, Choice.BOTH) == "<p>Một</p>\n<p>Hai</p>\n<p>Ba</p>"


def test_a_clash_inside_a_list_leaves_its_other_items_alone():
    merge = merge_bodies(
        "<ul><li>Một a</li><li>Hai</li></ul>",
        "<ul><li>Một a b</li><li>Hai</li></ul>",
        "<ul><li>Một a c</li><li>Hai</li></ul>",
    )
    assert merge.clashes == (Clash("<li>Một a</li>", "<li>Một a b</li>", "<li>Một a c</li>"),)
    assert decided(merge, Choice.THEIRS) == "<ul><li>Một a c</li><li>Hai</li></ul>"


def test_a_text_merges_sentence_by_sentence():
    merge = merge_text("Một câu. Hai câu.", "Một câu sửa. Hai câu.", "Một câu. Hai câu. Ba câu.")
    assert settle(merge, {}) == "Một câu sửa. Hai câu. Ba câu."


def test_a_sentence_put_behind_the_last_one_does_not_stick_to_it():
    assert settle(merge_text("Một câu.", "Một câu sửa.", "Một câu. Hai."), {}) == "Một câu sửa. Hai."


def test_a_headline_that_both_rewrote_is_a_clash():
    merge = merge_text("Tít cũ", "Tít mới", "Tít khác")
    assert merge.clashes == (Clash("Tít cũ", "Tít mới", "Tít khác"),)


def test_spaces_alone_never_clash():
    merge = merge_text("Một câu. Hai câu. Ba.", "Một câu.  Hai câu. Ba nhé.", "Một câu.\nHai câu sửa. Ba.")
    assert merge.clashes == ()
    assert settle(merge, {}).split() == ["Một", "câu.", "Hai", "câu", "sửa.", "Ba", "nhé."]


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "merged"),
    [
        (1, 1, 2, 2),
        (1, 2, 1, 2),
        (1, 2, 2, 2),
        (None, None, 3, 3),
        (3, None, 3, None),
        (1, 1, 1, 1),
        (1, 2, 3, Clash(1, 2, 3)),
    ],
)
def test_a_value_is_that_of_whoever_changed_it(base, mine, theirs, merged):
    assert merge_value(base, mine, theirs) == merged


def test_nothing_is_settled_before_everything_is_decided():
    merge = merge_bodies("<p>A a</p>\n<p>B b</p>", "<p>A a 1</p>\n<p>B b 1</p>", "<p>A a 2</p>\n<p>B b 2</p>")
    with pytest.raises(Undecided) as refusal:
        settle(merge, {0: Choice.MINE})
    assert refusal.value.missing == [1]


@given(line, line, line)
def test_a_merge_without_clashes_needs_no_choice(base, mine, theirs):
    merge = merge_text(base, mine, theirs)
    if not merge.clashes:
        assert settle(merge, {}).split() == " ".join(part.strip() for part in merge.parts).split()


def test_what_nobody_writes_merges_in_bounded_time():
    base = "<p>Giống hệt nhau</p>\n" * 4_000
    started = process_time()
    merge = merge_bodies(base, "<p>Đầu</p>\n" + base.replace("hệt", "như", 2_000), base + "<p>Cuối</p>")
    assert process_time() - started < BOUND
    assert {"Đầu", "Cuối", "như"} <= set(everything_in(merge))
