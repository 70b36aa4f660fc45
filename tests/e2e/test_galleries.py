"""Galleries and documents wait with the text of a live article; the rows of a gallery move by keyboard."""

from pathlib import Path

from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from news import editing
from news.models import Article, Gallery, GalleryPhoto
from news.revisions import keeping
from news.revisions.content import Byline
from tests.databases import once
from tests.factories import AuthorFactory, LiveArticleFactory, make_photo
from tests.news.desk.test_article_extras import pdf

pytestmark = once


def gallery_of(*captions: str) -> Gallery:
    gallery = Gallery.objects.create(title="Một ngày ở chợ nổi")
    for place, caption in enumerate(captions):
        GalleryPhoto.objects.create(gallery=gallery, photo=make_photo(alt=caption), caption=caption, order=place)
    return gallery


def choose_gallery(page: Page, title: str) -> None:
    """As one does: "Thêm", then typing what it is called."""
    group = page.locator("#galleries-group")
    group.locator("a.add-row").click()
    group.locator(".form-group:not(.empty-form) .select2-selection").last.click()
    page.locator(".select2-search__field").last.fill(title[:8])
    page.locator(".select2-results__option", has_text=title).click()


def attach(page: Page, file: Path) -> None:
    group = page.locator("#attachments-group")
    group.locator("a.add-row").click()
    group.locator(".form-group:not(.empty-form) input[type=file]").last.set_input_files(file)


def save_and(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).first.click()
    page.wait_for_load_state()


def under_the_text(page: Page, address: str) -> tuple[int, int]:
    """How often the page shows the gallery and the document."""
    page.goto(address)
    return page.get_by_role("heading", name="Một ngày ở chợ nổi").count(), page.get_by_text("Nghị quyết 12").count()


def test_a_gallery_and_a_document_of_a_live_article_wait_for_the_update(
    desk_page: Page, page: Page, live_server: LiveServer, tmp_path: Path
):
    article, gallery = LiveArticleFactory(source_line="Theo TTXVN"), gallery_of("Sáng", "Trưa")
    keeping.first(article)
    file = tmp_path / "Nghị quyết 12.pdf"
    file.write_bytes(pdf())
    desk = f"{live_server.url}/toa-soan"
    form, public = f"{desk}/news/article/{article.pk}/change/", f"{live_server.url}{article.get_absolute_url()}"

    page.goto(form)
    choose_gallery(page, gallery.title)
    attach(page, file)
    save_and(page, "Lưu bản nháp")
    page.wait_for_url(form)
    expect(page.locator("#attachments-group").get_by_role("link", name="nghi-quyet-12.pdf")).to_be_visible()
    full = Article.objects.get().newest_revision
    assert full is not None
    assert under_the_text(page, public) == (0, 0)
    assert under_the_text(page, f"{desk}/bai/{article.pk}/xem-truoc/") == (1, 1)

    page.goto(f"{desk}/bai/{article.pk}/ban/so-sanh/?cu=dang-dang")
    for words in ("Bộ ảnh", "Tệp đính kèm", "Một ngày ở chợ nổi", "Thêm vào, đứng thứ 1."):
        expect(page.get_by_text(words).first).to_be_visible()

    page.goto(form)
    save_and(page, "Lưu và cập nhật bản đang đăng")
    expect(page.get_by_text("Bạn đọc thấy bản mới từ bây giờ.").first).to_be_visible()
    assert under_the_text(page, public) == (1, 1)
    with page.expect_download() as coming:
        page.get_by_role("link", name="Nghị quyết 12").click()
    assert coming.value.path().read_bytes() == pdf()

    page.goto(f"{desk}/bai/{article.pk}/ban/")
    page.get_by_role("button", name="Khôi phục bản 1").click()
    page.wait_for_url(form)
    assert under_the_text(page, public) == (1, 1)
    page.goto(form)
    save_and(page, "Lưu và cập nhật bản đang đăng")
    expect(page.get_by_text("Bạn đọc thấy bản mới từ bây giờ.").first).to_be_visible()
    assert under_the_text(page, public) == (0, 0)


