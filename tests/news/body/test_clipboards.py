"""What office programs, mail and social networks put on the clipboard becomes plain newspaper markup."""

import unicodedata

import pytest

from news.body import clean
from tests.news.body import clipboards
from tests.news.body.test_pasted_pages import FROM_A_WEB_PAGE, FROM_GOOGLE_DOCS, FROM_WORD

ALL = {name: html for name, html in vars(clipboards).items() if name.startswith("FROM_")} | {
    "page": FROM_A_WEB_PAGE,
    "docs": FROM_GOOGLE_DOCS,
    "word": FROM_WORD,
}


def lines(html: str) -> list[str]:
    return clean(html).html.split("\n")


def test_lists_that_word_only_paints_become_lists():
    assert lines(clipboards.FROM_WORD_WITH_LISTS) == [
        "<h2>Làng nghề vào vụ</h2>",
        "<p>Hà Nội – <em>làng nghề</em> “đỏ lửa” từ <strong>3 giờ</strong>.</p>",
        "<ul><li>Gốm<ul><li>Bát Tràng</li></ul></li><li>Lụa</li></ul>",
        "<p>Giữa hai danh sách.</p>",
        '<ol start="3"><li>Việc ba</li><li>Việc bốn</li></ol>',
        "<table><thead><tr><td><strong>Làng</strong></td><td><strong>Hộ</strong></td></tr></thead>"
        "<tbody><tr><td>Vạn Phúc</td><td>1.200</td></tr></tbody></table>",
    ]


def item(level: int, mark: str, words: str) -> str:
    return f"<p style='mso-list:l0 level{level} lfo1'><span style='mso-list:Ignore'>{mark}</span>{words}</p>\n"


@pytest.mark.parametrize(
    ("pasted", "stored"),
    [
        (item(2, "·", "a") + item(1, "·", "b"), "<ul><li>a</li><li>b</li></ul>"),
        (item(1, "a)", "a") + item(3, "·", "b"), "<ol><li>a<ul><li>b</li></ul></li></ol>"),
        (item(1, "1.", "a") + item(1, "·", "b"), "<ol><li>a</li></ol>\n<ul><li>b</li></ul>"),
        ("<p style='mso-list:l0 level1 lfo1'>2. a</p>", '<ol start="2"><li>a</li></ol>'),
        ("<p style='mso-list:l0 level1 lfo1'><b>– a</b> b</p>", "<ul><li><strong>a</strong> b</li></ul>"),
        ("<p style='mso-list:l0 level1 lfo1'>không có dấu</p>", "<ul><li>không có dấu</li></ul>"),
        ("<p style='mso-list:none'>· a</p>", "<p>· a</p>"),
    ],
)
def test_word_lists_of_every_kind(pasted, stored):
    assert clean(pasted).html == stored


def test_word_in_a_browser_leaves_headings_and_one_list():
    assert lines(clipboards.FROM_WORD_ONLINE) == [
        "<h2>Kinh phí</h2>",
        "<p><strong>Tổng</strong><em> vốn</em> là “500 tỷ” – đủ. <br>Dòng hai</p>",
        "<ul><li>Xã A</li><li>Xã B</li></ul>",
        "<table><tbody><tr><td>Vốn</td><td>1</td></tr></tbody></table>",
    ]


@pytest.mark.parametrize(
    ("level", "tag"), [("1", "h2"), ("2", "h2"), ("3", "h3"), ("", "h3"), ("12", "h3"), ("x", "h3")]
)
def test_a_heading_of_any_level_is_one_of_ours(level, tag):
    assert clean(f'<p role="heading" aria-level="{level}">Kinh phí</p>').html == f"<{tag}>Kinh phí</{tag}>"


def test_numbered_lists_that_go_on_are_one_and_others_stay_apart():
    assert clean('<ol><li>a</li></ol><ol start="2"><li>b</li></ol><ol><li>c</li></ol>').html == (
        "<ol><li>a</li><li>b</li></ol>\n<ol><li>c</li></ol>"
    )
    assert clean(f'<ol start="{"9" * 5000}"><li>a</li></ol><ol start="2"><li>b</li></ol>').html.count("<ol") == 2


def test_a_mail_from_outlook_leaves_its_lines_and_links():
    assert lines(clipboards.FROM_OUTLOOK)[:2] == [
        "<p>Kính gửi tòa soạn,</p>",
        '<p><strong>From:</strong> Phòng Báo chí &lt;<a href="mailto:baochi@tinh.example">baochi@tinh.example</a>&gt;'
        "<br><strong>Sent:</strong> Thứ Hai</p>",
    ]


def test_a_post_keeps_its_emoji_as_letters():
    cleaned = clean(clipboards.FROM_FACEBOOK)
    assert cleaned.html.split("\n")[:2] == ["<p>Lũ về rồi bà con ơi 🌊</p>", "<p>Nước lên <strong>3 m</strong></p>"]
    assert not any("ảnh ở máy chủ khác" in words for words in cleaned.removed)


@pytest.mark.parametrize("alt", ["👨‍👩‍👧", "👍🏽", "🇻🇳"])
def test_an_emoji_of_several_code_points_stays_whole(alt):
    assert clean(f'<p>a <img alt="{alt}" src="https://x.example/e.png"></p>').html == f"<p>a {alt}</p>"


@pytest.mark.parametrize("alt", ["", "Ảnh 🌊 lũ", "🌊" * 20, "!"])
def test_a_foreign_picture_that_is_no_emoji_goes(alt):
    assert clean(f'<p>a <img alt="{alt}" src="https://x.example/e.png"></p>').html == "<p>a</p>"


def test_libreoffice_leaves_headings_lists_and_tables():
    assert lines(clipboards.FROM_LIBREOFFICE) == [
        "<h2>Kinh phí</h2>",
        "<p><strong>Tổng vốn</strong> “500 tỷ” – <em>đủ</em></p>",
        "<ol><li>Một<ul><li>Một một</li></ul></li><li>Hai</li></ol>",
        "<table><thead><tr><th>Làng</th><th>Hộ</th></tr></thead><tbody><tr><td>A</td><td>1</td></tr></tbody></table>",
    ]


@pytest.mark.parametrize("name", ALL)
def test_no_look_of_another_program_stays_and_cleaning_twice_changes_nothing(name):
    html = clean(ALL[name]).html
    for junk in ("style", "class=", "<span", "<font", "<div", "mso", "o:p", "\xa0", "<p></p>"):
        assert junk not in html
    assert clean(html).html == html


@pytest.mark.parametrize("name", ALL)
def test_letters_in_pieces_are_put_together(name):
    assert clean(unicodedata.normalize("NFD", ALL[name])).html == clean(ALL[name]).html
