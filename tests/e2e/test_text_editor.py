"""The text editor in a real browser: what is pasted, dropped and pressed, and what is stored of it."""

import base64

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from news.models import Article, Photo
from tests.databases import once
from tests.factories import SectionFactory, picture_file
from tests.news.body.test_pasted_pages import FROM_A_WEB_PAGE, FROM_GOOGLE_DOCS, FROM_WORD

pytestmark = [pytest.mark.django_db(transaction=True), once]
EDITOR = "CKEDITOR.instances.id_body"
PASTE = """(html) => {
  const clipboard = new DataTransfer();
  clipboard.setData("text/html", html);
  document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: clipboard, bubbles: true, cancelable: true }));
}"""
PASTE_FILE = """(content) => {
  const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
  const clipboard = new DataTransfer();
  clipboard.items.add(new File([bytes], "anh.jpg", { type: "image/jpeg" }));
  document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: clipboard, bubbles: true, cancelable: true }));
}"""


@pytest.fixture
def writing(desk_page: Page, live_server: LiveServer) -> Page:
    """The form of a new article, with the cursor in the text."""
    SectionFactory(name="Thời sự")
    desk_page.goto(f"{live_server.url}/toa-soan/news/article/add/")
    desk_page.fill("[name=headline]", "Đường phố đổi tên")
    desk_page.select_option("[name=section]", label="Thời sự")
    desk_page.wait_for_function(f"window.CKEDITOR && {EDITOR} && {EDITOR}.status === 'ready'")
    text(desk_page).click()
    return desk_page


def text(page: Page):
    return page.frame_locator(".cke_wysiwyg_frame").locator("body")


def paste(page: Page, html: str) -> None:
    page.frames[-1].evaluate(PASTE, html)
    page.wait_for_function(f"{EDITOR}.getData().length > 0")


def stored(page: Page) -> str:
    """The body after saving."""
    with page.expect_event("load"):  # not the address alone: saving by itself has moved the page there already
        page.click("button[name=_continue]")
    return Article.objects.get().body


def test_a_word_document_leaves_clean_paragraphs(writing: Page) -> None:
    paste(writing, FROM_WORD)
    body = stored(writing)
    assert "Sáng nay – 8 giờ – thành phố thông xe cây cầu “dài nhất”</p>" in body
    assert "<h2>Kinh phí</h2>" in body and "<td>Vốn</td>" in body
    for junk in ("Mso", "style", "<span", "o:p", "&nbsp;", "<p></p>"):
        assert junk not in body


def test_google_docs_keeps_what_was_emphasised(writing: Page) -> None:
    paste(writing, FROM_GOOGLE_DOCS)
    body = stored(writing)
    assert "rút chậm</strong>" in body and "<ul><li>Xã A</li><li>Xã B</li></ul>" in body
    assert not body.startswith("<p><strong>Nước lũ")


def test_a_picture_of_another_site_stays_behind_and_the_writer_is_told(writing: Page) -> None:
    paste(writing, FROM_A_WEB_PAGE)
    expect(writing.locator(".cke_notification_message")).to_contain_text("Ảnh ở trang khác không dán được")
    body = stored(writing)
    assert "<h2>Giá gạo tăng</h2>" in body and "<img" not in body and "bao.example/gao.jpg" not in body


def test_a_pasted_picture_is_uploaded_and_stands_in_the_text(writing: Page) -> None:
    writing.frames[-1].evaluate(PASTE_FILE, base64.b64encode(picture_file(1200, 800)).decode())
    expect(text(writing).locator("img[src^='/anh/']")).to_be_visible()
    photo = Photo.objects.get()
    assert f'<img src="/anh/{photo.key}/960.webp" alt="" width="960" height="640">' in stored(writing)


