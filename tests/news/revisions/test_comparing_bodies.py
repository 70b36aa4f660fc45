"""Two versions of a body through its formatting: nothing lost, nothing unchanged shown as changed."""

import random
import re
from html import unescape
from time import process_time

import html5lib
import pytest
from hypothesis import given

from news.body.tree import parse
from news.revisions.blocks import Block, blocks
from news.revisions.compare import Row, RowKind, compare_bodies
from tests.news.revisions.texts import KEYS, body, words_in

PHOTO = '<figure class="photo"><img src="/anh/{}/960.webp" alt="{}"><figcaption>{}</figcaption></figure>'
BOUND = 6.0  # seconds of the processor for what nobody writes


def kinds(before: str, after: str) -> list[str]:
    return [row.kind.value for row in compare_bodies(before, after)]


def only(before: str, after: str) -> Row:
    (row,) = compare_bodies(before, after)
    return row


def marked(html: str, tag: str) -> list[str]:
    found = re.findall(rf"<{tag}><span[^>]*>[^<]*</span>(.*?)</{tag}>", html)
    return [unescape(re.sub(r"<[^>]*>", "", one)) for one in found]


def shown_words(html: str) -> str:
    """What a row shows of the words: without names, marks' spoken words and signs."""
    without = re.sub(r'<span class="compared-(said|name)">[^<]*</span>|<span aria-hidden="true">.</span>', " ", html)
    return "".join(words_in(without))


@given(body, body)
def test_the_left_column_is_the_version_before_and_the_right_one_after(before, after):
    rows = compare_bodies(before, after)
    assert "".join(shown_words(row.left) for row in rows) == letters(before)
    assert "".join(shown_words(row.right) for row in rows) == letters(after)


@given(body, body)
def test_one_column_without_what_came_or_went_is_either_version(before, after):
    whole = "".join(row.whole for row in compare_bodies(before, after))
    assert shown_words(re.sub(r"<ins>.*?</ins>", " ", whole)) == letters(before)
    assert shown_words(re.sub(r"<del>.*?</del>", " ", whole)) == letters(after)


def letters(html: str) -> str:
    return "".join(words_in(html))


@given(body)
def test_a_body_does_not_differ_from_itself(html):
    assert set(kinds(html, html)) <= {"same"}


@given(body, body)
def test_two_bodies_that_differ_never_look_the_same(before, after):
    assert (before == after) == (set(kinds(before, after)) <= {"same"})


@given(body, body)
def test_what_is_shown_is_well_formed(before, after):
    for row in compare_bodies(before, after):
        for html in (row.left, row.right, row.whole):
            html5lib.HTMLParser(strict=True).parseFragment(html)


def test_a_paragraph_in_the_middle_leaves_the_rest_alone():
    assert kinds("<p>Một</p>\n<p>Hai</p>", "<p>Một</p>\n<p>Xen vào</p>\n<p>Hai</p>") == ["same", "inserted", "same"]


def test_a_paragraph_that_moved_says_so_where_it_was_and_where_it_is():
    rows = compare_bodies("<p>A a a</p>\n<p>B b b</p>\n<p>C c c</p>", "<p>B b b</p>\n<p>C c c</p>\n<p>A a a</p>")
    assert [row.kind.value for row in rows] == ["deleted", "same", "same", "inserted"]
    assert rows[0].notes == ("Đoạn này được chuyển sang chỗ khác.",)
    assert rows[3].notes == ("Đoạn này được chuyển từ chỗ khác đến.",)


def test_words_are_marked_inside_a_paragraph_that_changed():
    row = only("<p>Mưa lớn ở <em>Huế</em> hôm nay</p>", "<p>Mưa rất lớn ở <em>Huế</em> hôm qua</p>")
    assert row.kind == RowKind.CHANGED and row.notes == ()
    assert marked(row.left, "del") == ["nay"] and marked(row.right, "ins") == ["rất", "qua"]
    assert "<em>Huế</em>" in row.whole


