"""The shortest way through the house with a browser: the paper opens, an article opens from it, the desk opens."""

from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.factories import LiveArticleFactory


def test_a_reader_opens_the_paper_and_an_article(page: Page, live_server: LiveServer) -> None:
    article = LiveArticleFactory()
    page.goto(live_server.url + "/")
    page.get_by_role("link", name=article.headline).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(article.headline)


def test_an_editor_signs_in(desk_page: Page) -> None:
    expect(desk_page.locator("html")).to_have_attribute("lang", "vi")
    expect(desk_page.locator("body")).to_contain_text("Bài viết")
