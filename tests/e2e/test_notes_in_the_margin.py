"""Notes in the margin, each person in their own browser: on a passage, answered, kept on it, resolved; readers see none."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from news import editing, lifecycle
from news.models import Article, MarginNote, State
from news.revisions.content import Content
from tests.databases import once
from tests.e2e.browser import SignIn
from tests.factories import ArticleFactory, UserFactory

pytestmark = [pytest.mark.django_db(transaction=True), once]
EDITOR = "CKEDITOR.instances.id_body"
BODY = "<p>Mở đầu của bài.</p><p>Ủy ban thông qua <strong>nghị quyết</strong> sáng nay.</p><p>Có 30 người dự.</p>"
PASSAGE = "thông qua nghị quyết"
NOTE = "Nghị quyết số mấy?"
# The keys come in the same moment as the selection: before the browser tells of it.
SELECT_AND_PRESS = """element => {
  getSelection().selectAllChildren(element);
  element.dispatchEvent(new KeyboardEvent("keydown", { code: "KeyM", ctrlKey: true, altKey: true, bubbles: true }));
}"""
MARKED = """name => {
  const frame = document.querySelector(".cke_wysiwyg_frame")?.contentWindow ?? window;
  return [...(frame.CSS.highlights.get(name) ?? [])].map(range => range.toString());
}"""


def opened(page: Page, live_server: LiveServer, article: Article, mark: str = "") -> Page:
    page.goto(f"{live_server.url}/toa-soan/news/article/{article.pk}/change/{mark}")
    page.wait_for_function(f"window.CKEDITOR && {EDITOR} && {EDITOR}.status === 'ready'")
    return page


def select_words(page: Page, words: str) -> None:
    """Select the words in the editor as a person would, across whatever tags they stand in."""
    page.evaluate(
        """words => {
          const frame = document.querySelector(".cke_wysiwyg_frame").contentWindow;
          frame.document.body.focus();
          const selection = frame.getSelection();
          selection.collapse(frame.document.body, 0);
          frame.find(words);
        }""",
        words,
    )


def marked(page: Page, name: str = "desk-note-body") -> list[str]:
    found: list[str] = page.evaluate(MARKED, name)
    return found


def panel(page: Page) -> Locator:
    return page.locator("[data-margin]")


def type_note(page: Page, words: str) -> None:
    expect(page.locator("#id_moi-text")).to_be_focused()
    page.keyboard.insert_text(words)
    panel(page).get_by_role("button", name="Ghi chú", exact=True).click()


def test_a_note_goes_its_whole_way_and_readers_never_see_it(page: Page, live_server: LiveServer, somebody: SignIn):
    writer, editor = UserFactory(role="phóng viên"), UserFactory(role="biên tập viên", display_name="Minh Đức")
    article = ArticleFactory(created_by=writer, state=State.REVIEW)
    editing.save(article, Content.of(article).with_changes({"body": BODY}), None)
    stored = Article.objects.get(pk=article.pk).body

    desk = opened(somebody(editor), live_server, article)
    select_words(desk, PASSAGE)
    desk.keyboard.press("Control+Alt+m")
    expect(desk.locator("[data-margin-quote]")).to_have_text(PASSAGE)
    type_note(desk, NOTE)
    expect(desk.locator("[data-margin-says]")).to_have_text("Đã ghi chú.")
    expect(panel(desk).locator("summary").first).to_contain_text("1 chưa xong")
    note = MarginNote.objects.get()
    assert (note.exact, note.field, note.by) == (PASSAGE, "body", editor)
    assert desk.url.endswith("/change/") and marked(desk) == [PASSAGE]
    assert Article.objects.get(pk=article.pk).body == stored
    assert "<span" not in desk.evaluate(f"{EDITOR}.getData()")
    lifecycle.send_back(article, editor, "Xem ghi chú bên lề.")

    reporter = somebody(writer)
    reporter.goto(f"{live_server.url}/toa-soan/tin-bao/")
    reporter.get_by_role("button", name="Mở bài").first.click()
    reporter.goto(f"{live_server.url}/toa-soan/tin-bao/")
    reporter.locator("li", has_text=NOTE).get_by_role("button", name="Mở bài").click()
    reporter.wait_for_url(f"**/change/#ghi-chu-{note.pk}")
    reporter.wait_for_function(f"window.CKEDITOR && {EDITOR} && {EDITOR}.status === 'ready'")
    if reporter.locator("[data-part=looking]").is_visible():
        reporter.get_by_role("button", name="Nhận bài").click()
    thread = reporter.locator(f"#ghi-chu-{note.pk}")
    expect(thread).to_contain_text(NOTE)
    assert marked(reporter) == [PASSAGE]
    thread.get_by_title("Tới đoạn này trong bài").click()
    assert (
        reporter.evaluate("document.querySelector('.cke_wysiwyg_frame').contentWindow.getSelection().toString()")
        == PASSAGE
    )
    assert marked(reporter, "desk-note-current-body") == [PASSAGE]

    thread.get_by_text("Trả lời").first.click()
    thread.get_by_label("Trả lời").fill("Số 12, em bổ sung.")
    thread.get_by_role("button", name="Gửi trả lời").click()
    expect(thread).to_contain_text("Số 12, em bổ sung.")
    text = reporter.frame_locator(".cke_wysiwyg_frame").locator("body")
    text.locator("p").first.click()
    reporter.keyboard.press("Control+Home")
    reporter.keyboard.insert_text("Một đoạn dài mới viết thêm vào trước. ")
    expect(reporter.locator("[data-saving-words]")).to_contain_text("Đã tự lưu lúc", timeout=15_000)
    assert marked(reporter) == [PASSAGE]
    text.get_by_text("nghị quyết", exact=True).click()
    reporter.keyboard.insert_text(" mới")  # inside the passage: the mark follows what is written there
    reporter.wait_for_function(f"({MARKED})('desk-note-body')[0]?.includes('mới')")
    for _letter in " mới":
        reporter.keyboard.press("Backspace")
    reporter.wait_for_function(f"({MARKED})('desk-note-body')[0] === '{PASSAGE}'")
    expect(reporter.locator("[data-saving-words]")).to_contain_text("Đã tự lưu lúc", timeout=15_000)
    reporter.wait_for_function("document.querySelector('[data-saving]').dataset.state === 'saved'")
    opened(reporter, live_server, article)
    expect(thread.locator("[data-note-passage]")).to_have_text(PASSAGE)
    expect(thread.locator(".desk-note-changed:visible")).to_have_count(0)
    assert marked(reporter) == [PASSAGE]

    thread = opened(desk, live_server, article, f"#ghi-chu-{note.pk}").locator(f"#ghi-chu-{note.pk}")
    expect(thread).to_contain_text("Số 12, em bổ sung.")
    thread.get_by_role("button", name="Đã xong").click()
    expect(desk.locator("[data-margin-says]")).to_have_text("Ghi chú đã xong.")
    expect(panel(desk).locator("summary").first).to_contain_text("0 chưa xong")
    assert marked(desk) == []
    note.refresh_from_db()
    assert note.resolved_by == editor

    lifecycle.publish(Article.objects.get(pk=article.pk), editor)
    article.refresh_from_db()
    page.goto(live_server.url + article.get_absolute_url())
    expect(page.get_by_text("nghị quyết").first).to_be_visible()
    assert NOTE not in page.content() and "bổ sung" not in page.content()


def test_who_only_reads_the_article_notes_it_on_the_text_that_is_shown(
    page: Page, live_server: LiveServer, somebody: SignIn
):
    writer = UserFactory(role="phóng viên")
    article = ArticleFactory(created_by=writer, state=State.REVIEW, body=BODY)
    reporter = somebody(writer)
    reporter.goto(f"{live_server.url}/toa-soan/news/article/{article.pk}/change/")
    reporter.locator("[data-margin-text=standfirst]").select_text()
    reporter.keyboard.press("Control+Alt+m")
    type_note(reporter, "Em sửa sapo được không?")
    expect(reporter.locator("[data-margin-says]")).to_have_text("Đã ghi chú.")
    note = MarginNote.objects.get()
    assert (note.field, note.exact) == ("standfirst", article.standfirst)
    assert marked(reporter, "desk-note-standfirst") == [article.standfirst]
    reporter.locator("[data-margin-text=standfirst]").click()
    expect(reporter.locator(f"#ghi-chu-{note.pk}")).to_have_attribute("data-current", "")
    reporter.locator("[data-margin-text=headline]").evaluate(SELECT_AND_PRESS)
    expect(reporter.locator("[data-margin-quote]")).to_have_text(article.headline)


def test_words_in_the_headline_are_noted_and_a_colleagues_note_comes_by_itself(
    desk_page: Page, live_server: LiveServer, somebody: SignIn
):
    article = ArticleFactory(headline="Ba mươi người dự lễ", body=BODY)
    colleague = opened(somebody(UserFactory(role="biên tập viên")), live_server, article)
    opened(desk_page, live_server, article)
    desk_page.locator("#id_moi-text").evaluate(
        "field => { field.closest('details').open = true; field.value = 'Đang viết dở'; }"
    )
    colleague.locator("#id_headline").focus()
    colleague.evaluate("document.getElementById('id_headline').setSelectionRange(0, 7)")
    colleague.keyboard.press("Control+Alt+m")
    type_note(colleague, "Viết số?")
    expect(colleague.locator("[data-margin-says]")).to_have_text("Đã ghi chú.")
    assert MarginNote.objects.get().exact == "Ba mươi"
    expect(panel(desk_page)).to_contain_text("Viết số?", timeout=15_000)
    expect(desk_page.locator("#id_moi-text")).to_have_value("Đang viết dở")
    desk_page.get_by_title("Tới đoạn này trong bài").click()
    expect(desk_page.locator("#id_headline")).to_be_focused()
    assert (
        desk_page.evaluate(
            "(field => field.value.slice(field.selectionStart, field.selectionEnd))(document.getElementById('id_headline'))"
        )
        == "Ba mươi"
    )


def test_words_that_were_not_saved_yet_can_be_noted_and_a_lost_line_loses_no_note(
    desk_page: Page, live_server: LiveServer
):
    article = ArticleFactory(body=BODY)
    opened(desk_page, live_server, article)
    desk_page.frame_locator(".cke_wysiwyg_frame").locator("body").click()
    desk_page.keyboard.press("Control+End")
    desk_page.keyboard.insert_text(" Câu vừa gõ xong.")
    select_words(desk_page, "Câu vừa gõ")
    desk_page.locator(".cke_button__note").click()
    expect(desk_page.locator("[data-margin-quote]")).to_have_text("Câu vừa gõ")
    desk_page.route("**/ghi-chu/", lambda route: route.abort(), times=1)
    type_note(desk_page, "Nguồn nào?")
    expect(panel(desk_page).get_by_role("alert")).to_contain_text("Chưa gửi được")
    expect(desk_page.locator("#id_moi-text")).to_have_value("Nguồn nào?")
    panel(desk_page).get_by_role("button", name="Ghi chú", exact=True).click()
    expect(desk_page.locator("[data-margin-says]")).to_have_text("Đã ghi chú.")
    note = MarginNote.objects.get()
    assert note.exact == "Câu vừa gõ" and note.revision == Article.objects.get(pk=article.pk).newest_revision
    panel(desk_page).get_by_text("Ghi chú mới").click()
    desk_page.get_by_role("button", name="Ghi chú", exact=True).click()
    expect(panel(desk_page).get_by_role("alert")).to_contain_text("Hãy viết ghi chú.")


def test_a_half_written_note_outlives_saving_the_article(desk_page: Page, live_server: LiveServer):
    article = ArticleFactory(body=BODY)
    opened(desk_page, live_server, article)
    select_words(desk_page, PASSAGE)
    desk_page.keyboard.press("Control+Alt+m")
    desk_page.keyboard.insert_text("Viết dở")
    with desk_page.expect_event("load"):
        desk_page.get_by_role("button", name="Lưu", exact=True).click()
    expect(desk_page.locator("#id_moi-text")).to_have_value("Viết dở")
    expect(desk_page.locator("[data-margin-quote]")).to_have_text(PASSAGE)
    panel(desk_page).get_by_role("button", name="Ghi chú", exact=True).click()
    expect(desk_page.locator("[data-margin-says]")).to_have_text("Đã ghi chú.")
    assert MarginNote.objects.get().exact == PASSAGE
    opened(desk_page, live_server, article)
    expect(desk_page.locator("#id_moi-text")).to_have_value("")


def test_without_javascript_the_same_forms_lead_back_to_the_note(browser, live_server: LiveServer, desk_page: Page):
    article = ArticleFactory(body=BODY)
    cookies = desk_page.context.storage_state()
    context = browser.new_context(java_script_enabled=False, storage_state=cookies, locale="vi-VN")
    plain = context.new_page()
    plain.goto(f"{live_server.url}/toa-soan/news/article/{article.pk}/change/")
    plain.get_by_text("Ghi chú mới").click()
    plain.get_by_label("Đoạn cần ghi chú").fill("nghị quyết sáng nay")
    plain.get_by_role("button", name="Ghi chú", exact=True).click()
    expect(plain.get_by_role("alert")).to_have_text("Hãy viết ghi chú.")
    expect(plain.get_by_label("Đoạn cần ghi chú")).to_have_value("nghị quyết sáng nay")
    plain.locator("#id_moi-text").fill(NOTE)
    plain.get_by_role("button", name="Ghi chú", exact=True).click()
    note = MarginNote.objects.get()
    assert re.search(rf"#ghi-chu-{note.pk}$", plain.url) and note.exact == "nghị quyết sáng nay"
    plain.locator(f"#ghi-chu-{note.pk}").get_by_role("button", name="Đã xong").click()
    note.refresh_from_db()
    assert note.resolved_at is not None
    context.close()
