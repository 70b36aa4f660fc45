"""Galleries and documents of an article: made at the desk, read by readers, gone with the article."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from news import attaching, editing, lifecycle
from news.models import Article, ArticleGallery, Attachment, Gallery, GalleryPhoto, State
from news.revisions import keeping
from news.revisions.content import Byline
from tests.factories import ArticleFactory, AuthorFactory, LiveArticleFactory, make_photo
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
    lifecycle.update(article, client.user)
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
    lifecycle.update(article, editor.user)
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


def is_on_disk(attachment: Attachment) -> bool:
    return attachment.file.storage.exists(f"files/{attachment.key[:2]}/{attachment.key}.pdf")


@pytest.mark.parametrize("deletes", [Article.delete, lambda article: Article.objects.filter(pk=article.pk).delete()])
def test_a_deleted_article_takes_its_files_along_and_leaves_galleries_and_photos(
    deletes, django_capture_on_commit_callbacks
):
    article, client = ArticleFactory(), signed_in("biên tập viên")
    attach(client, article, document())
    gallery = gallery_of("a")
    editing.save(article, keeping.newest_content(article).with_changes({"galleries": (gallery.pk,)}), None)
    attachment, photo = Attachment.objects.get(), gallery.places.get().photo
    with django_capture_on_commit_callbacks(execute=True):
        deletes(Article.objects.get())
    assert not Attachment.objects.exists() and not is_on_disk(attachment)
    assert gallery.places.get().photo == photo and photo.original.storage.exists(str(photo.original.name))


def test_the_desk_deletes_an_article_with_its_files(django_capture_on_commit_callbacks):
    article, client = ArticleFactory(), signed_in("thư ký tòa soạn")
    attach(client, article, document())
    attachment = Attachment.objects.get()
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"/toa-soan/news/article/{article.pk}/delete/", {"post": "yes"})
    assert not Article.objects.exists() and not is_on_disk(attachment)


def test_what_is_not_deleted_after_all_keeps_its_files(django_capture_on_commit_callbacks):
    article = ArticleFactory()
    attach(signed_in("biên tập viên"), article, document())
    attachment = Attachment.objects.get()
    with django_capture_on_commit_callbacks(execute=True), pytest.raises(RuntimeError), transaction.atomic():
        article.delete()
        raise RuntimeError
    assert is_on_disk(attachment) and Attachment.objects.get() == attachment


def test_a_save_that_is_refused_leaves_no_file(monkeypatch):
    article, client = ArticleFactory(), signed_in("biên tập viên")
    monkeypatch.setattr(keeping, "keep", lambda *args, **kwargs: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        attach(client, article, document())
    files = Path(settings.MEDIA_ROOT) / "files"
    assert not Attachment.objects.exists() and not list(files.rglob("*.pdf"))


def test_a_document_is_renamed_moved_and_taken_off_by_its_row(client):
    article, editor = ArticleFactory(), signed_in("biên tập viên")
    attach(editor, article, document())
    first = Attachment.objects.get()
    sent(editor, article, **{
        "attachments-TOTAL_FORMS": "2", "attachments-0-order": "1", "attachments-0-name": "Tên mới",
        "attachments-1-document": document(name="Phụ lục.PDF"), "attachments-1-order": "0",
        "attachments-1-name": ""})  # fmt: skip
    second = Attachment.objects.exclude(pk=first.pk).get()
    assert keeping.newest_content(article).attachments == ((second.pk, "Phụ lục.PDF"), (first.pk, "Tên mới"))
    assert list(article.attachments.shown().values_list("name", flat=True)) == ["Phụ lục.PDF", "Tên mới"]
    sent(editor, article, **{"attachments-0-off": "on"})
    assert keeping.newest_content(article).attachments == ((first.pk, "Tên mới"),)
    assert is_on_disk(second) and not Attachment.objects.get(pk=second.pk).shown
    assert editor.get(f"/toa-soan/tep/{second.pk}/").getvalue() == pdf()  # an older revision has it


def test_a_document_that_is_named_twice_is_there_once():
    article, client = ArticleFactory(), signed_in("biên tập viên")
    attach(client, article, document())
    twice = {f"attachments-{row}-attachment": str(Attachment.objects.get().pk) for row in (0, 1)}
    assert sent(client, article, **{"attachments-TOTAL_FORMS": "2", **twice}).status_code == 302
    assert len(keeping.newest_content(article).attachments or ()) == 1


def test_a_name_without_a_file_is_asked_for_one():
    article, client = ArticleFactory(), signed_in("biên tập viên")
    answer = sent(client, article, **{"attachments-TOTAL_FORMS": "1", "attachments-0-name": "Nghị quyết"})
    assert answer.status_code == 422 and "Hãy chọn tệp PDF để đính kèm." in answer.text and "Nghị quyết" in answer.text


def test_a_form_that_comes_back_says_which_file_must_be_chosen_again():
    article, client = ArticleFactory(), signed_in("biên tập viên")
    answer = attach(client, article, document(), headline="")
    assert answer.status_code == 422 and "Chọn lại tệp Nghị quyết 12.pdf" in answer.text


@pytest.mark.parametrize(
    "row",
    [{"attachment": "999999"}, {"attachment": "9" * 40}, {"attachment": "-1"}, {"attachment": "x"},
     {"attachment": "another"}, {"order": "9" * 40}, {"off": "x", "name": "x"}],
)  # fmt: skip
def test_a_row_that_names_another_s_document_takes_nothing(row):
    article, other, client = ArticleFactory(), ArticleFactory(), signed_in("biên tập viên")
    attach(client, other, document())
    stranger = Attachment.objects.get()
    row = {f"attachments-0-{name}": str(stranger.pk) if value == "another" else value for name, value in row.items()}
    answer = sent(client, article, **{"attachments-TOTAL_FORMS": "1", "attachments-INITIAL_FORMS": "7", **row})
    assert answer.status_code in (302, 422)
    assert not keeping.newest_content(article).attachments
    assert Attachment.objects.get().article == other


@pytest.mark.parametrize("gallery", ["x", "999999", "9" * 40, "-1"])
def test_a_gallery_that_is_not_there_is_told(gallery):
    article, client = ArticleFactory(), signed_in("biên tập viên")
    answer = sent(client, article, **{"galleries-TOTAL_FORMS": "1", "galleries-INITIAL_FORMS": "3",
                                      "galleries-0-gallery": gallery})  # fmt: skip
    assert answer.status_code == 422 and not article.galleries.exists()


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
    lifecycle.update(full, None)

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


def test_the_preview_by_revision_shows_what_waits_and_the_comparison_names_it():
    article, client = LiveArticleFactory(), signed_in("biên tập viên")
    sent(client, article, headline="Trước")
    gallery = gallery_of("a")
    attach(client, article, document(), **{"galleries-TOTAL_FORMS": "1", "galleries-0-gallery": str(gallery.pk)})
    assert keeping.newest_content(article).galleries == (gallery.pk,)
    preview = f"/toa-soan/bai/{article.pk}/xem-truoc/"
    assert gallery.title in client.get(preview).text and "Nghị quyết 12" in client.get(preview).text
    assert gallery.title not in client.get(preview, {"ban": "2"}).text
    compared = client.get(f"/toa-soan/bai/{article.pk}/ban/so-sanh/", {"cu": "2"}).text
    assert gallery.title in compared and "Nghị quyết 12" in compared and "Thêm vào, đứng thứ 1." in compared


def test_the_page_of_a_gallery_says_where_readers_see_it_at_once():
    gallery, reporter = gallery_of("a"), signed_in("phóng viên")
    Gallery.objects.update(created_by=reporter.user)
    page = f"/toa-soan/news/gallery/{gallery.pk}/change/"
    waiting, live = LiveArticleFactory(headline="Còn là bản nháp"), LiveArticleFactory(headline="Đang hiện")
    draft = ArticleFactory(headline="Chưa đăng")
    ArticleGallery.objects.create(article=waiting, gallery=gallery, waiting=True)
    ArticleGallery.objects.create(article=draft, gallery=gallery)
    editor = signed_in("biên tập viên")
    assert "Bạn đọc thấy thay đổi ngay" not in editor.get(page).text
    ArticleGallery.objects.create(article=live, gallery=gallery)
    text = editor.get(page).text
    assert "Bạn đọc thấy thay đổi ngay" in text and "Đang hiện" in text and "1 bài" in text
    assert "Còn là bản nháp" not in text and "Chưa đăng" not in text
    told = reporter.get(page).text
    assert "1 bài" in told and "Đang hiện" not in told
    assert "thấy thay đổi ngay" not in editor.get("/toa-soan/news/gallery/add/").text


def test_a_gallery_that_waits_in_a_draft_can_t_be_deleted_at_the_desk():
    gallery, editor, article = gallery_of("a"), signed_in("biên tập viên"), LiveArticleFactory()
    editing.save(article, keeping.newest_content(article).with_changes({"galleries": (gallery.pk,)}), None)
    assert editor.post(f"/toa-soan/news/gallery/{gallery.pk}/delete/", {"post": "yes"}).status_code == 403
    assert Gallery.objects.exists()


def test_the_page_of_a_photo_marks_what_only_a_draft_shows():
    editor, photo = signed_in("biên tập viên"), make_photo()
    article = LiveArticleFactory(lead_photo=photo)
    body = f'<p>Chữ.</p><figure class="photo"><img src="/anh/{photo.key}/320.webp" alt=""></figure>'
    editing.save(article, keeping.newest_content(article).with_changes({"body": body}), None)
    text = editor.get(f"/toa-soan/news/photo/{photo.pk}/change/").text
    assert "trong nội dung (bản nháp)" in text and "ảnh đại diện (bản nháp)" not in text
    refused = editor.post(f"/toa-soan/news/photo/{photo.pk}/delete/", {"post": "yes"})
    assert refused.status_code in (403, 409) and photo.uses.count() == 2


def test_who_only_looks_sees_what_readers_see():
    article, made = LiveArticleFactory(), gallery_of("a")
    reporter = signed_in("phóng viên")
    Article.objects.update(created_by=reporter.user)
    editing.save(article, keeping.newest_content(article).with_changes({"galleries": (made.pk,)}), None)
    page = f"/toa-soan/news/article/{article.pk}/change/"
    assert made.title not in reporter.get(page).text
    lifecycle.update(article, None)
    assert made.title in reporter.get(page).text


def test_the_form_shows_many_rows_for_few_queries(django_assert_max_num_queries):
    article, client = LiveArticleFactory(), signed_in("biên tập viên")
    attach(client, article, document())
    galleries = tuple(gallery_of("a").pk for _ in range(8))
    bylines = tuple(Byline(AuthorFactory().pk, "text") for _ in range(6))
    changes = {"galleries": galleries, "bylines": bylines}
    editing.save(article, keeping.newest_content(article).with_changes(changes), None)
    page = f"/toa-soan/news/article/{article.pk}/change/"
    client.get(page)
    with django_assert_max_num_queries(25):
        text = client.get(page).text
    assert text.count("Một ngày ở chợ nổi") == 8


@pytest.mark.parametrize("author", ["x", "9" * 40, "999999", "²"])
def test_an_author_that_is_not_there_is_told_beside_the_field(author):
    article, client = ArticleFactory(), signed_in("biên tập viên")
    answer = sent(client, article, **{"bylines-TOTAL_FORMS": "1", "bylines-0-author": author, "bylines-0-role": "text"})
    assert answer.status_code == 422
