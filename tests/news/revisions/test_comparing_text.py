"""Two versions of a headline or a standfirst, word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news.revisions.compare import RowKind, compare_text, size_of_change, text_row
from news.revisions.pieces import Kind
from news.revisions.words import sentences, words
from tests.news.revisions.texts import line

any_text = st.text(alphabet=st.sampled_from("aăđ ế\n\t1/.,-“%_😀<&"), max_size=40)


def told(before: str, after: str) -> str:
    """The comparison for a person to read: [-gone-] {+come+}."""
    marks = {Kind.SAME: "{}", Kind.DELETED: "[-{}-]", Kind.INSERTED: "{{+{}+}}"}
    return "".join(marks[one.kind].format((one.after or one.before).strip()) for one in compare_text(before, after))


@given(line, line)
def test_the_pieces_of_a_line_are_both_versions(before, after):
    pieces_are(before, after)


@given(any_text, any_text)
def test_the_pieces_of_any_text_are_both_versions(before, after):
    pieces_are(before, after)


def pieces_are(before: str, after: str) -> None:
    made = compare_text(before, after)
    assert "".join(one.before for one in made) == before
    assert "".join(one.after for one in made) == after
    for one in made:
        assert one.kind != Kind.DELETED or (one.before and not one.after)
        assert one.kind != Kind.INSERTED or (one.after and not one.before)
        assert one.kind != Kind.SAME or one.before.split() == one.after.split() or one.before.strip()


@given(any_text)
def test_nothing_changed_between_a_text_and_itself(text):
    assert {one.kind for one in compare_text(text, text)} <= {Kind.SAME}
    assert size_of_change(text, text) == (0, 0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nghị định 30/2020/NĐ-CP.", ["Nghị", "định", "30/2020/NĐ-CP", "."]),
        (
            "lúc 20:21, tăng 12% lên 1.234.567,8 đồng",
            ["lúc", "20:21", ",", "tăng", "12%", "lên", "1.234.567,8", "đồng"],
        ),
        ("Bà Rịa-Vũng Tàu", ["Bà", "Rịa", "-", "Vũng", "Tàu"]),
        ("Kết luận 43-CT/TW, U23", ["Kết", "luận", "43-CT/TW", ",", "U23"]),
        ("“Mới”…", ["“", "Mới", "”", "…"]),
        ("  \n ", []),
    ],
)
def test_a_text_is_cut_as_a_newsroom_reads_it(text, expected):
    assert [word.letters for word in words(text)] == expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Mưa lớn ở Huế", "Mưa rất lớn ở Huế", "Mưa{+rất+}lớn ở Huế"),
        ("Nghị định 30/2020/NĐ-CP", "Nghị định 30/2021/NĐ-CP", "Nghị định[-30/2020/NĐ-CP-]{+30/2021/NĐ-CP+}"),
        ("Ông A nói.", "Ông A nói", "Ông A nói[-.-]"),
        ("Ông A nói. ", "Ông A nói. Bà B nói. ", "Ông A nói.{+Bà B nói.+}"),
        ("Hà Nội mưa", "Đà Nẵng nắng", "[-Hà Nội mưa-]{+Đà Nẵng nắng+}"),
    ],
)
def test_a_change_is_told_in_whole_words(before, after, expected):
    assert told(before, after) == expected


def test_a_lone_word_between_two_rewritten_stretches_goes_with_them():
    assert told("Một con đường đất và mưa lớn", "Hai cái cầu gỗ và nắng đẹp") == (
        "[-Một con đường đất và mưa lớn-]{+Hai cái cầu gỗ và nắng đẹp+}"
    )


def test_a_lone_word_between_two_insertions_stays_where_it_was():
    assert told("Mưa và gió", "Mưa rất là to và có cả gió lớn") == "Mưa{+rất là to+}và{+có cả+}gió{+lớn+}"


def test_a_long_name_between_two_rewritten_stretches_stays():
    before = "Sáng nay có tin là Ủy ban nhân dân thành phố đã họp kín rất lâu"
    after = "Theo báo cáo mới nhất, Ủy ban nhân dân thành phố chưa quyết định gì hết"
    assert "Ủy ban nhân dân thành phố" in [one.after.strip() for one in compare_text(before, after)]


def test_white_space_is_never_a_change_of_its_own():
    assert {one.kind for one in compare_text("  Một  hai\nba", "Một hai ba ")} == {Kind.SAME}
    assert text_row("Một  hai", "Một hai").kind == RowKind.SAME


def test_a_row_of_text_is_escaped_and_says_what_went_and_came():
    row = text_row("<b>Một</b> & hai", "<b>Một</b> & “ba”")
    assert row.kind == RowKind.CHANGED
    assert "&lt;b&gt;Một&lt;/b&gt; &amp; <del><span" in row.left
    assert "bỏ: </span>hai</del>" in row.left and "<ins>" not in row.left
    assert "thêm: </span>“ba”</ins>" in row.right and "<del>" not in row.right
    assert "</del>" in row.whole and "</ins>" in row.whole


@pytest.mark.parametrize(
    ("before", "after", "inserted", "deleted"),
    [
        ("", "Một hai", 6, 0),
        ("<p>Một hai</p>", "", 0, 6),
        ("<p>Một <strong>hai</strong></p>", "<p>Một hai</p>", 0, 0),
        ("<p>Một hai</p>", "<h2>Một ba</h2>", 2, 3),
        ("5 < 7 nhé", "5 < 8 nhé", 1, 1),
        ("<p>a &amp; b</p>", "<p>a &lt; b</p>", 1, 1),
    ],
)
def test_the_size_of_a_change_counts_visible_characters(before, after, inserted, deleted):
    assert size_of_change(before, after) == (inserted, deleted)


@given(any_text)
def test_sentences_together_are_the_text(text):
    assert "".join(sentences(text)) == text


def test_a_text_is_cut_behind_its_sentences():
    assert sentences("Một. Hai!” Ba 1.5 bốn?\nNăm") == ["Một. ", "Hai!” ", "Ba 1.5 bốn?\n", "Năm"]
