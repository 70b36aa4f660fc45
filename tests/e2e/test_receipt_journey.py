"""From the receipt a reader changes a comment, asks for another look, and sees it published, with and without JavaScript."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from comments.models import Comment, State
from news import roles
from tests.e2e import browser as chromium
from tests.factories import LiveArticleFactory, UserFactory

SENT = "Cây cầu này mà xây sớm thì tốt."
CHANGED = "Cây cầu này mà xây sớm hơn mười năm thì tốt."
PLEA = "Tôi chỉ nói về cây cầu trong bài."

pytestmark = pytest.mark.browser


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def reader(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A reader's tab, on a phone."""
    watch = chromium.Watch()
    phone = {"width": 360, "height": 780}
    context = chromium.new_context(browser, java_script_enabled=request.param, viewport=phone)
    watch.over(context)
    yield context.new_page()
    assert context.cookies() == []
    context.close()
    assert watch.faults == []


def decide(moderator: Page, name: str) -> None:
    moderator.get_by_role("button", name=name, exact=True).click()
    expect(moderator.get_by_role("button", name="Hoàn tác").first).to_be_visible()


def test_a_comment_is_changed_rejected_looked_at_again_and_published(
    reader: Page, somebody: chromium.SignIn, live_server: LiveServer
):
    article = LiveArticleFactory()
    reader.goto(live_server.url + article.get_absolute_url())
    reader.get_by_label("Bình luận", exact=True).fill(SENT)
    reader.get_by_label("Tên", exact=True).fill("Nguyễn Thị Nghiễm")
    reader.get_by_role("button", name="Gửi bình luận").click()
    expect(reader).to_have_url(re.compile("/binh-luan/phieu/"))
    receipt = reader.url

    reader.get_by_text("Sửa bình luận (đến").click()
    field = reader.get_by_label("Bình luận", exact=True)
    expect(field).to_have_value(SENT)
    field.fill("")
    reader.get_by_role("button", name="Lưu lời đã sửa").click()
    expect(field).to_have_accessible_description("Vui lòng nhập bình luận của bạn")
    expect(field).to_be_focused()
    expect(reader.get_by_label("Tên", exact=True)).to_have_value("Nguyễn Thị Nghiễm")
    field.fill(CHANGED)
    reader.get_by_role("button", name="Lưu lời đã sửa").click()
    expect(reader).to_have_url(receipt)
    expect(reader.locator(".facts")).to_contain_text(CHANGED)

    moderator = somebody(UserFactory(role=roles.MODERATOR))
    desk = f"{live_server.url}/toa-soan/comments/comment/"
    moderator.goto(f"{desk}{Comment.objects.get().pk}/change/")
    expect(moderator.locator(".wordings .compared-rows ins")).to_contain_text("hơn mười năm")
    moderator.goto(desk)
    decide(moderator, "Không đăng")

    reader.goto(receipt)
    expect(reader.locator("h1")).to_contain_text("không được đăng")
    reader.get_by_text("Xin tòa soạn xem lại").click()
    reader.get_by_label("Lời nhắn cho người duyệt").fill(PLEA)
    reader.get_by_role("button", name="Xin xem lại").click()
    expect(reader.locator(".state")).to_contain_text("Đang chờ xem lại")

    moderator.goto(f"{desk}?xem_lai=1")
    expect(moderator.locator(".said")).to_contain_text(PLEA)
    decide(moderator, "Duyệt")
    assert Comment.objects.get().state == State.APPROVED

    reader.goto(receipt)
    expect(reader.locator("h1")).to_contain_text("đã được đăng")
    reader.get_by_role("link", name="Xem bình luận dưới bài").click()
    expect(reader.locator(".comment")).to_contain_text(CHANGED)
