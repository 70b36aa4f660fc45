"""Writing while the line is cut, the session ends or somebody else takes the article: every word is found again."""

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from news.models import Article, Origin, Presence, Revision, User
from news.revisions import keeping
from tests.e2e.browser import SignIn, enter
from tests.factories import ArticleFactory, AuthorFactory, SectionFactory, UserFactory

pytestmark = pytest.mark.django_db(transaction=True)
EDITOR = "CKEDITOR.instances.id_body"
PATIENCE = 15_000  # ms; a busy machine, and three seconds of silence before a save


def open_article(page: Page, live_server: LiveServer, article: Article | None) -> None:
    where = f"{article.pk}/change" if article else "add"
    page.goto(f"{live_server.url}/toa-soan/news/article/{where}/")
    page.wait_for_function(f"window.CKEDITOR && {EDITOR} && {EDITOR}.status === 'ready'")


def text(page: Page):
    return page.frame_locator(".cke_wysiwyg_frame").locator("body")


def write(page: Page, words: str) -> None:
    text(page).click()
    page.keyboard.press("Control+End")
    page.keyboard.insert_text(words)


def status(page: Page):
    return page.locator("[data-saving-words]")


def saved(page: Page) -> None:
    expect(status(page)).to_contain_text("Đã tự lưu lúc", timeout=PATIENCE)


def newest(article: Article):
    return keeping.newest_content(Article.objects.get(pk=article.pk))


def test_the_first_words_of_a_new_article_make_its_draft_without_leaving_the_page(
    desk_page: Page, live_server: LiveServer, editor: User
) -> None:
    SectionFactory(name="Thời sự")
    AuthorFactory(user=editor, name="Lê Thu Hà")
    open_article(desk_page, live_server, None)
    write(desk_page, "Câu đầu tiên.")
    expect(status(desk_page)).to_contain_text("trừ ô: Tít", timeout=PATIENCE)
    article = Article.objects.get()
    assert desk_page.url.endswith(f"/article/{article.pk}/change/")
    assert (article.headline, article.body) == ("Bài chưa có tít", "<p>Câu đầu tiên.</p>")
    desk_page.fill("#id_headline", "Tít đã nghĩ ra")
    desk_page.select_option("#id_section", label="Thời sự")
    saved(desk_page)
    expect(status(desk_page)).not_to_contain_text("trừ")
    desk_page.get_by_role("button", name="Lưu", exact=True).click()
    expect(desk_page.locator(".desk-log")).to_contain_text("sửa")
    article.refresh_from_db()
    assert article.headline == "Tít đã nghĩ ra" and [b.author.name for b in article.bylines.all()] == ["Lê Thu Hà"]
    assert Article.objects.count() == 1


def test_a_new_article_in_the_same_tab_is_another_article(desk_page: Page, live_server: LiveServer) -> None:
    article = ArticleFactory(body="<p>Bài đang sửa.</p>")
    open_article(desk_page, live_server, article)
    with desk_page.expect_response("**/tu-luu/", timeout=PATIENCE):
        write(desk_page, " Thêm.")
    open_article(desk_page, live_server, None)
    desk_page.route(
        "**/add/tu-luu/", lambda route: (route.fetch(), route.abort()), times=1
    )  # kept, but the answer is lost
    write(desk_page, "Bài khác hẳn.")
    expect(status(desk_page)).to_contain_text("Đã tự lưu lúc", timeout=PATIENCE)
    assert newest(article).body == "<p>Bài đang sửa. Thêm.</p>"
    assert Article.objects.exclude(pk=article.pk).get().body == "<p>Bài khác hẳn.</p>"


def test_what_is_changed_before_the_editor_is_ready_is_saved_too(desk_page: Page, live_server: LiveServer) -> None:
    article, held = ArticleFactory(headline="Tít cũ"), []
    desk_page.route("**/ckeditor/contents.css*", lambda route: held.append(route))
    desk_page.goto(f"{live_server.url}/toa-soan/news/article/{article.pk}/change/", wait_until="domcontentloaded")
    desk_page.wait_for_function(f"window.CKEDITOR && {EDITOR} && document.querySelector('#id_headline')")
    for _ in range(100):
        if held:
            break
        desk_page.wait_for_timeout(50)
    assert desk_page.evaluate(f"{EDITOR}.status") != "ready"
    desk_page.fill("#id_headline", "Tít mới")
    held[0].continue_()
    saved(desk_page)
    assert newest(article).headline == "Tít mới"