@pytest.mark.parametrize(
    ("before", "after", "note"),
    [
        ("<p>Một hai</p>", "<p>Một <strong>hai</strong></p>", "định dạng: thêm in đậm “hai”"),
        ("<p><em>Một hai</em> ba</p>", "<p>Một hai ba</p>", "định dạng: bỏ in nghiêng “Một hai”"),
        ("<p>30<sup>o</sup>C</p>", "<p>30oC</p>", "định dạng: bỏ chỉ số trên “30oC”"),
        ("<p>H2O</p>", "<p>H<sub>2</sub>O</p>", "định dạng: thêm chỉ số dưới “H2O”"),
        ("<p><strong>Hà</strong>Nội</p>", "<p><strong>HàN</strong>ội</p>", "định dạng: đổi một phần của từ ở “HàNội”"),
        (
            '<p>Xem <a href="https://a.vn/">đây</a></p>',
            '<p>Xem <a href="https://b.vn/">đây</a></p>',
            "liên kết đổi từ https://a.vn/ sang https://b.vn/ ở “đây”",
        ),
        (
            "<p>Xem đây</p>",
            '<p>Xem <a href="https://b.vn/">đây</a></p>',
            "liên kết: thêm liên kết tới https://b.vn/ ở “đây”",
        ),
        ('<p><a href="https://b.vn/">đây</a></p>', "<p>đây</p>", "liên kết: bỏ liên kết tới https://b.vn/ ở “đây”"),
        (
            '<p><a href="/a" title="x">đây</a></p>',
            '<p><a href="/a" title="y">đây</a></p>',
            "liên kết: lời nhắc đổi từ “x” sang “y” ở “đây”",
        ),
        ("<p>Một</p>", "<h2>Một</h2>", "định dạng: đoạn văn đổi thành tít phụ"),
        ("<ul><li>Một</li></ul>", "<ol><li>Một</li></ol>", "định dạng: mục gạch đầu dòng đổi thành mục đánh số"),
        ("<p>Một</p>", "<blockquote><p>Một</p></blockquote>", "định dạng: đoạn văn đổi thành đoạn văn trong trích dẫn"),
        ("<p>Một</p>", '<aside class="box"><p>Một</p></aside>', "định dạng: đoạn văn đổi thành đoạn văn trong hộp"),
        ("<ol><li>Một</li></ol>", '<ol start="3"><li>Một</li></ol>', "danh sách: số bắt đầu đổi từ 1 sang 3"),
        (
            "<table><tbody><tr><td>a</td></tr></tbody></table>",
            "<table><tbody><tr><th>a</th></tr></tbody></table>",
            "bảng: cách chia ô hoặc ô tiêu đề thay đổi",
        ),
        (PHOTO.format(KEYS[0], "", "Cầu"), PHOTO.format(KEYS[1], "", "Cầu"), "ảnh: thay bằng ảnh khác"),
        (
            PHOTO.format(KEYS[0], "Cầu", ""),
            PHOTO.format(KEYS[0], "Sông", ""),
            "ảnh: chữ thay ảnh đổi từ “Cầu” sang “Sông”",
        ),
        (
            PHOTO.format(KEYS[0], "", "Cầu"),
            PHOTO.format(KEYS[0], "", "Cầu").replace("960", "640"),
            "ảnh: đổi cỡ hoặc cách cắt",
        ),
        (
            '<figure class="embed"><a href="https://youtu.be/1">Phim</a></figure>',
            '<figure class="embed"><a href="https://youtu.be/2">Phim</a></figure>',
            "liên kết đổi từ https://youtu.be/1 sang https://youtu.be/2 ở “Phim”",
        ),
    ],
)
def test_a_change_of_form_alone_is_said_in_words_and_is_no_change_of_text(before, after, note):
    row = only(before, after)
    assert row.notes == (note,)
    assert row.kind == RowKind.RESHAPED
    assert "<ins>" not in row.right and "<del>" not in row.left


def test_a_new_caption_is_marked_and_said():
    row = only(PHOTO.format(KEYS[0], "", "Cầu cũ"), PHOTO.format(KEYS[0], "", "Cầu mới"))
    assert row.kind == RowKind.CHANGED and row.notes == ("ảnh: chú thích thay đổi",)
    assert marked(row.left, "del") == ["cũ"] and marked(row.right, "ins") == ["mới"]


def test_another_photo_without_a_caption_is_another_photo_and_both_are_seen():
    row = only(PHOTO.format(KEYS[0], "", ""), PHOTO.format(KEYS[1], "", ""))
    assert row.notes == ("ảnh: thay bằng ảnh khác",)
    assert KEYS[0] in row.left and KEYS[1] in row.right
    assert f'bỏ: </span><img class="compared-picture" src="/anh/{KEYS[0]}' in row.whole
    assert f'thêm: </span><img class="compared-picture" src="/anh/{KEYS[1]}' in row.whole


def test_a_photo_with_a_paragraphs_words_for_a_caption_is_still_a_new_photo():
    assert kinds("<p>Cầu</p>", PHOTO.format(KEYS[0], "", "Cầu")) == ["deleted", "inserted"]


def test_a_list_cut_in_two_is_not_lost():
    rows = compare_bodies("<ul><li>Một</li><li>Hai</li></ul>", "<ul><li>Một</li></ul>\n<ul><li>Hai</li></ul>")
    assert [row.kind.value for row in rows] == ["same", "same", "reshaped"]
    assert rows[-1].notes == ("Cách chia danh sách, hộp, trích dẫn hoặc bảng thay đổi.",)


