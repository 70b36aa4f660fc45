"""Articles as Word documents: what Word shows of them, and that our own importer understands them again."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from django.urls import reverse
from docx import Document
from docx.document import Document as DocumentObject
from docx.oxml.ns import qn

from news import editing, previews
from news.exporting import as_word
from news.importing.word import read_word
from news.models import Article
from news.models.articles import AuthorRole
from news.revisions import keeping
from tests.factories import (
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    LiveArticleFactory,
    SectionFactory,
    TagFactory,
    make_photo,
)
from tests.news.desk.browser import signed_in

pytestmark = pytest.mark.django_db

PARAGRAPHS = (
    "<p>Sáng nay – 8 giờ – thành phố thông xe cầu <strong>“dài <em>nhất</em>”</strong>, cao 12 m<sup>2</sup>.</p>"
    "<h2>Kinh phí</h2><p>Nhà nước &amp; nhân dân: 5 &lt; 6.</p>"
)


def exported(article: Article) -> bytes:
    bylines = previews.bylines_of(keeping.newest_content(article))
    return as_word(article, bylines, paper="Tòa Soạn", absolute=lambda path: f"https://bao.example{path}")


def opened(article: Article) -> DocumentObject:
    return Document(BytesIO(exported(article)))


def lines(document: DocumentObject) -> list[tuple[str, str]]:
    return [(paragraph.style.name, paragraph.text) for paragraph in document.paragraphs if paragraph.text]


def test_headline_standfirst_and_body_have_their_styles():
    article = ArticleFactory(headline="Cầu mới", standfirst="Dài nhất miền Trung.", body=PARAGRAPHS)
    assert lines(opened(article)) == [
        ("Title", "Cầu mới"),
        ("Subtitle", "Dài nhất miền Trung."),
        ("Normal", "Sáng nay – 8 giờ – thành phố thông xe cầu “dài nhất”, cao 12 m2."),
        ("Heading 1", "Kinh phí"),
        ("Normal", "Nhà nước & nhân dân: 5 < 6."),
    ]


def test_bold_italic_and_raised_letters_are_runs_that_look_so():
    runs = {run.text: run for run in opened(ArticleFactory(body=PARAGRAPHS)).paragraphs[2].runs}
    assert runs["“dài "].bold and not runs["“dài "].italic
    assert runs["nhất"].bold and runs["nhất"].italic and runs["2"].font.superscript


def test_what_was_exported_is_imported_as_the_same_manuscript():
    body = (
        PARAGRAPHS
        + "<ul><li>Một</li><li>Hai<ol><li>Hai một</li></ol></li></ul><blockquote><p>Lời nói.</p></blockquote>"
        + '<aside class="box"><p>Hộp một.</p><p>Hộp hai.</p></aside>'
        + '<p>Xem <a href="https://vi.example/a?b=1&amp;c=2">nguồn</a>.</p><p>Đoạn cuối của bài.</p>'
    )
    article = ArticleFactory(headline="Cầu mới", body=body, source_line="Theo TTXVN")
    BylineFactory(article=article, author=AuthorFactory(name="Văn Kiên"))
    BylineFactory(article=article, author=AuthorFactory(name="Minh Hà"))
    manuscript = read_word(exported(article))
    assert (manuscript.headline, manuscript.standfirst) == ("Cầu mới", article.standfirst)
    assert (manuscript.byline, manuscript.source_line) == ("Văn Kiên - Minh Hà", "Theo TTXVN")
    again = ArticleFactory(body=manuscript.body)
    again.refresh_from_db()
    article.refresh_from_db()
    assert again.body == article.body


def test_photographers_stand_in_a_line_before_the_writers():
    article = ArticleFactory()
    BylineFactory(article=article, author=AuthorFactory(name="Thu Ảnh"), role=AuthorRole.PHOTO)
    BylineFactory(article=article, author=AuthorFactory(name="Văn Kiên"))
    assert [text for _style, text in lines(opened(article))][-2:] == ["Ảnh: Thu Ảnh", "Văn Kiên"]


def test_links_are_links_and_lead_to_whole_addresses():
    body = '<p><a href="https://a.example/đường dẫn">A <strong>đậm</strong></a> <a href="/thoi-su/">mục</a> <a href="https://[hỏng">x</a></p>'
    links = opened(ArticleFactory(body=body)).paragraphs[2].hyperlinks
    assert [(link.text, link.address) for link in links] == [
        ("A đậm", "https://a.example/%C4%91%C6%B0%E1%BB%9Dng%20d%E1%BA%ABn"),
        ("mục", "https://bao.example/thoi-su/"),
    ]


def test_each_numbered_list_begins_anew_or_where_it_says():
    body = "<ol><li>a</li><li>b</li></ol><p>Giữa.</p><ol start='5'><li>c</li></ol>"
    document = opened(ArticleFactory(body=body))
    items = [p for p in document.paragraphs if p.style.name == "List Paragraph"]
    counts = [item._p.pPr.numPr.numId.val for item in items]
    assert counts[0] == counts[1] != counts[2]
    numbering = document.part.numbering_part.element
    starts = [
        numbering.num_having_numId(count).find(f".//{qn('w:startOverride')}").val for count in (counts[0], counts[2])
    ]
    assert starts == [1, 5]


def test_a_table_keeps_its_head_its_caption_and_its_wide_cells():
    body = (
        "<table><caption>Vốn</caption><thead><tr><th>Nguồn</th><th>2025</th><th>2026</th></tr></thead><tbody>"
        '<tr><td rowspan="2">Nhà nước</td><td colspan="2">500 tỷ</td></tr><tr><td>1</td><td>2</td></tr>'
        "<tr><td>thiếu ô</td></tr></tbody></table>"
    )
    document = opened(ArticleFactory(body=body))
    table = document.tables[0]
    assert ("Caption", "Vốn") in [(style.capitalize(), text) for style, text in lines(document)]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Nguồn", "2025", "2026"],
        ["Nhà nước", "500 tỷ", "500 tỷ"],
        ["Nhà nước", "1", "2"],
        ["thiếu ô", "", ""],
    ]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert table.cell(0, 0).paragraphs[0].runs[0].bold and not table.cell(1, 1).paragraphs[0].runs[0].bold


def test_a_long_table_is_written_in_a_moment():
    rows = "".join(f"<tr>{''.join(f'<td>{row}.{column}</td>' for column in range(8))}</tr>" for row in range(400))
    assert exported(ArticleFactory(body=f"<table><tbody>{rows}</tbody></table>")).startswith(b"PK")


def test_our_photos_are_inside_with_caption_credit_and_description():
    photo, lead = make_photo(alt="Cầu Rồng", credit="Văn Kiên"), make_photo(caption="Ảnh đầu bài")
    body = f'<figure class="photo"><img src="/anh/{photo.key}/960.webp" alt="Cầu Rồng"><figcaption>Bình minh.</figcaption></figure>'
    article = ArticleFactory(body=body, lead_photo=lead)
    document = opened(article)
    assert [part.content_type for part in document.part.package.image_parts] == ["image/jpeg"]  # both of one colour
    assert [shape._inline.docPr.get("descr") for shape in document.inline_shapes] == ["", "Cầu Rồng"]
    assert all(shape.width.cm <= 16 and shape.height.cm <= 14.1 for shape in document.inline_shapes)
    texts = [text for _style, text in lines(document)]
    assert "Bình minh. Ảnh: Văn Kiên" in texts and "Ảnh đầu bài" in texts
    assert len(read_word(exported(article)).pictures) == 2


def test_a_photo_whose_file_is_gone_leaves_its_description():
    photo = make_photo(alt="Cầu Rồng")
    photo.original.delete(save=False)
    body = f'<p><img src="/anh/{photo.key}/960.webp" alt="Cầu Rồng"></p><p><img src="/anh/{"0" * 20}/960.webp" alt="Lạ"></p>'
    texts = [text for _style, text in lines(opened(ArticleFactory(body=body)))]
    assert "[Lạ]" in texts and "[Cầu Rồng]" in texts


def test_an_embed_is_a_link_that_says_where_it_leads():
    body = '<figure class="embed"><a href="https://youtu.be/abc">Lễ hội</a><figcaption>Phim</figcaption></figure>'
    document = opened(ArticleFactory(body=body))
    assert [text for _style, text in lines(document)][2:] == ["YouTube: Lễ hội", "Phim"]
    assert document.paragraphs[2].hyperlinks[0].address == "https://youtu.be/abc"


def test_the_document_speaks_vietnamese_in_a_font_that_has_the_letters():
    with ZipFile(BytesIO(exported(ArticleFactory()))) as package:
        styles = package.read("word/styles.xml").decode()
        assert '<w:lang w:val="vi-VN"' in styles and "Theme=" not in styles.split("<w:latentStyles")[0]
        assert (
            'w:ascii="Times New Roman"' in styles and "dc:language>vi-VN<" in package.read("docProps/core.xml").decode()
        )


def test_properties_section_and_dates_tell_what_it_is():
    above = SectionFactory(name="Thời sự")
    article = LiveArticleFactory(headline="Đ" * 200, section=SectionFactory(name="Giao thông", parent=above))
    article.tags.add(TagFactory(name="cầu"))
    document = opened(article)
    about = document.core_properties
    assert (about.title, about.subject, about.keywords) == ("Đ" * 200, "Thời sự / Giao thông", "cầu")
    assert document.sections[0].header.paragraphs[0].text == "Tòa Soạn · Thời sự · Giao thông"
    footer = document.sections[0].footer.paragraphs[0].text
    assert footer.startswith("Đăng: ") and f"https://bao.example{article.get_absolute_url()}" in footer


def test_letters_that_no_xml_holds_are_left_out():
    article = ArticleFactory()
    article.headline, article.body = "Tít\x00\x0b\ufffe", "<p>a\ufffeb\x01</p>"
    assert ("Title", "Tít") in lines(Document(BytesIO(as_word(article, [], paper="\x02", absolute=str))))


def test_the_desk_sends_the_newest_text_under_the_slug():
    article = ArticleFactory(headline="Cầu mới")
    editing.save(article, keeping.newest_content(article).with_changes({"headline": "Cầu thông xe"}), None)
    client, address = signed_in("biên tập viên"), reverse("desk:export_word", args=[article.pk])
    answer = client.get(address)
    assert answer["Content-Disposition"] == 'attachment; filename="cau-thong-xe.docx"'
    assert answer["Content-Type"].endswith("wordprocessingml.document") and answer["X-Robots-Tag"] == "noindex"
    assert read_word(answer.content).headline == "Cầu thông xe"
    assert read_word(client.get(address, {"ban": "1"}).content).headline == "Cầu mới"


@pytest.mark.parametrize("name", ["export_word", "on_paper"])
def test_only_who_reads_it_at_the_desk_takes_it_away(name, client):
    address = reverse(f"desk:{name}", args=[ArticleFactory().pk])
    assert signed_in("phóng viên").get(address).status_code == 404
    assert client.get(address).status_code == 302
    reader = signed_in("biên tập viên")
    assert reader.post(address).status_code == 405
    for named in ("99", "x", "9" * 30):
        assert reader.get(address, {"ban": named}).status_code == 404
