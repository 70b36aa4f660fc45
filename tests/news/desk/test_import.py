"""Importing a file at the desk."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from news.models import Action, Article, Author, State
from tests.factories import SectionFactory
from tests.news.desk.browser import signed_in, told

pytestmark = pytest.mark.django_db
IMPORT = "/toa-soan/nhap-bai/"
TEXT = """Đường phố Đà Nẵng được đổi tên

Thành phố công bố danh sách tên đường mới.

Sáng nay, Ủy ban thông qua nghị quyết.

Người dân có 30 ngày để góp ý.

Văn Kiên
"""


@pytest.fixture
def client(db):
    SectionFactory(name="Thời sự")
    return signed_in("phóng viên")


def read(client, content: bytes = TEXT.encode(), name: str = "bai.txt", **more):
    return client.post(IMPORT, {"file": SimpleUploadedFile(name, content), **more})


def keep(client, page, **changes):
    form = page.context["form"]
    return client.post(
        IMPORT, {**{name: form[name].value() or "" for name in form.fields}, "keep": "1", **changes}, follow=True
    )


def test_a_file_is_read_corrected_and_kept_as_a_draft(client):
    page = read(client)
    assert page.context["form"]["headline"].value() == "Đường phố Đà Nẵng được đổi tên"
    assert page.context["form"]["byline"].value() == "Văn Kiên"
    assert not Article.objects.exists()
    result = keep(client, page, headline="Đà Nẵng đổi tên đường")
    article = Article.objects.get()
    assert "Đã nhập bài thành bản nháp." in told(result)
    assert (article.headline, article.state, article.created_by) == ("Đà Nẵng đổi tên đường", State.DRAFT, client.user)
    assert article.body == "<p>Sáng nay, Ủy ban thông qua nghị quyết.</p>\n<p>Người dân có 30 ngày để góp ý.</p>"
    assert [byline.author.name for byline in article.bylines.all()] == ["Văn Kiên"]
    assert [entry.action for entry in article.log.all()] == [Action.IMPORTED]


def test_pasted_text_is_read_the_same(client):
    page = client.post(IMPORT, {"text": TEXT})
    assert page.context["form"]["standfirst"].value() == "Thành phố công bố danh sách tên đường mới."


def test_a_word_file_with_a_picture_is_read(client):
    docx = pytest.importorskip("docx")
    from tests.factories import picture_file

    document, file = docx.Document(), io.BytesIO()
    for text in ("Tít bài", "Sapo của bài này.", "Đoạn một của bài."):
        document.add_paragraph(text)
    document.add_picture(io.BytesIO(picture_file()))
    document.add_paragraph("Đoạn hai của bài, dài hơn một bút danh nhiều.")
    document.save(file)
    page = read(client, file.getvalue(), "bai.docx")
    keep(client, page)
    assert '<figure class="photo"><img src="/anh/' in Article.objects.get().body


def test_the_same_file_says_so_and_is_imported_again_only_on_purpose(client):
    keep(client, read(client))
    page = read(client)
    assert page.status_code == 409
    assert "đã được nhập trước đây" in page.text and "Đường phố Đà Nẵng được đổi tên" in page.text
    assert Article.objects.count() == 1
    keep(client, read(client, again="1"))
    assert Article.objects.count() == 2
    assert Author.objects.count() == 1


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b"", "bai.txt", ""),
        (
            b"M\xe9t\xe9o fran\xe7aise: \xe9t\xe9 \xe0 la montagne\n\ndeuxi\xe8me ligne\n\n\xff\xfe\x00\x00",
            "bai.txt",
            "",
        ),
        (b"%PDF-1.7", "bai.pdf", "PDF"),
        ("Chỉ một dòng".encode(), "bai.txt", "một đoạn"),
    ],
)
def test_what_cannot_be_read_is_told_in_words_with_422(client, content, name, sentence):
    page = read(client, content, name)
    assert page.status_code == 422 and sentence in page.text
    assert page.context["form"].errors


def test_nothing_sent_is_told(client):
    assert "Hãy chọn một tệp" in client.post(IMPORT, {}).text


def test_a_wrong_correction_comes_back_as_it_was(client):
    page = keep(client, read(client), headline="", standfirst="Sapo đã sửa")
    assert page.status_code == 422 and "Sapo đã sửa" in page.text
    assert not Article.objects.exists()


def test_only_writers_import(client):
    assert signed_in("kiểm duyệt viên").get(IMPORT).status_code == 403
    client.logout()
    assert client.get(IMPORT).status_code == 302