def test_leaving_asks_only_while_something_is_unsaved(desk_page: Page, live_server: LiveServer) -> None:
    article, asked = ArticleFactory(), []
    desk_page.on("dialog", lambda shown: (asked.append(shown.type), shown.accept()))
    open_article(desk_page, live_server, article)
    # Not by a route: what a page sends while it is left gets past it.
    desk_page.locator("[data-writing]").evaluate("where => { where.dataset.autosave = 'http://127.0.0.1:9/' }")
    write(desk_page, " Chữ chưa lưu.")
    desk_page.reload()
    assert asked == ["beforeunload"]
    open_article(desk_page, live_server, article)
    desk_page.locator("[data-part=copy-use]").click()
    saved(desk_page)
    desk_page.reload()
    assert asked == ["beforeunload"]
    assert "Chữ chưa lưu." in newest(article).body


def test_what_is_typed_while_the_line_is_cut_is_saved_when_it_is_back(desk_page: Page, live_server: LiveServer) -> None:
    article = ArticleFactory()
    open_article(desk_page, live_server, article)
    write(desk_page, " Trước khi mất mạng.")
    saved(desk_page)
    desk_page.context.set_offline(True)
    write(desk_page, " Trong khi mất mạng.")
    expect(status(desk_page)).to_have_text("Mất kết nối, chữ được giữ trong trình duyệt này", timeout=PATIENCE)
    write(desk_page, " Vẫn gõ tiếp.")
    button = desk_page.get_by_role("button", name="Lưu", exact=True)
    button.click()
    expect(button).not_to_have_attribute("aria-busy", "true")  # the press has come to nothing, or it would save below
    expect(text(desk_page)).to_contain_text("Vẫn gõ tiếp.")
    desk_page.context.set_offline(False)
    saved(desk_page)
    assert "Trước khi mất mạng. Trong khi mất mạng. Vẫn gõ tiếp." in newest(article).body


def test_a_button_says_that_its_press_is_being_carried_out(desk_page: Page, live_server: LiveServer) -> None:
    open_article(desk_page, live_server, ArticleFactory())
    button = desk_page.get_by_role("button", name="Lưu", exact=True)
    busy: list[str | None] = []
    desk_page.route(
        "**/da-vao/", lambda route: (busy.append(button.get_attribute("aria-busy")), route.continue_()), times=1
    )
    assert button.get_attribute("aria-busy") is None
    with desk_page.expect_navigation():
        button.click()
    assert busy == ["true"]


def test_after_a_crash_the_browser_s_text_and_the_server_s_are_both_offered(
    desk_page: Page, live_server: LiveServer
) -> None:
    article = ArticleFactory(body="<p>Bản trên máy chủ.</p>")
    open_article(desk_page, live_server, article)
    desk_page.context.set_offline(True)
    write(desk_page, " Chữ lúc mất mạng.")
    expect(status(desk_page)).to_contain_text("Mất kết nối", timeout=PATIENCE)
    desk_page.close(run_before_unload=False)
    again = desk_page.context.new_page()
    again.context.set_offline(False)
    open_article(again, live_server, article)
    banner = again.locator("[data-part=copy]")
    expect(banner).to_contain_text("Chữ trong trình duyệt mới hơn")
    again.get_by_text("Xem cả hai").click()
    expect(again.locator("[data-part=copy-mine]")).to_contain_text("Chữ lúc mất mạng.")
    expect(again.locator("[data-part=copy-theirs]")).to_contain_text("Bản trên máy chủ.")
    expect(again.locator("[data-part=copy-theirs]")).not_to_contain_text("Chữ lúc mất mạng.")
    again.get_by_role("button", name="Dùng bản trên máy chủ").click()
    expect(banner).to_contain_text("vẫn còn giữ")
    open_article(again, live_server, article)
    expect(banner).to_contain_text("Chữ trong trình duyệt mới hơn")
    again.get_by_role("button", name="Dùng chữ trong trình duyệt").click()
    saved(again)
    assert newest(article).body == "<p>Bản trên máy chủ. Chữ lúc mất mạng.</p>"
    open_article(again, live_server, article)
    expect(banner).to_be_hidden()


