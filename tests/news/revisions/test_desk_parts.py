"""What an editor sees of a comparison, and how they decide a clash without JavaScript."""

import re

import html5lib
import pytest
from django.template.loader import render_to_string

from news.revisions.asking import choices, questions
from news.revisions.compare import compare_bodies, text_row
from news.revisions.merge import Choice, merge_bodies, merge_text, settle

BEFORE = "<p>Như cũ</p>\n<p>Mưa lớn ở Huế</p>\n<p>Bị xóa đi</p>"
AFTER = "<p>Như cũ</p>\n<p>Mưa lớn ở Đà Nẵng</p>\n<h2>Xen vào giữa</h2>"
CLASHING = ("<p>Một hai</p>\n<p>Ba bốn</p>", "<p>Một hai a</p>\n<p>Ba bốn c</p>", "<p>Một hai b</p>")


def compared(mode, **names):
    return parsed(
        render_to_string(
            "news/desk/parts/compared.html", {"rows": compare_bodies(BEFORE, AFTER), "mode": mode, **names}
        )
    )


def asked(merge, **options):
    return parsed(render_to_string("news/desk/parts/clashes.html", {"questions": questions(merge, **options)}))


def parsed(html):
    html5lib.HTMLParser(strict=True).parseFragment(html)
    return html5lib.parseFragment(html, namespaceHTMLElements=False)


def said(element):
    return " ".join("".join(element.itertext()).split())


def test_two_columns_say_which_version_each_side_is():
    rows = compared("columns", before="Bản 3", after="Bản <4>").findall(".//li[@class]")
    assert [row.get("class") for row in rows] == [
        f"compared-row is-{kind}" for kind in ("same", "changed", "deleted", "inserted")
    ]
    sides = [[said(side) for side in row.findall("./div")] for row in rows]
    assert sides == [
        ["Không đổi: Như cũ", "Bản <4>: Như cũ"],
        ["Bản 3: Mưa lớn ở bỏ: Huế", "Bản <4>: Mưa lớn ở thêm: Đà Nẵng"],
        ["Bản 3: bỏ: Bị xóa đi"],
        ["Bản <4>: tít phụ thêm: Xen vào giữa"],
    ]


def test_what_is_the_same_is_read_out_once():
    same = compared("columns").find(".//li[@class='compared-row is-same']")
    assert [side.get("aria-hidden") for side in same.findall("./div")] == [None, "true"]


def test_one_column_marks_both_in_one_text():
    page = compared("one")
    assert "Mưa lớn ở bỏ: Huếthêm: Đà Nẵng" in said(page)
    assert [said(mark) for mark in page.findall(".//li//del")] == ["bỏ: Huế", "bỏ: Bị xóa đi"]


def test_what_changed_besides_words_stands_under_the_row():
    rows = compare_bodies("<p>Một</p>", "<h2>Một</h2>")
    page = parsed(render_to_string("news/desk/parts/compared.html", {"rows": rows, "mode": "one"}))
    assert [said(note) for note in page.findall(".//ul/li")] == ["định dạng: đoạn văn đổi thành tít phụ"]


def test_two_empty_versions_say_so():
    page = render_to_string("news/desk/parts/compared.html", {"rows": compare_bodies("", ""), "mode": "columns"})
    assert "Cả hai bản đều không có nội dung." in page


def test_every_clash_is_a_group_of_labelled_radio_buttons():
    page = asked(merge_bodies(*CLASHING), about="Nội dung")
    groups = page.findall(".//fieldset")
    assert [said(group.find("legend")) for group in groups] == [
        f"Nội dung: cả hai cùng sửa, chỗ {number}" for number in (1, 2)
    ]
    assert [[(one.get("name"), one.get("value")) for one in group.iter("input")] for group in groups] == [
        [("clash-0", "mine"), ("clash-0", "theirs"), ("clash-0", "both")],
        [("clash-1", "mine"), ("clash-1", "theirs")],  # theirs deleted it: there is nothing to keep both of
    ]
    assert all(label.find("input") is not None and said(label) for label in page.iter("label"))


def test_every_option_shows_what_it_keeps():
    page = asked(merge_bodies(*CLASHING))
    texts = {element.get("id"): said(element) for element in page.iter("div") if element.get("id")}
    assert texts["clash-0-mine"] == "Một hai thêm: a"
    assert texts["clash-1-theirs"] == "(đoạn này đã bị xóa)"
    assert {one.get("aria-describedby") for one in page.iter("input")} - {None} == set(texts)


def test_what_a_stranger_typed_is_shown_as_text():
    page = asked(merge_text("Tít", "<script>mine</script>", "<img src=x>"))
    assert page.find(".//script") is None and page.find(".//img") is None
    assert "<script>mine</script>" in said(page)


def test_answers_are_kept_and_missing_ones_are_asked_for():
    page = asked(merge_bodies(*CLASHING), posted={"clash-0": "both", "clash-1": "nobody's"})
    assert [one.get("value") for one in page.iter("input") if one.get("checked") is not None] == ["both"]
    assert [said(error) for error in page.findall(".//p[@role='alert']")] == ["Hãy chọn giữ bản nào."]
    assert asked(merge_bodies(*CLASHING)).find(".//p[@role='alert']") is None


def test_the_answers_settle_the_merge():
    merge = merge_bodies(*CLASHING)
    posted = {"clash-0": "theirs", "clash-1": "mine", "clash-2": "mine"}
    assert choices(merge, posted) == {0: Choice.THEIRS, 1: Choice.MINE}
    assert settle(merge, choices(merge, posted)) == "<p>Một hai b</p>\n<p>Ba bốn c</p>"


def test_a_form_may_ask_about_several_merges():
    headline, body = merge_text("Tít", "Tít a", "Tít b"), merge_bodies(*CLASHING)
    names = [question.name for question in [*questions(headline), *questions(body, first=len(headline.clashes))]]
    assert names == ["clash-0", "clash-1", "clash-2"]
    assert choices(body, {"clash-1": "both"}, first=1) == {0: Choice.BOTH}


@pytest.mark.parametrize("posted", [{}, {"clash-0": "\0"}, {"clash-x": "mine"}, {"clash-0": "MINE"}])
def test_an_answer_that_is_none_decides_nothing(posted):
    assert choices(merge_text("Tít", "Tít a", "Tít b"), posted) == {}


def test_a_headline_is_compared_as_a_row():
    page = render_to_string("news/desk/parts/compared.html", {"rows": [text_row("Tít cũ", "Tít mới")], "mode": "one"})
    assert re.search(r"bỏ: </span>cũ</del>", page) and re.search(r"thêm: </span>mới</ins>", page)
