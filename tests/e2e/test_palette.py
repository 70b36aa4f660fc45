"""The palette with the keyboard, with the mouse, and without a script."""

from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from news import lifecycle
from news.models import User
from tests.databases import once
from tests.e2e.accessibility import stumbles
from tests.e2e.browser import new_context
from tests.factories import ArticleFactory, UserFactory

pytestmark = once


def palette(page: Page):
    return page.get_by_role("dialog", name="Tìm ở bàn làm việc")


def test_an_article_is_opened_with_the_keyboard_alone(desk_page: Page):
    ArticleFactory(headline="Đường phố Huế")
    wanted = ArticleFactory(headline="Đường phố Đà Nẵng")
    desk_page.keyboard.press("Control+k")
    field = palette(desk_page).get_by_role("combobox")
    expect(field).to_be_focused()
    expect(palette(desk_page).get_by_role("option", name="Viết bài mới")).to_have_attribute("aria-selected", "true")
    desk_page.keyboard.type("duong pho")
    options = palette(desk_page).get_by_role("option")
    expect(options).to_have_count(2)
    expect(options.nth(0)).to_have_attribute("aria-selected", "true")
    expect(palette(desk_page).get_by_role("status")).to_have_text("Số kết quả: 2")
    desk_page.keyboard.press("ArrowDown")
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", options.nth(1).get_attribute("id") or "")
    desk_page.keyboard.press("ArrowDown")
    expect(options.nth(0)).to_have_attribute("aria-selected", "true")
    desk_page.keyboard.press("Enter")
    desk_page.wait_for_url(f"**/news/article/{wanted.pk}/change/")


def test_escape_and_the_button_close_it_and_the_focus_goes_back(desk_page: Page):
    button = desk_page.get_by_role("link", name="Tìm", exact=False).and_(desk_page.locator("[data-palette-open]"))
    button.click()
    expect(palette(desk_page)).to_be_visible()
    desk_page.keyboard.press("Escape")
    expect(palette(desk_page)).to_be_hidden()
    expect(button).to_be_focused()
    button.click()
    palette(desk_page).get_by_role("button", name="Đóng").click()
    expect(palette(desk_page)).to_be_hidden()


def test_what_is_not_there_is_said(desk_page: Page):
    desk_page.keyboard.press("Control+k")
    desk_page.keyboard.type("zzz khong co")
    expect(palette(desk_page).get_by_role("status")).to_contain_text("Không tìm thấy gì")
    expect(palette(desk_page).get_by_role("combobox")).to_have_attribute("aria-expanded", "false")


def test_a_failing_server_is_told(desk_page: Page):
    desk_page.route("**/toa-soan/tim/*", lambda route: route.fulfill(status=503, body=""))
    desk_page.keyboard.press("Control+k")
    expect(palette(desk_page).get_by_role("status")).to_contain_text("Hãy thử lại")


def test_without_a_script_the_button_leads_to_a_page(desk_page: Page, browser: Browser, live_server: LiveServer):
    ArticleFactory(headline="Đường phố Đà Nẵng")
    plain = new_context(browser, java_script_enabled=False, storage_state=desk_page.context.storage_state())
    page = plain.new_page()
    page.goto(f"{live_server.url}/toa-soan/")
    page.locator("[data-palette-open]").click()
    page.get_by_role("searchbox").fill("da nang")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Đường phố Đà Nẵng")).to_be_visible()
    plain.close()


def test_home_notices_and_the_palette_are_accessible(desk_page: Page, live_server: LiveServer, editor: User):
    writer = UserFactory(role="phóng viên")
    for article in (ArticleFactory(created_by=writer), ArticleFactory(created_by=editor)):
        lifecycle.hand_in(article, article.created_by)
    lifecycle.send_back(article, UserFactory(role="thư ký tòa soạn"), "Thiếu nguồn tin.")
    for width in (1280, 360):
        desk_page.set_viewport_size({"width": width, "height": 800})
        for address in ("/toa-soan/", "/toa-soan/tin-bao/", "/toa-soan/tim/?q=duong"):
            desk_page.goto(live_server.url + address)
            assert stumbles(desk_page) == []
        desk_page.keyboard.press("Control+k")
        expect(palette(desk_page).get_by_role("option", name="Viết bài mới")).to_be_visible()
        assert stumbles(desk_page) == []
