"""What readers do among each other: answer, like, report, come back to their own comments, and send through a bad network."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect
from pytest_django.live_server_helper import LiveServer

from comments.models import Comment, Report
from comments.moderation import counts
from news.models import CommentPolicy
from tests.comments.sending import set_policy
from tests.e2e import browser as chromium
from tests.factories import ApprovedCommentFactory, LiveArticleFactory

pytestmark = pytest.mark.browser


@pytest.fixture
def question(transactional_db: None) -> Comment:
    article = LiveArticleFactory()
    comment = ApprovedCommentFactory(article=article, name="Ngư dân già", text="Ai còn nhớ trận bão năm ấy?")
    set_policy(article, CommentPolicy.POST)
    counts.recount(article.pk)
    return comment


@pytest.fixture
def plain_page(browser: Browser, live_server: LiveServer) -> Iterator[Page]:
    """A tab of a browser without JavaScript, on a phone."""
    context = chromium.new_context(browser, java_script_enabled=False, viewport={"width": 360, "height": 780})
    yield context.new_page()
    assert context.cookies() == []
    context.close()


def write(page: Page, text: str, button: str = "Gửi bình luận") -> None:
    page.get_by_label("Bình luận", exact=True).fill(text)
    page.get_by_label("Tên", exact=True).fill("Ngọc Mai")
    page.get_by_role("button", name=button).click()


def test_without_a_script_readers_answer_like_and_report(plain_page: Page, question: Comment, live_server: LiveServer):
    page, asked = plain_page, plain_page.locator(f"#bl-{question.pk}")
    page.goto(live_server.url + question.article.get_absolute_url())
    asked.get_by_role("link", name="Trả lời").click()
    expect(page.locator(".quoted")).to_contain_text(question.text)
    write(page, "Tôi nhớ chứ.", "Gửi trả lời")
    expect(page.locator("h1")).to_contain_text("đã được đăng")
    page.get_by_role("link", name="Xem bình luận dưới bài").click()
    expect(page.locator(".answers .comment:target")).to_contain_text("Tôi nhớ chứ.")

    asked.get_by_role("button", name="Thích").click()
    expect(page.locator("main")).to_contain_text("1 bạn đọc thích bình luận này.")
    asked.get_by_role("button", name="Thích").click()
    page.get_by_role("button", name="Bỏ thích").click()
    expect(page.locator("main")).not_to_contain_text("bạn đọc thích")

    asked.get_by_role("link", name="Báo cáo").click()
    page.get_by_role("button", name="Gửi báo cáo").click()
    expect(page.locator(".field-error")).to_contain_text("Vui lòng chọn một lý do")
    page.get_by_label("Lạc đề").check()
    page.get_by_role("button", name="Gửi báo cáo").click()
    expect(page.locator("h1")).to_contain_text("đã nhận báo cáo")
    assert Report.objects.get().comment == question


def test_with_a_script_likes_are_at_once_reports_a_dialog_and_receipts_remembered(
    page: Page, question: Comment, live_server: LiveServer
):
    address = live_server.url + question.article.get_absolute_url()
    page.goto(address)
    like = page.locator(f"#bl-{question.pk} [data-like] button")
    like.click()
    expect(like).to_have_text("Đã thích (1)")
    expect(like).to_have_attribute("aria-pressed", "true")
    page.reload()
    expect(like).to_have_text("Đã thích (1)")
    with page.expect_response("**/thich/"):
        like.click()
    expect(like).to_have_text("Thích")
    page.route("**/thich/", lambda route: route.abort())
    like.click()
    expect(page.locator(f"#bl-{question.pk} [role=status]")).to_contain_text("mất mạng")
    expect(like).to_have_text("Thích")

    page.get_by_role("link", name="Báo cáo").click()
    dialog = page.get_by_role("dialog", name="Báo cáo bình luận")
    dialog.get_by_role("button", name="Gửi báo cáo").click()
    expect(dialog.get_by_role("alert")).to_contain_text("Vui lòng chọn một lý do")
    dialog.get_by_label("Lộ thông tin cá nhân").check()
    dialog.get_by_role("button", name="Gửi báo cáo").click()
    expect(dialog.get_by_role("status")).to_contain_text("Cảm ơn bạn")
    dialog.get_by_role("button", name="Đóng").click()
    expect(page.get_by_role("link", name="Báo cáo")).to_be_focused()
    assert Report.objects.get().browser_hash

    write(page, "Năm ấy tôi lên mười.")
    expect(page).to_have_url(re.compile("/phieu/"))
    receipt = page.url
    page.wait_for_load_state()  # by then its script has remembered it
    page.get_by_role("link", name="Bình luận của tôi").click()
    page.get_by_role("link", name="Năm ấy tôi lên mười.").click()
    expect(page).to_have_url(receipt)
    page.get_by_text("Rút lại bình luận").click()
    page.get_by_role("button", name="Rút lại").click()
    page.goto(f"{live_server.url}/binh-luan/cua-toi/")
    expect(page.locator(".own-facts")).to_contain_text("người gửi rút lại")
    page.get_by_role("button", name="Quên phiếu này").click()
    expect(page.locator("main")).to_contain_text("Chưa có phiếu nào")


def test_a_comment_waits_for_the_network_and_arrives_once(page: Page, question: Comment, live_server: LiveServer):
    address = f"/binh-luan/{question.article_id}/"
    page.goto(live_server.url + question.article.get_absolute_url())
    page.context.set_offline(True)
    write(page, "Gửi từ trên tàu.")
    status = page.locator("[data-sending-status]")
    expect(status).to_contain_text("Chưa gửi được vì mất mạng")
    expect(page.get_by_label("Bình luận", exact=True)).to_have_value("Gửi từ trên tàu.")
    assert not Comment.objects.filter(text="Gửi từ trên tàu.").exists()

    def lose_the_answer(route: Route) -> None:
        route.fetch(max_redirects=0)
        route.abort()

    page.route(f"**{address}", lose_the_answer, times=1)
    with page.expect_event("requestfailed", lambda request: request.url.endswith(address)):
        page.context.set_offline(False)
    expect(status).to_contain_text("Chưa gửi được vì mất mạng")
    assert Comment.objects.filter(text="Gửi từ trên tàu.").count() == 1
    page.evaluate("window.dispatchEvent(new Event('online'))")
    expect(page).to_have_url(re.compile("/phieu/"))
    assert Comment.objects.get(text="Gửi từ trên tàu.").submission_key