def test_one_signs_in_again_on_top_of_the_text_and_saving_goes_on(
    desk_page: Page, live_server: LiveServer, editor: User
) -> None:
    article = ArticleFactory()
    open_article(desk_page, live_server, article)
    Session.objects.all().delete()
    write(desk_page, " Viết khi phiên đã hết.")
    frame = desk_page.frame_locator("dialog iframe")
    expect(frame.locator("input[name=username]")).to_be_visible(timeout=PATIENCE)
    enter(frame, editor)
    expect(desk_page.locator("dialog.desk-dialog")).to_be_hidden()
    saved(desk_page)
    assert "Viết khi phiên đã hết." in newest(article).body
    write(desk_page, " Và sau đó.")
    desk_page.get_by_role("button", name="Lưu", exact=True).click()
    desk_page.wait_for_load_state()
    expect(desk_page.locator(".desk-log")).to_contain_text("sửa")
    assert "Và sau đó." in newest(article).body


def test_a_button_pressed_after_the_session_ended_leads_through_signing_in_to_its_goal(
    desk_page: Page, live_server: LiveServer, editor: User
) -> None:
    article = ArticleFactory()
    open_article(desk_page, live_server, article)
    Session.objects.all().delete()
    write(desk_page, " Câu cuối.")
    desk_page.get_by_role("button", name="Lưu và đăng").click()
    enter(desk_page.frame_locator("dialog iframe"), editor)
    expect(desk_page.locator(".desk-state")).to_have_text("Đang đăng", timeout=PATIENCE)
    assert Article.objects.get().is_live() and "Câu cuối." in Article.objects.get().body


def test_a_second_editor_looks_takes_over_and_the_first_one_s_words_are_kept(
    desk_page: Page, live_server: LiveServer, somebody: SignIn
) -> None:
    article = ArticleFactory(body="<p>Bài gốc.</p>")
    open_article(desk_page, live_server, article)
    desk_page.locator("#id_standfirst").click()
    second = somebody(UserFactory(role="thư ký tòa soạn", display_name="Nguyễn Bích Ngọc"))
    open_article(second, live_server, article)
    expect(second.locator("[data-part=looking]")).to_contain_text("đang sửa bài này")
    expect(second.locator("#id_headline")).not_to_be_editable()
    expect(second.get_by_role("button", name="Lưu", exact=True)).to_be_disabled()
    second.wait_for_function(f"{EDITOR}.readOnly")
    expect(second.get_by_role("button", name="Đăng ngay")).to_be_enabled()  # works on what is saved
    expect(desk_page.locator("[data-part=others]")).to_contain_text("Nguyễn Bích Ngọc", timeout=PATIENCE)
    write(desk_page, " Chữ chưa kịp lưu.")
    second.get_by_role("button", name="Nhận bài").click()
    expect(second.locator("[data-part=looking]")).to_be_hidden()
    expect(desk_page.locator("[data-part=looking]")).to_contain_text("Nguyễn Bích Ngọc", timeout=PATIENCE)
    expect(desk_page.locator("[data-part=outdated]")).to_contain_text("Nguyễn Bích Ngọc đã nhận bài này")
    kept = Revision.objects.unpackable().get(origin=Origin.RESCUED)
    assert keeping.content_of(kept).body == "<p>Bài gốc. Chữ chưa kịp lưu.</p>"
    expect(desk_page.locator("[data-part=outdated-number]")).to_have_text(str(kept.number))
    with second.expect_response("**/tu-luu/", timeout=PATIENCE):
        write(second, " Chữ của người nhận.")
    saved(second)
    assert newest(article).body == "<p>Bài gốc. Chữ của người nhận.</p>"
    second.close(run_before_unload=True)
    Presence.objects.filter(user__display_name="Nguyễn Bích Ngọc").delete()
    expect(desk_page.locator("[data-part=looking]")).to_be_hidden(timeout=PATIENCE)
    expect(text(desk_page)).to_contain_text("Chữ của người nhận.")


def test_who_saved_meanwhile_is_told_and_the_text_is_kept_beside(desk_page: Page, live_server: LiveServer) -> None:
    article = ArticleFactory()
    open_article(desk_page, live_server, article)
    from_elsewhere = newest(article).with_changes({"headline": "Tít của người khác"})
    keeping.keep(Article.objects.get(), from_elsewhere, UserFactory(display_name="Lê Minh Đức"))
    write(desk_page, " Chữ của tôi.")
    expect(desk_page.locator("[data-part=outdated]")).to_contain_text("Lê Minh Đức đã lưu", timeout=PATIENCE)
    kept = Revision.objects.unpackable().get(origin=Origin.RESCUED)
    assert "Chữ của tôi." in keeping.content_of(kept).body
    assert newest(article).headline == "Tít của người khác"
