"""A server that dies while somebody writes takes no word with it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from news.models import Article, User
from tests.e2e import browser as chromium
from tests.e2e.server import Server
from tests.e2e.test_nobody_loses_a_word import EDITOR, PATIENCE, newest, saved, status, text, write
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def server(transactional_db, tmp_path: Path) -> Iterator[Server]:
    """It runs, on this test's database."""
    running = Server(tmp_path)
    running.start()
    yield running
    running.kill()


@pytest.fixture
def writing(browser: Browser, server: Server, editor: User) -> Iterator[tuple[Page, Article]]:
    """A tab in which the editor has an article open."""
    context, article = chromium.new_context(browser), ArticleFactory(body="<p>Bài gốc.</p>")
    page = context.new_page()
    page.goto(f"{server.url}/toa-soan/login/")
    chromium.enter(page, editor)
    page.wait_for_url("**/toa-soan/")
    page.goto(f"{server.url}/toa-soan/news/article/{article.pk}/change/")
    page.wait_for_function(f"window.CKEDITOR && {EDITOR} && {EDITOR}.status === 'ready'")
    yield page, article
    context.close()


@pytest.mark.browser
def test_what_is_typed_before_while_and_after_it_is_down_is_all_there(writing: tuple[Page, Article], server: Server):
    page, article = writing
    write(page, " Trước khi máy chủ chết.")
    saved(page)
    write(page, " Ngay lúc ấy.")
    server.kill()
    expect(status(page)).to_contain_text("Mất kết nối", timeout=PATIENCE)
    write(page, " Vẫn gõ tiếp.")
    server.start()
    saved(page)
    write(page, " Và sau đó.")
    with page.expect_response("**/tu-luu/", timeout=PATIENCE):
        pass
    saved(page)
    words = "Bài gốc. Trước khi máy chủ chết. Ngay lúc ấy. Vẫn gõ tiếp. Và sau đó."
    assert newest(article).body == f"<p>{words}</p>"


@pytest.mark.browser
def test_a_tab_that_is_closed_while_it_is_down_gives_the_words_back(writing: tuple[Page, Article], server: Server):
    page, article = writing
    server.kill()
    write(page, " Chỉ có ở đây.")
    expect(status(page)).to_contain_text("Mất kết nối", timeout=PATIENCE)
    page.close(run_before_unload=False)
    server.start()
    again = page.context.new_page()
    again.goto(f"{server.url}/toa-soan/news/article/{article.pk}/change/")
    again.get_by_role("button", name="Dùng chữ trong trình duyệt").click()
    expect(text(again)).to_contain_text("Chỉ có ở đây.")
    saved(again)
    assert newest(article).body == "<p>Bài gốc. Chỉ có ở đây.</p>"
