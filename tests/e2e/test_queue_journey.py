"""A moderator works through the queue by keys; without JavaScript by buttons; nothing is lost on the way."""

import os
import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Dialog, Page, Route, expect
from pytest_django.live_server_helper import LiveServer

from comments.models import Comment, Decision, Reason, Reservation, State
from comments.moderation import counts, decisions
from news import roles
from news.models import User
from tests.databases import once
from tests.e2e import browser as chromium
from tests.factories import CommentFactory, LiveArticleFactory, UserFactory

pytestmark = pytest.mark.django_db(transaction=True)
DECISIONS = int(os.environ.get("QUEUE_DECISIONS", "200"))
A_MINUTE = 60  # decisions that must be possible for a person
KEYS = (("a",), ("r", "2"), ("s",), ("a",), ("r", "9"))


def waiting(number: int) -> list[Comment]:
    article = LiveArticleFactory()
    made = [CommentFactory(article=article, name=f"Bạn đọc {n}", text=f"Ý kiến thứ {n}.") for n in range(number)]
    counts.recount(article.pk)
    return made


def states() -> list[str]:
    return list(Comment.objects.order_by("id").values_list("state", flat=True))


def open_queue(page: Page, live_server: LiveServer) -> None:
    page.goto(f"{live_server.url}/toa-soan/hang-doi/")


def large(page: Page):
    return page.locator("[data-card]:visible")


def eventually(page: Page, holds: Callable[[], bool], within: float = 10) -> None:
    """What goes out behind the page's back is there after a moment, in seconds."""
    until = time.monotonic() + within
    while not holds() and time.monotonic() < until:
        page.wait_for_timeout(20)
    assert holds()


@pytest.fixture
def moderator() -> User:
    return UserFactory(role=roles.MODERATOR)


def test_sixty_decisions_a_minute_by_keys(desk_page: Page, page: Page, live_server: LiveServer):
    waiting(DECISIONS)
    open_queue(page, live_server)
    started = time.monotonic()
    for number in range(DECISIONS):
        expect(large(page)).to_contain_text(f"Ý kiến thứ {number}.")
        for key in KEYS[number % len(KEYS)]:
            page.keyboard.press(key)
    expect(page.locator("[data-empty]")).to_be_visible()
    eventually(page, lambda: Decision.objects.count() == DECISIONS, within=DECISIONS / 4)
    rate = DECISIONS / (time.monotonic() - started) * 60
    print(f"\n{DECISIONS} decisions by keys, each read first: {rate:.0f} a minute")
    expect(page.locator("[data-says]")).to_contain_text(f"Bạn đọc {DECISIONS - 1}")
    wanted = {"a": State.APPROVED, "s": State.SPAM, "r": State.REJECTED}
    assert states() == [wanted[KEYS[number % len(KEYS)][0]] for number in range(DECISIONS)]
    assert rate >= A_MINUTE


def test_keys_decide_take_back_and_stay_out_of_the_way(desk_page: Page, page: Page, live_server: LiveServer):
    first, second, third = waiting(3)
    open_queue(page, live_server)
    page.keyboard.press("r")
    page.keyboard.press("4")
    expect(large(page)).to_contain_text(second.text)
    expect(page.locator("[data-says]")).to_have_text("Đã từ chối bình luận của Bạn đọc 0.")
    assert Comment.objects.get(pk=first.pk).reason == Reason.PERSONAL

    page.keyboard.press("u")
    expect(large(page)).to_contain_text(first.text)
    expect(page.locator("[data-says]")).to_have_text("Đã hoàn tác với bình luận của Bạn đọc 0.")
    assert Comment.objects.get(pk=first.pk).state == State.WAITING

    page.keyboard.press("j")
    expect(large(page)).to_contain_text(second.text)
    page.keyboard.press("k")
    expect(large(page)).to_contain_text(first.text)
    page.keyboard.press("Control+a")
    page.keyboard.press("?")
    expect(page.locator("[data-help]")).to_be_visible()
    page.keyboard.press("s")
    page.keyboard.press("Escape")
    expect(large(page)).to_contain_text(first.text)

    page.get_by_role("button", name="Phím tắt").click()
    page.keyboard.press("a")
    page.reload()
    page.keyboard.press("a")
    expect(large(page)).to_contain_text(first.text)
    page.get_by_role("button", name="Phím tắt").click()

    page.keyboard.press("e")
    large(page).get_by_label("Tòa soạn trả lời").press_sequentially("sar sách ơi")
    expect(large(page)).to_contain_text(first.text)
    large(page).get_by_role("button", name="Duyệt và trả lời").click()
    expect(large(page)).to_contain_text(second.text)
    expect(page.locator("[data-says]")).to_contain_text("Đã duyệt và trả lời")
    assert Comment.objects.exclude(answered_by=None).get().text == "sar sách ơi"

    decisions.approve(Comment.objects.get(pk=second.pk), UserFactory(role=roles.EDITOR, display_name="Chị Hoa"))
    page.keyboard.press("s")
    expect(large(page)).to_contain_text(third.text)
    back = page.locator("[data-rows] > li").first
    expect(back.get_by_text("Chưa xong, xem lại")).to_be_visible()
    page.route("**/thu-rac/", lambda route: route.abort())
    page.keyboard.press("s")
    expect(large(page)).to_contain_text(second.text)
    expect(large(page).get_by_role("alert")).to_contain_text("Chị Hoa đã quyết định lúc")
    expect(page.locator("[data-rows]")).to_contain_text(third.text)
    large(page).get_by_role("button", name="Đã hiểu").click()
    expect(large(page)).to_contain_text("Chưa gửi được")
    page.unroute("**/thu-rac/")
    page.keyboard.press("s")
    expect(page.locator("[data-says]")).to_contain_text("Đã xếp vào thư rác")
    assert states()[:3] == [State.APPROVED, State.APPROVED, State.SPAM]


