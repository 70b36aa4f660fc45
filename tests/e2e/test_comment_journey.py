"""A reader comments, the newsroom approves, everybody reads it."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from comments.models import Comment
from tests.e2e import browser as chromium
from tests.factories import LiveArticleFactory

WORDS = "Đọc xong mới hiểu vì sao hội chữ thập đỏ cần công khai sổ sách.\nCảm ơn tòa soạn!"


def write(page: Page, text: str = WORDS, name: str = "Nguyễn Thị Nghiễm") -> None:
    page.get_by_label("Bình luận", exact=True).fill(text)
    page.get_by_label("Tên", exact=True).fill(name)
    page.get_by_role("button", name="Gửi bình luận").click()


@pytest.fixture
def plain_page(browser: Browser, live_server: LiveServer):
    """A tab of a browser without JavaScript."""
    context = chromium.new_context(browser, java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_a_comment_goes_from_the_form_over_the_desk_to_the_page(desk_page: Page, page: Page, live_server: LiveServer):
    article = LiveArticleFactory()
    address = live_server.url + article.get_absolute_url()
    page.goto(address)
    write(page)
    expect(page).to_have_url(re.compile("/binh-luan/phieu/"))
    receipt = page.url
    expect(page.locator("main")).to_contain_text("chờ duyệt")
    expect(page.locator("main")).to_contain_text("Cảm ơn tòa soạn!")
    page.goto(address)
    expect(page.locator("main")).not_to_contain_text("Cảm ơn tòa soạn!")

    page.goto(f"{live_server.url}/toa-soan/comments/comment/")
    page.get_by_role("row").filter(has_text="sổ sách").get_by_role("button", name="Duyệt").click()
    expect(page.get_by_role("button", name="Hoàn tác").first).to_be_visible()

    page.goto(address)
    expect(page.locator(".comment")).to_contain_text("Cảm ơn tòa soạn!")
    page.goto(receipt)
    expect(page.locator("main")).to_contain_text("đã được đăng")


def test_the_same_journey_without_javascript(plain_page: Page, live_server: LiveServer):
    article = LiveArticleFactory()
    plain_page.goto(live_server.url + article.get_absolute_url())
    write(plain_page)
    expect(plain_page.locator("main")).to_contain_text("chờ duyệt")
    assert plain_page.context.cookies() == []
    assert Comment.objects.get().text == WORDS


def test_an_empty_form_says_what_is_missing_beside_the_field_and_keeps_the_rest(page: Page, live_server: LiveServer):
    article = LiveArticleFactory()
    page.goto(live_server.url + article.get_absolute_url())
    write(page, text="", name="Nguyễn Thị Nghiễm")
    field = page.get_by_label("Bình luận", exact=True)
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description("Vui lòng nhập bình luận của bạn")
    expect(field).to_be_focused()
    expect(page.get_by_label("Tên", exact=True)).to_have_value("Nguyễn Thị Nghiễm")
    assert not Comment.objects.exists()


def test_a_draft_survives_a_reload(page: Page, live_server: LiveServer):
    article = LiveArticleFactory()
    page.goto(live_server.url + article.get_absolute_url())
    page.get_by_label("Bình luận", exact=True).press_sequentially("Đang viết dở")
    page.wait_for_timeout(800)
    page.reload()
    expect(page.get_by_label("Bình luận", exact=True)).to_have_value("Đang viết dở")