def test_a_picture_is_sent_by_the_button_and_gets_its_caption(writing: Page) -> None:
    writing.click(".cke_button__image")
    dialog = writing.locator(".cke_dialog_body")
    writing.frame_locator(".cke_dialog_ui_input_file iframe").locator("input[type=file]").set_input_files(
        {"name": "anh.jpg", "mimeType": "image/jpeg", "buffer": picture_file(1200, 800)}
    )
    dialog.locator(".cke_dialog_ui_fileButton, a.cke_dialog_ui_button").get_by_text("Tải lên").click()
    expect(dialog.locator("input[type=text]").first).to_have_value(f"/anh/{wait_for_photo(writing).key}/960.webp")
    dialog.get_by_label("Mô tả ảnh cho người không nhìn thấy").fill("Cầu Rồng")
    dialog.get_by_label("Có chú thích").check()
    dialog.get_by_role("button", name="Đồng ý").click()
    caption = text(writing).locator("figcaption")
    caption.click(click_count=3)
    writing.keyboard.insert_text("Cầu Rồng lúc bình minh")
    body = stored(writing)
    assert (
        '960.webp" alt="Cầu Rồng" width="960" height="640">' in body
        and "<figcaption>Cầu Rồng lúc bình minh</figcaption>" in body
    )


def wait_for_photo(page: Page) -> Photo:
    for _ in range(50):
        if photo := Photo.objects.first():
            return photo
        page.wait_for_timeout(100)
    raise AssertionError("no photo came")


def test_an_embed_is_a_link_and_only_from_known_hosts(writing: Page) -> None:
    text(writing).click()  # the place where it goes
    writing.click(".cke_button__embed")
    dialog = writing.locator(".cke_dialog_body")
    address, title, caption = (dialog.locator("input[type=text]").nth(n) for n in range(3))
    warned = []
    writing.on("dialog", lambda shown: (warned.append(shown.message), shown.accept()))
    address.fill("https://xau.example/phim")
    dialog.get_by_role("button", name="Đồng ý").click()
    assert warned and "YouTube" in warned[0]
    address.fill("https://www.youtube.com/watch?v=abc")
    title.fill("Lễ hội")
    caption.fill("Phim của Đài Truyền hình")
    dialog.get_by_role("button", name="Đồng ý").click()
    expect(text(writing).locator("figure.embed a")).to_have_text("Lễ hội")
    assert stored(writing) == (
        '<figure class="embed"><a href="https://www.youtube.com/watch?v=abc">Lễ hội</a>'
        "<figcaption>Phim của Đài Truyền hình</figcaption></figure>"
    )


def test_a_box_is_put_around_a_paragraph_and_taken_off(writing: Page) -> None:
    writing.keyboard.type("Trong hộp")
    writing.click(".cke_button__box")
    expect(text(writing).locator("aside.box p")).to_have_text("Trong hộp")
    writing.click(".cke_button__box")
    expect(text(writing).locator("aside.box")).to_have_count(0)
    writing.click(".cke_button__box")
    assert stored(writing) == '<aside class="box"><p>Trong hộp</p></aside>'


def test_dash_and_quotes_survive_typing_and_saving_twice(writing: Page) -> None:
    writing.keyboard.insert_text("Hòa bình – “quyết nghị”, thuở nghiễm nhiên…")
    body = stored(writing)
    writing.wait_for_function(f"window.CKEDITOR && {EDITOR} && {EDITOR}.status === 'ready'")
    writing.fill("[name=standfirst]", "Sapo")
    with writing.expect_event("load"):
        writing.click("button[name=_continue]")
    expect(writing.locator("[name=standfirst]")).to_have_value("Sapo")
    assert Article.objects.get().body == body == "<p>Hòa bình – “quyết nghị”, thuở nghiễm nhiên…</p>"


def test_no_english_word_is_on_the_toolbar_or_in_the_dialogs(writing: Page) -> None:
    labels = writing.locator(".cke_toolgroup a, .cke_combo_button").evaluate_all(
        "all => all.map(a => a.title || a.textContent)"
    )
    for name in ("link", "image", "table", "embed", "find"):
        writing.click(f".cke_button__{name}")
        dialog = writing.locator(".cke_dialog_body:visible")
        expect(dialog).to_be_visible()
        labels.append(dialog.inner_text())
        labels += dialog.locator("select option").all_inner_texts()
        writing.evaluate("CKEDITOR.dialog.getCurrent().hide()")
        expect(dialog).to_have_count(0)
    shown = " ".join(labels).replace("YouTube, Vimeo, Facebook, TikTok, Spotify, SoundCloud", "")
    english = {
        "the",
        "display",
        "text",
        "phone",
        "upload",
        "search",
        "image",
        "header",
        "heading",
        "rows",
        "none",
        "url",
        "link",
        "cell",
        "ok",
        "other",
    }
    found = english & {word.strip("().,:<>").lower() for word in shown.split()}
    assert found - {"url"} == set(), shown
