import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news.importing import Manuscript, Unreadable
from news.importing.text import LARGEST_TEXT, read_text
from news.vietnamese.encodings import OLD_ENCODINGS
from tests.news.vietnamese.old_texts import encoded, writable

REPORT = """Xã ven sông trồng lại rừng đước

Sau hai mùa lũ, bà con dựng lại vành đai xanh chắn sóng cho xóm làng.

Sáng thứ Hai, hơn một trăm hộ dân mang cây giống ra bãi bồi.

Mỗi hộ nhận chăm sóc một thửa, kiểm tra hằng tuần.

Minh Hà
"""
FORM = "\n\nBÌNH LUẬN\n\nVui lòng nhập bình luận của bạn\nVui lòng nhập tên của bạn ở đây"


def understood(text: str) -> Manuscript:
    return read_text(text.encode())


def with_last_lines(*lines: str) -> Manuscript:
    return understood(REPORT.replace("Minh Hà\n", "\n\n".join(lines)))


def test_the_first_block_is_the_headline_the_second_the_standfirst_the_last_line_the_byline():
    manuscript = understood(REPORT)
    assert manuscript.headline == "Xã ven sông trồng lại rừng đước"
    assert manuscript.standfirst == "Sau hai mùa lũ, bà con dựng lại vành đai xanh chắn sóng cho xóm làng."
    assert manuscript.body.split("\n") == [
        "<p>Sáng thứ Hai, hơn một trăm hộ dân mang cây giống ra bãi bồi.</p>",
        "<p>Mỗi hộ nhận chăm sóc một thửa, kiểm tra hằng tuần.</p>",
    ]
    assert manuscript.byline == "Minh Hà"


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_line_endings_and_unicode_forms_do_not_matter(ending, form, encoding):
    text = unicodedata.normalize(form, REPORT).replace("\n", ending)
    assert read_text(text.encode(encoding)).body == understood(REPORT).body


@pytest.mark.parametrize("encoding", OLD_ENCODINGS)
def test_an_old_encoding_is_read_and_named_to_the_editor(encoding):
    manuscript = read_text(encoded(writable(REPORT, encoding), encoding))
    assert (manuscript.headline, manuscript.body) == (understood(REPORT).headline, understood(REPORT).body)
    assert any(encoding in note for note in manuscript.notes)


def test_eth_in_place_of_d_is_mended_and_pointed_out():
    manuscript = understood(REPORT.replace("đước", "ðước"))
    assert manuscript.headline.endswith("đước")
    assert any("1 chữ ð" in note for note in manuscript.notes)
    assert understood(REPORT).notes == ()


def test_without_blank_lines_each_line_is_a_block():
    assert understood(REPORT.replace("\n\n", "\n")).body == understood(REPORT).body


def test_a_line_of_spaces_is_a_blank_line():
    assert understood(REPORT.replace("\n\n", "\n \u00a0\t\n")).body == understood(REPORT).body


def test_soft_line_breaks_inside_a_block_become_spaces():
    assert understood(REPORT.replace("dân mang", "dân\nmang")).body == understood(REPORT).body


def test_markup_in_the_text_is_shown_not_obeyed():
    body = understood(REPORT.replace("bãi bồi", "<script>alert(1)</script> & bãi bồi")).body
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; bãi bồi" in body


@pytest.mark.parametrize(
    "heading",
    [
        "BÌNH LUẬN",
        "Bình luận",
        "bình luận",
        "BÌNH LUẬN (2)",
        "Bình luận: 12",
        "1.024 bình luận",
        unicodedata.normalize("NFD", "BÌNH LUẬN"),
    ],
)
def test_the_comment_form_of_a_saved_page_is_left_out(heading):
    manuscript = understood(REPORT + FORM.replace("BÌNH LUẬN", heading))
    assert (manuscript.body, manuscript.byline) == (understood(REPORT).body, "Minh Hà")
    assert any("phần bình luận" in note for note in manuscript.notes)


def test_a_comment_form_that_follows_without_a_blank_line_is_left_out():
    assert understood(REPORT.rstrip() + FORM.replace("\n\n", "\n")).byline == "Minh Hà"
    assert understood((REPORT + FORM).replace("\n\n", "\n")).body == understood(REPORT).body


def test_comments_of_readers_below_the_form_are_left_out_however_many():
    comments = "".join(f"\n\nBạn đọc {n}\n\nBài viết rất hay, cảm ơn tòa soạn nhiều." for n in range(50))
    assert understood(REPORT + FORM + comments).body == understood(REPORT).body


def test_a_subheading_named_binh_luan_inside_an_analysis_stays():
    analysis = "\n\n".join(
        ["Bình luận", *["Đoạn phân tích dài về tình hình mùa vụ và giá lúa ở đồng bằng sông Cửu Long."] * 9]
    )
    assert "<p>Bình luận</p>" in understood(REPORT.replace("Minh Hà", analysis)).body


def test_a_tail_with_prompts_is_a_form_however_long_and_only_the_first_heading_of_it_counts():
    page = REPORT + FORM + "\n\nBình luận\n\nĐăng nhập để trả lời" + "\n\nÝ kiến dài của một bạn đọc." * 50
    assert understood(page).body == understood(REPORT).body


def test_a_headline_that_begins_with_binh_luan_is_a_headline():
    assert understood("Bình luận\n\nSapo của bài.\n\nNội dung của bài.").headline == "Bình luận"


