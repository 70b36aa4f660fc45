"""The managing editor corrects in public, looking at the wording while typing; a reader sees it, also when taken back."""

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from news.models import Article, Correction, User
from tests.databases import once
from tests.e2e.browser import new_context
from tests.factories import LiveArticleFactory, UserFactory

pytestmark = once

FALSE, RIGHT = "Cầu vượt Đường Phố dài 30 km.", "Cầu vượt Đường Phố dài 3 km."
SORRY = "Tòa soạn thành thật xin lỗi bạn đọc."


@pytest.fixture
def editor(db) -> User:
    """A thư ký tòa soạn."""
    return UserFactory(role="thư ký tòa soạn")


@pytest.fixture
def article(db) -> Article:
    return LiveArticleFactory(headline="Ủy ban thông xe cầu vượt Đường Phố")


def fill_in(page: Page, live_server: LiveServer, article: Article) -> None:
    page.goto(f"{live_server.url}/toa-soan/news/article/{article.pk}/change/")
    page.get_by_role("link", name="Đính chính…").click()
    page.get_by_label("cải chính và xin lỗi").check()
    page.get_by_label("Thông tin sai").fill(FALSE)
    page.get_by_label("Thông tin đúng").fill(RIGHT)
    page.get_by_label("Lời xin lỗi").fill(SORRY)


def test_a_mistake_is_corrected_and_readers_are_told(desk_page: Page, live_server: LiveServer, article: Article):
    fill_in(desk_page, live_server, article)
    preview = desk_page.locator("#xem-truoc")
    expect(preview.get_by_role("heading")).to_have_text("Thông tin cải chính, xin lỗi")
    expect(preview).to_contain_text(SORRY)
    assert not Correction.objects.exists()
    desk_page.get_by_role("button", name="Đăng lời đính chính").click()
    desk_page.wait_for_url("**/change/")

    desk_page.goto(live_server.url + article.get_absolute_url())
    told = desk_page.get_by_role("region", name="Thông tin cải chính, xin lỗi")
    for words in (FALSE, RIGHT, SORRY, article.headline):
        expect(told).to_contain_text(words)
    desk_page.get_by_role("navigation", name="Cuối trang").get_by_role("link", name="Đính chính, cải chính").click()
    desk_page.get_by_role("link", name=article.headline).click()
    expect(told).to_be_in_viewport()


def test_a_mistaken_correction_is_taken_back(desk_page: Page, live_server: LiveServer, article: Article):
    fill_in(desk_page, live_server, article)
    desk_page.get_by_role("button", name="Đăng lời đính chính").click()
    desk_page.get_by_role("link", name=FALSE).click()
    desk_page.get_by_label("Lý do rút").fill("Số cũ mới đúng.")
    desk_page.get_by_role("button", name="Rút lời đính chính").click()
    expect(desk_page.get_by_text("Số cũ mới đúng.")).to_be_visible()
    desk_page.goto(live_server.url + article.get_absolute_url())
    expect(desk_page.get_by_text(FALSE)).to_have_count(0)


def test_without_javascript_the_preview_is_a_button(browser: Browser, live_server: LiveServer, editor, article):
    with new_context(browser, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{live_server.url}/toa-soan/login/")
        page.fill("input[name=username]", editor.username)
        page.fill("input[name=password]", "mat-khau-thu")
        page.click("form [type=submit]")
        fill_in(page, live_server, article)
        page.get_by_role("button", name="Xem trước").click()
        expect(page.locator("#xem-truoc")).to_contain_text(SORRY)
        expect(page.get_by_label("Lời xin lỗi")).to_have_value(SORRY)
        page.get_by_role("button", name="Đăng lời đính chính").click()
        assert Correction.objects.get().what_is_right == RIGHT