def test_a_gallery_that_is_chosen_is_saved_by_itself(desk_page: Page, page: Page, live_server: LiveServer):
    article, gallery = LiveArticleFactory(source_line="Theo TTXVN"), gallery_of("Sáng")
    page.goto(f"{live_server.url}/toa-soan/news/article/{article.pk}/change/")
    choose_gallery(page, gallery.title)
    expect(page.locator("[data-saving]")).to_contain_text("Đã tự lưu", timeout=20_000)
    assert keeping.newest_content(Article.objects.get()).galleries == (gallery.pk,)


def test_photos_of_a_gallery_move_by_keyboard_and_the_focus_goes_along(
    desk_page: Page, page: Page, live_server: LiveServer
):
    gallery = gallery_of("Sáng", "Trưa", "Chiều")
    page.goto(f"{live_server.url}/toa-soan/news/gallery/{gallery.pk}/change/")
    rows = page.locator("#places-data > tbody.form-group:not(.empty-form)")
    up = rows.nth(2).get_by_role("button", name="Lên")
    up.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Đã chuyển từ thứ 3 thành thứ 2")).to_be_attached()
    expect(rows.nth(1).get_by_role("button", name="Lên")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Dòng này không chuyển thêm được nữa.")).to_be_attached()
    expect(rows.nth(0).get_by_role("button", name="Lên")).to_be_focused()
    rows.nth(1).get_by_role("button", name="Xuống").click()
    save_and(page, "Lưu")
    page.wait_for_url("**/news/gallery/")
    assert [place.caption for place in gallery.places.all()] == ["Chiều", "Trưa", "Sáng"]


def test_a_photo_that_is_added_comes_last(desk_page: Page, page: Page, live_server: LiveServer):
    gallery, photo = gallery_of("Sáng", "Trưa"), make_photo()
    page.goto(f"{live_server.url}/toa-soan/news/gallery/{gallery.pk}/change/")
    row = page.locator("#places-data > tbody.form-group:not(.empty-form)").nth(2)
    row.locator("input[name$='-photo']").fill(str(photo.pk))
    row.locator("[name$='-caption']").fill("Chiều")
    save_and(page, "Lưu")
    page.wait_for_url("**/news/gallery/")
    assert [place.caption for place in gallery.places.all()] == ["Sáng", "Trưa", "Chiều"]


def test_a_number_that_is_typed_moves_the_row_there(desk_page: Page, page: Page, live_server: LiveServer):
    gallery = gallery_of("Sáng", "Trưa", "Chiều")
    page.goto(f"{live_server.url}/toa-soan/news/gallery/{gallery.pk}/change/")
    rows = page.locator("#places-data > tbody.form-group:not(.empty-form)")
    rows.nth(2).locator("input[name$='-order']").fill("0")
    page.keyboard.press("Tab")
    expect(rows.nth(0).locator("[name$='-caption']")).to_have_value("Chiều")
    save_and(page, "Lưu")
    page.wait_for_url("**/news/gallery/")
    assert [place.caption for place in gallery.places.all()] == ["Chiều", "Sáng", "Trưa"]


def test_authors_of_an_article_move_by_buttons_too(desk_page: Page, page: Page, live_server: LiveServer):
    one, other = AuthorFactory(), AuthorFactory()
    article = LiveArticleFactory()
    bylines = (Byline(one.pk, "text"), Byline(other.pk, "photo"))
    editing.save(article, keeping.newest_content(article).with_changes({"bylines": bylines}), None)
    page.goto(f"{live_server.url}/toa-soan/news/article/{article.pk}/change/")
    rows = page.locator("#bylines-data > tbody.form-group:not(.empty-form)")
    rows.nth(1).get_by_role("button", name="Lên").click()
    expect(page.locator("[data-saving]")).to_contain_text("Đã tự lưu", timeout=20_000)
    assert keeping.newest_content(Article.objects.get()).bylines == bylines[::-1]
