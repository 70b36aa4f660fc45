from io import BytesIO
from zipfile import ZipFile

import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from PIL import Image

from news.importing import Unreadable
from news.importing.package import LARGEST_FILE, LARGEST_XML, MAIN_PART, MOST_PARTS
from news.importing.text import read_text
from news.importing.word import read_word
from tests.news.importing.documents import OPENING, document, repacked, saved
from tests.news.vietnamese.old_texts import as_seen, writable


def png() -> BytesIO:
    file = BytesIO()
    Image.new("RGB", (8, 5), "#7a3b2e").save(file, "PNG")
    file.seek(0)
    return file


def test_a_word_document_is_understood_as_plain_text_is():
    manuscript = read_word(saved(document(*OPENING, "Đoạn một.", "", "Đoạn hai.", "Văn Kiên", "Theo VnExpress")))
    assert (manuscript.headline, manuscript.standfirst) == OPENING
    assert manuscript.body == "<p>Đoạn một.</p>\n<p>Đoạn hai.</p>"
    assert (manuscript.byline, manuscript.source_line) == ("Văn Kiên", "Theo VnExpress")


def test_the_original_text_in_word_is_the_same_manuscript(seed_text):
    text = seed_text.decode("utf-8-sig").replace("\r\n", "\n")
    from_word, from_text = read_word(saved(document(*text.split("\n\n")))), read_text(seed_text)
    for part in ("headline", "standfirst", "body", "byline"):
        assert getattr(from_word, part) == getattr(from_text, part)


def test_titles_and_headings_of_word_are_known_by_their_style():
    made = document()
    made.add_paragraph(OPENING[0], style="Title")
    made.add_paragraph(OPENING[1], style="Subtitle")
    made.add_heading("Mục lớn", 1)
    made.add_heading("Mục nhỏ", 2)
    made.add_paragraph("Một đoạn.")
    manuscript = read_word(saved(made))
    assert (manuscript.headline, manuscript.standfirst) == OPENING
    assert manuscript.body == "<h2>Mục lớn</h2>\n<h3>Mục nhỏ</h3>\n<p>Một đoạn.</p>"


def test_bold_italics_lists_and_tables_are_kept():
    made = document(*OPENING)
    paragraph = made.add_paragraph("Ông nói: ")
    paragraph.add_run("rất mừng").bold = True
    paragraph.add_run(" và ")
    paragraph.add_run("yên tâm").italic = True
    made.add_paragraph("việc thứ nhất", style="List Bullet")
    made.add_table(1, 2).cell(0, 0).text = "Lúa"
    body = read_word(saved(made)).body
    assert "<p>Ông nói: <strong>rất mừng</strong> và <em>yên tâm</em></p>" in body
    assert "<ul><li>việc thứ nhất</li></ul>" in body
    assert "<td><p>Lúa</p></td>" in body


def test_a_document_that_begins_with_a_list_has_no_headline_to_take():
    made = document()
    made.add_paragraph("việc thứ nhất", style="List Bullet")
    made.add_paragraph("Một đoạn.")
    with pytest.raises(Unreadable, match="tít và sapo"):
        read_word(saved(made))


def test_line_breaks_inside_a_paragraph_stay_in_the_body_and_become_spaces_in_the_headline():
    made = document("Xã ven sông\ntrồng lại rừng", OPENING[1], "Câu một\ncâu hai.")
    manuscript = read_word(saved(made))
    assert manuscript.headline == "Xã ven sông trồng lại rừng"
    assert manuscript.body == "<p>Câu một<br />câu hai.</p>"


def test_letters_that_mean_something_in_html_stay_letters():
    assert "<p>Dưới &lt;b&gt; &amp; trên.</p>" in read_word(saved(document(*OPENING, "Dưới <b> & trên."))).body


def test_pictures_are_handed_over_and_their_places_marked():
    made = document(*OPENING, "Một đoạn.")
    made.add_picture(png())
    made.add_paragraph("Đoạn sau ảnh.")
    manuscript = read_word(saved(made))
    assert [picture.content for picture in manuscript.pictures] == [png().getvalue()]
    assert manuscript.pictures[0].content_type == "image/png"
    assert (
        manuscript.body.index("Một đoạn")
        < manuscript.body.index('data-picture="0"')
        < manuscript.body.index("Đoạn sau")
    )
    assert any("1 ảnh" in note for note in manuscript.notes)