@once
def test_leaving_before_a_decision_has_gone_out_asks(desk_page: Page, page: Page, live_server: LiveServer):
    waiting(2)
    open_queue(page, live_server)
    held: list[Route] = []
    page.route("**/duyet/", lambda route: held.append(route))
    page.keyboard.press("a")
    expect(large(page)).to_contain_text("Ý kiến thứ 1.")
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    with page.expect_event("dialog"):
        page.evaluate("setTimeout(() => { location.href = '/toa-soan/' })")
    held[0].continue_()
    expect(page.locator("[data-says]")).to_contain_text("Đã duyệt bình luận của Bạn đọc 0.")
    assert asked == ["beforeunload"]
    page.goto(f"{live_server.url}/toa-soan/")
    assert asked == ["beforeunload"]


@once
def test_what_an_open_page_shows_is_kept_on_and_given_back_when_it_goes(
    desk_page: Page, page: Page, live_server: LiveServer
):
    waiting(2)
    page.clock.install()
    open_queue(page, live_server)
    first = Reservation.objects.earliest("until").until
    with page.expect_response("**/hang-doi/them/"):
        page.clock.fast_forward("00:41")
    assert Reservation.objects.earliest("until").until > first
    CommentFactory(text="Vừa gửi tới")
    with page.expect_response("**/hang-doi/them/"):
        page.clock.fast_forward("00:41")
    expect(page.locator("[data-rows]")).to_contain_text("Vừa gửi tới")
    page.goto(f"{live_server.url}/toa-soan/")
    eventually(page, lambda: not Reservation.objects.exists())


def test_the_same_without_javascript(browser: Browser, live_server: LiveServer, moderator: User):
    comments = waiting(3)
    context = chromium.new_context(browser, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live_server.url}/toa-soan/")
    chromium.enter(page, moderator)
    page.get_by_role("link", name="Hàng đợi bình luận").first.click()
    large(page).get_by_role("button", name="Duyệt", exact=True).click()
    expect(page.locator("main")).to_contain_text("Đã duyệt bình luận của Bạn đọc 0.")
    expect(large(page)).to_contain_text(comments[1].text)
    large(page).get_by_text("Không đăng…").click()
    large(page).get_by_role("button", name="lạc đề").click()
    expect(large(page)).to_contain_text(comments[2].text)
    assert states() == [State.APPROVED, State.REJECTED, State.WAITING]
    page.get_by_role("button", name="Hoàn tác việc vừa làm").click()
    expect(large(page)).to_contain_text(comments[1].text)
    decisions.mark_spam(Comment.objects.get(pk=comments[1].pk), None)
    large(page).get_by_role("button", name="Duyệt", exact=True).click()
    expect(page.locator("main")).to_contain_text("Bình luận này vừa chuyển sang")
    page.get_by_role("link", name="Quyết định của tôi").click()
    page.get_by_role("button", name="Hoàn tác: Bạn đọc 0").click()
    expect(page.locator("main")).to_contain_text("đã hoàn tác")
    assert states() == [State.WAITING, State.SPAM, State.WAITING]
    context.close()