@pytest.mark.parametrize(
    "byline", ["Văn Kiên", "V.K.", "Văn Kiên - Minh Hà", "Ban Thời sự", "Nguyễn Thị Minh Khai", "TTXVN"]
)
def test_names_of_many_kinds_are_bylines(byline):
    assert with_last_lines(byline).byline == byline


@pytest.mark.parametrize(
    ("line", "byline"), [("(TTXVN)", "TTXVN"), ("Bài và ảnh: Văn Kiên", "Văn Kiên"), ("Tác giả: Lê An", "Lê An")]
)
def test_what_stands_around_a_name_is_no_part_of_it(line, byline):
    assert with_last_lines(line).byline == byline


@pytest.mark.parametrize(
    "sentence",
    [
        "Bà con rất mừng.",
        "Ai sẽ trông rừng?",
        "và mọi người cùng hát",
        "Chương trình diễn ra đến hết tháng sau",
        "Giá vé 50.000 đồng",
        "Theo ông Nam, rừng đã xanh trở lại.",
    ],
)
def test_a_last_sentence_is_no_byline(sentence):
    manuscript = with_last_lines(sentence)
    assert (manuscript.byline, manuscript.source_line) == ("", "")
    assert manuscript.body.endswith(f"<p>{sentence}</p>")


@pytest.mark.parametrize(
    ("lines", "byline", "source"),
    [
        (["Theo VnExpress"], "", "Theo VnExpress"),
        (["(Theo TTXVN)"], "", "Theo TTXVN"),
        (["Nguồn: Báo Nhân Dân"], "", "Nguồn: Báo Nhân Dân"),
        (["Theo Cổng thông tin điện tử Chính phủ"], "", "Theo Cổng thông tin điện tử Chính phủ"),
        (["Văn Kiên", "Theo VnExpress"], "Văn Kiên", "Theo VnExpress"),
        (["Theo VnExpress", "Văn Kiên"], "Văn Kiên", "Theo VnExpress"),
        (["Văn Kiên (Theo Reuters)"], "Văn Kiên", "Theo Reuters"),
        (["Văn Kiên – Theo Reuters"], "Văn Kiên", "Theo Reuters"),
    ],
)
def test_a_source_is_told_from_a_byline(lines, byline, source):
    manuscript = with_last_lines(*lines)
    assert (manuscript.byline, manuscript.source_line) == (byline, source)
    assert manuscript.body == understood(REPORT).body


def test_a_body_of_one_short_line_is_no_byline():
    manuscript = understood("Tít của bài\n\nSapo của bài.\n\nĐang cập nhật")
    assert (manuscript.body, manuscript.byline) == ("<p>Đang cập nhật</p>", "")


def test_a_manuscript_without_body_says_so():
    manuscript = understood("Tít của bài\n\nSapo của bài.")
    assert manuscript.body == ""
    assert any("chưa có nội dung" in note for note in manuscript.notes)


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "không có chữ"),
        (b" \r\n\t\n", "không có chữ"),
        ("\ufeff\u200b".encode(), "không có chữ"),
        ("Chỉ một dòng".encode(), "một đoạn"),
        (b"x" * (LARGEST_TEXT + 1), "5 MB"),
        (("Tít " * 60 + "\n\nSapo").encode(), "không thể là tít"),
        (("Tít\n\n" + "sapo " * 250).encode(), "không thể là sapo"),
        (b"<!DOCTYPE html><html><p>a</p>\n\n<p>b</p></html>", "HTML"),
        (b"{\\rtf1 a\n\nb}", "RTF"),
        ("日本語\n\nテキスト".encode("shift-jis"), "bảng mã"),
    ],
)
def test_what_is_no_article_is_refused_with_a_reason(raw, reason):
    with pytest.raises(Unreadable, match=reason):
        read_text(raw)


def test_a_headline_of_exactly_the_longest_length_is_taken():
    assert len(understood("a" * 200 + "\n\n" + "b" * 1000 + "\n\nc").headline) == 200


@given(st.text(max_size=400))
def test_any_text_is_understood_or_refused(text):
    try:
        manuscript = read_text(text.encode())
    except Unreadable:
        return
    assert manuscript.headline
    assert manuscript.standfirst


def test_the_original_text_is_understood_whole(seed_text):
    original = seed_text.decode("utf-8-sig").replace("\r\n", "\n")
    blocks = [block.strip() for block in unicodedata.normalize("NFC", original).split("\n\n")]
    manuscript = read_text(seed_text)
    assert (
        manuscript.headline == blocks[0] == "Kết quả công tác an sinh xã hội là thước đo văn minh, tiến bộ của đất nước"
    )
    assert manuscript.standfirst == blocks[1]
    assert manuscript.body.split("\n") == [f"<p>{paragraph}</p>" for paragraph in blocks[2:10]]
    assert manuscript.byline == blocks[10] == "Văn Kiên"
    assert manuscript.source_line == ""
    assert "bình luận của bạn" not in manuscript.body


@pytest.mark.parametrize("encoding", ["TCVN3 (ABC)", "VNI", "Windows-1258", "UTF-16"])
def test_the_original_text_is_understood_from_old_encodings_as_well(seed_text, encoding):
    text = seed_text.decode("utf-8-sig")
    raw = text.encode("utf-16") if encoding == "UTF-16" else encoded(writable(text, encoding), encoding)
    assert read_text(raw).body == read_text(seed_text).body
    assert read_text(raw).byline == "Văn Kiên"