def test_a_changed_cell_is_marked_in_its_row():
    table = "<table><thead><tr><th>Tỉnh</th></tr></thead><tbody><tr><td>Huế</td><td>{}</td></tr></tbody></table>"
    rows = compare_bodies(table.format("1.200"), table.format("1.300"))
    assert [row.kind.value for row in rows] == ["same", "changed"]
    assert marked(rows[1].whole, "del") == ["1.200"] and marked(rows[1].whole, "ins") == ["1.300"]


def test_measures_of_a_picture_and_line_ends_between_blocks_are_no_change():
    before = PHOTO.format(KEYS[0], "", "Cầu") + "<p>Một</p>"
    assert (
        kinds(before, before.replace(' alt=""', ' alt="" width="9" height="9"').replace("<p>", "\n<p>")) == ["same"] * 2
    )


def test_many_changes_of_form_in_one_paragraph_are_summed_up():
    row = only("<p>" + "a b " * 40 + "</p>", "<p>" + "<strong>a</strong> b " * 40 + "</p>")
    assert len(row.notes) == 12 and row.notes[-1] == "và những thay đổi định dạng khác"


def test_markup_and_attributes_are_escaped():
    attack = '<p><a href="https://a.vn/&quot;onmouseover=alert(1)" title="&lt;i&gt;">&lt;script&gt;</a></p>'
    foreign = '<p><img src="https://x.vn/&quot;onerror=1" alt="&lt;b&gt;"> chữ</p>'
    shown = "".join(row.whole + "".join(row.notes) for row in compare_bodies(attack, foreign))
    tree = html5lib.parseFragment(
        "".join(row.whole for row in compare_bodies(attack, foreign)), namespaceHTMLElements=False
    )
    assert {element.tag for element in tree.iter()} <= {"DOCUMENT_FRAGMENT", "div", "span", "del", "ins"}
    assert not any(name.startswith("on") for element in tree.iter() for name in element.attrib)
    assert "<script" not in shown and "<img" not in shown


def test_every_kind_of_block_is_read():
    html = (
        "<p>a</p><h2>b</h2><h3>c</h3><hr><ul><li>d<ol><li>e</li></ol></li></ul><blockquote><p>g</p></blockquote>"
        '<aside class="box"><p>h</p></aside><table><caption>i</caption><thead><tr><th>j</th></tr></thead>'
        "<tbody><tr><td><p>k</p><p>l</p></td></tr></tbody></table>m <strong>n</strong>"
    )
    read: list[Block] = list(blocks(parse(html)))
    assert [(block.kind, *block.inside) for block in read] == [
        ("p",), ("h2",), ("h3",), ("rule",), ("li", "ul"), ("li", "ul", "ol"), ("p", "blockquote"), ("p", "aside"),
        ("caption", "table"), ("row", "table", "thead"), ("row", "table", "tbody"), ("p",),
    ]  # fmt: skip
    assert [word.letters for word in read[10].words] == ["k", "\n", "l"]


def long_body(paragraphs: int, words: int, chance: random.Random) -> list[list[str]]:
    often, seldom = ["và", "của", "là", "các", "một"], [f"từ{number}" for number in range(1500)]
    return [
        [chance.choice(often if chance.random() < 0.3 else seldom) for _ in range(words)] for _ in range(paragraphs)
    ]


def written(paragraphs: list[list[str]]) -> str:
    return "\n".join(f"<p>{' '.join(words)}</p>" for words in paragraphs)


def test_three_thousand_words_with_many_edits_are_compared_at_once():
    chance = random.Random(1)
    before = long_body(50, 60, chance)
    after = [[word for word in words if chance.random() > 0.1] for words in before]
    after.insert(20, ["xen", "vào"] * 20)
    started = process_time()
    rows = compare_bodies(written(before), written(after))
    assert process_time() - started < 1  # a tenth of it on the machine where it was written
    assert [row.kind.value for row in rows].count("inserted") == 1
    assert {row.kind.value for row in rows} == {"changed", "inserted"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (written(long_body(1, 20_000, random.Random(1))), written(long_body(1, 20_000, random.Random(2)))),
        (written(long_body(300, 66, random.Random(1))), written(long_body(300, 66, random.Random(2)))),
        ("<p>Giống hệt nhau</p>\n" * 5_000, "<p>Giống hệt nhau cả</p>\n" * 5_000),
        ("<p>Giống hệt nhau</p>\n" * 5_000, "<p>Giống</p>\n" + "<p>Giống hệt nhau</p>\n" * 4_000 + "<p>x</p>"),
        ("<p>" + "<em>a</em> b " * 10_000 + "</p>", "<p>" + "a <em>b</em> " * 10_000 + "</p>"),
    ],
    ids=["one paragraph", "all different", "all alike", "all the same", "only emphasis"],
)
def test_what_nobody_writes_takes_bounded_time(before, after):
    started = process_time()
    rows = compare_bodies(before, after)
    assert process_time() - started < BOUND
    assert any(row.kind != RowKind.SAME for row in rows)
