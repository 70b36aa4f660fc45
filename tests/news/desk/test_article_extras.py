"""Galleries and documents of an article: made at the desk, read by readers, gone with the article."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from news import attaching
from news.models import ArticleGallery, Attachment, Gallery, GalleryPhoto, State
from tests.factories import ArticleFactory, LiveArticleFactory, make_photo
from tests.news.desk.browser import filled, signed_in

pytestmark = pytest.mark.django_db


def pdf(words: bytes = b"Nghi quyet") -> bytes:
    """A small whole PDF."""
    opening = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n% " + words + b"\n"
    return opening + b"xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(
        opening
    )


def document(content: bytes | None = None, name: str = "Nghị quyết 12.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, pdf() if content is None else content, "application/pdf")


def sent(client, article, **changes):
    address = f"/toa-soan/news/article/{article.pk}/change/"
    return client.post(address, filled(client, address, "article_form", **changes))


def attach(client, article, upload, **more):
    return sent(client, article, **{"attachments-TOTAL_FORMS": "1", "attachments-0-document": upload,
                                    "attachments-0-order": "0", "attachments-0-name": "", **more})  # fmt: skip


def test_a_document_is_attached_and_fetched():
    article, client = LiveArticleFactory(), signed_in("biên tập viên")
    assert attach(client, article, document()).status_code == 302
    attachment = Attachment.objects.get()
    assert (attachment.name, attachment.size, attachment.file_name) == (
        "Nghị quyết 12",
        len(pdf()),
        "nghi-quyet-12.pdf",
    )
    page = client.get(article.get_absolute_url()).text
    assert attachment.get_absolute_url() in page and "Nghị quyết 12" in page and "byte" in page
    answer = client.get(attachment.get_absolute_url())
    assert answer.getvalue() == pdf()
    assert answer["Content-Disposition"] == 'attachment; filename="nghi-quyet-12.pdf"'
    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == ("application/pdf", "nosniff")
    assert "s-maxage=1" in answer["Cache-Control"]


@pytest.mark.parametrize(
    "content",
    [b"", b"%PDF-", b"MZ" + pdf(), b"<html>" + pdf(), pdf()[:-10], pdf().replace(b"startxref\n", b"startxref\n9"),
     b"PK\x03\x04" + pdf(), b"%PDF-1.4\n" + b"x" * 200 + b"startxref\n20\n%%EOF"],
)  # fmt: skip
def test_what_is_no_whole_pdf_is_refused_beside_the_field(content):
    article, client = LiveArticleFactory(), signed_in("biên tập viên")
    answer = attach(client, article, document(content), headline="Tít đã gõ")
    assert answer.status_code == 422 and "Tít đã gõ" in answer.text
    assert not Attachment.objects.exists()


def test_a_heavy_document_is_refused_unread():
    upload = document()
    upload.size = attaching.LARGEST_FILE + 1
    with pytest.raises(attaching.TooLarge, match="20 MB"):
        attaching.read_document(upload)


def test_a_document_answers_only_while_its_article_is_live(client):
    article, editor = LiveArticleFactory(), signed_in("biên tập viên")
    attach(editor, article, document())
    attachment = Attachment.objects.get()
    at_the_desk = f"/toa-soan/tep/{attachment.pk}/"
    article.expires_at = timezone.now() - timedelta(minutes=1)
    article.published_at = timezone.now() - timedelta(hours=2)
    article.save()
    assert client.get(attachment.get_absolute_url()).status_code == 410
    article.expires_at = article.first_published_at = article.published_at = None
    article.state = State.DRAFT
    article.save()
    assert client.get(attachment.get_absolute_url()).status_code == 404
    assert editor.get(at_the_desk).getvalue() == pdf()
    assert signed_in("phóng viên").get(at_the_desk).status_code == 404
    assert client.get(at_the_desk).status_code == 302
    assert client.get(f"/tep/{'0' * 20}/").status_code == 404


def test_a_document_is_taken_off_with_its_file(django_capture_on_commit_callbacks):
    article, client = LiveArticleFactory(), signed_in("biên tập viên")
    attach(client, article, document())
    attachment = Attachment.objects.get()
    with django_capture_on_commit_callbacks(execute=True):
        attachment.delete()
    assert not attachment.file.storage.exists(f"files/{attachment.key[:2]}/{attachment.key}.pdf")


def gallery_of(*captions: str) -> Gallery:
    gallery = Gallery.objects.create(title="Một ngày ở chợ nổi")
    for number, caption in enumerate(captions):
        photo = make_photo(caption="Của ảnh", alt=f"Thuyền {number}", credit="Ảnh: Miên")
        GalleryPhoto.objects.create(gallery=gallery, photo=photo, caption=caption, order=len(captions) - number)
    return gallery


def test_an_article_shows_its_galleries_in_order_with_their_own_captions(client):
    article = LiveArticleFactory()
    ArticleGallery.objects.create(article=article, gallery=gallery_of("Sau cùng", "", "Trước hết"))
    text = client.get(article.get_absolute_url()).text
    shown = [text.index(words) for words in ("Một ngày ở chợ nổi", "Trước hết", "Của ảnh", "Sau cùng")]
    assert shown == sorted(shown)
    assert text.count('alt="Thuyền') == 3 and "3/3" in text


def test_galleries_and_documents_cost_articles_without_them_nothing(client):
    plain, full = LiveArticleFactory(), LiveArticleFactory()
    ArticleGallery.objects.create(article=full, gallery=gallery_of("a", "b", "c"))
    ArticleGallery.objects.create(article=full, gallery=gallery_of("d", "e"))
    attach(signed_in("biên tập viên"), full, document())

    def cost(article) -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(article.get_absolute_url()).status_code == 200
        return len(queries)

    assert cost(plain) <= 8 and cost(full) <= cost(plain) + 3


def test_a_gallery_is_made_at_the_desk_and_attached():
    client, photo = signed_in("phóng viên"), make_photo()
    add = "/toa-soan/news/gallery/add/"
    form = filled(client, add, "gallery_form", **{
        "title": "Chợ nổi", "places-0-photo": str(photo.pk), "places-0-caption": "Sáng sớm", "places-0-order": "0"})  # fmt: skip
    assert client.post(add, form).status_code == 302
    gallery = Gallery.objects.get()
    assert (gallery.created_by, gallery.places.get().caption) == (client.user, "Sáng sớm")
    article = ArticleFactory(created_by=client.user)
    answer = sent(client, article, **{
        "galleries-TOTAL_FORMS": "1", "galleries-0-gallery": str(gallery.pk), "galleries-0-order": "0"})  # fmt: skip
    assert answer.status_code == 302 and article.galleries.get().gallery == gallery


@pytest.mark.parametrize("photo", ["", "x", "999999", "9" * 40, "-1"])
def test_a_photo_that_is_not_there_is_told(photo):
    client = signed_in("phóng viên")
    add = "/toa-soan/news/gallery/add/"
    form = filled(client, add, "gallery_form", **{"title": "Chợ", "places-0-photo": photo, "places-0-caption": "x"})
    assert client.post(add, form).status_code == 422
    assert not Gallery.objects.exists()


def test_a_gallery_in_an_article_that_is_not_theirs_is_not_theirs_to_change():
    reporter = signed_in("phóng viên")
    gallery = gallery_of("a")
    Gallery.objects.update(created_by=reporter.user)
    change = f"/toa-soan/news/gallery/{gallery.pk}/change/"
    assert "_save" in reporter.get(change).text
    ArticleGallery.objects.create(article=LiveArticleFactory(), gallery=gallery)
    assert reporter.post(change, {"title": "Khác"}).status_code == 403
    assert signed_in("biên tập viên").get(f"/toa-soan/news/gallery/{gallery.pk}/delete/").status_code == 403
    assert signed_in("kiểm duyệt viên").get(change).status_code == 403


def test_the_preview_links_documents_at_the_desk():
    article, client = ArticleFactory(), signed_in("biên tập viên")
    attach(client, article, document())
    page = client.get(f"/toa-soan/bai/{article.pk}/xem-truoc/").text
    assert f"/toa-soan/tep/{Attachment.objects.get().pk}/" in page