def test_pictures_before_and_inside_the_headline_open_the_body():
    made = document()
    made.add_picture(png())
    headline = made.add_paragraph(OPENING[0])
    headline.add_run().add_picture(png())
    made.add_paragraph(OPENING[1])
    made.add_paragraph("Một đoạn.")
    manuscript = read_word(saved(made))
    assert manuscript.headline == OPENING[0]
    assert [manuscript.body.count(f'data-picture="{n}"') for n in range(2)] == [1, 1]
    assert manuscript.body.endswith("<p>Một đoạn.</p>")


def test_a_linked_picture_outside_the_file_is_not_opened(tmp_path):
    secret = tmp_path / "secret.png"
    secret.write_bytes(png().getvalue())
    made = document(*OPENING, "Một đoạn.")
    made.add_picture(png())
    linked = made.part.relate_to(secret.as_uri(), RELATIONSHIP_TYPE.IMAGE, is_external=True)
    embedded = made.inline_shapes[0]._inline.graphic.graphicData.pic.blipFill.blip.embed
    xml = made.part.blob.decode().replace(f'r:embed="{embedded}"', f'r:link="{linked}"')
    assert read_word(repacked(saved(made), {MAIN_PART: xml.encode()})).pictures == ()


def test_the_comment_form_of_a_page_pasted_into_word_is_left_out():
    manuscript = read_word(
        saved(document(*OPENING, "Một đoạn.", "Văn Kiên", "BÌNH LUẬN", "Vui lòng nhập bình luận của bạn"))
    )
    assert (manuscript.body, manuscript.byline) == ("<p>Một đoạn.</p>", "Văn Kiên")


@pytest.mark.parametrize("encoding", ["TCVN3 (ABC)", "VNI"])
def test_a_document_in_the_fonts_of_an_old_encoding_is_made_unicode(encoding):
    lines = [*OPENING, "Bà con mang cây giống ra bãi bồi từ sáng sớm.", "Văn Kiên"]
    manuscript = read_word(saved(document(*[as_seen(writable(line, encoding), encoding) for line in lines])))
    assert (manuscript.headline, manuscript.standfirst) == OPENING
    assert manuscript.body == f"<p>{lines[2]}</p>"
    assert any(encoding in note for note in manuscript.notes)


def test_a_zip_that_is_no_document_is_refused():
    file = BytesIO()
    with ZipFile(file, "w") as package:
        package.writestr("ghi-chu.txt", "xin chào")
    with pytest.raises(Unreadable, match="không phải bài Word"):
        read_word(file.getvalue())


@pytest.mark.parametrize(
    "bomb",
    [
        {MAIN_PART: b"<a>" + b" " * LARGEST_XML + b"</a>"},
        {"word/media/anh.bin": bytes(101 * 1024 * 1024)},
        {f"word/{n}.txt": b"" for n in range(MOST_PARTS + 1)},
    ],
    ids=["xml", "media", "parts"],
)
def test_a_document_that_unfolds_beyond_reason_is_refused(bomb):
    with pytest.raises(Unreadable, match="quá lớn"):
        read_word(repacked(saved(document(*OPENING)), bomb))


def test_a_document_that_declares_entities_is_refused():
    entities = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    with pytest.raises(Unreadable, match="không an toàn"):
        read_word(repacked(saved(document(*OPENING)), {MAIN_PART: entities}))


def test_a_file_that_is_too_heavy_is_refused_unopened():
    with pytest.raises(Unreadable, match="25 MB"):
        read_word(b"PK\x03\x04" + bytes(LARGEST_FILE))


@pytest.mark.parametrize(
    "broken", [b"PK\x03\x04", b"", saved(document(*OPENING))[:-200], saved(document(*OPENING))[:2000]]
)
def test_a_broken_file_is_refused(broken):
    with pytest.raises(Unreadable, match="bị hỏng"):
        read_word(broken)


@pytest.mark.parametrize(
    "xml",
    [b"no xml at all", b"<a/>", b"<w:document xmlns:w='x'>" + b"<w:p>" * 5000 + b"</w:p>" * 5000 + b"</w:document>"],
)
def test_a_document_with_a_broken_main_part_is_refused(xml):
    with pytest.raises(Unreadable):
        read_word(repacked(saved(document(*OPENING)), {MAIN_PART: xml}))
