"""Three articles at once: ticked, counted, moved, and brought back; with JavaScript and without."""

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from news.bulk.acting import carry_on
from news.models import Article, BulkAct, User
from tests.databases import once
from tests.e2e.accessibility import stumbles
from tests.e2e.browser import enter, new_context
from tests.e2e.test_account_journey import PHONE
from tests.factories import ArticleFactory, SectionFactory, TagFactory

pytestmark = [pytest.mark.django_db(transaction=True), once]


def choose(page: Page, live_server: LiveServer, what: str, number: int = 3) -> None:
    """Tick the first articles of the list, choose the act, and go on to its count."""
    page.goto(f"{live_server.url}/toa-soan/news/article/")
    for box in page.locator("input.action-select").all()[:number]:
        box.check()
    page.get_by_label("Việc làm với các bài đã chọn").select_option(label=what)
    page.get_by_role("button", name="Tiếp tục").click()


def move_three_and_bring_them_back(page: Page, live_server: LiveServer) -> None:
    home, goal = SectionFactory(name="Xã hội"), SectionFactory(name="Kinh tế")
    for number in range(4):
        ArticleFactory(section=home, headline=f"Bài số {number}")
    there = Article.objects.order_by("-edited_at", "-id")[0]
    Article.objects.filter(pk=there.pk).update(section=goal)
    choose(page, live_server, "Chuyển mục…")
    page.get_by_label("Chuyển sang mục").select_option(label="Kinh tế")
    page.get_by_role("button", name="Đếm trước khi làm").click()
    expect(page.get_by_text("bài để nguyên: Bài đã ở mục “Kinh tế”.")).to_be_visible()
    assert Article.objects.filter(section=goal).count() == 1
    page.get_by_role("button", name="Chuyển mục: 2 bài").click()
    expect(page.get_by_text("đã làm 2 bài")).to_be_visible()
    assert Article.objects.filter(section=goal).count() == 3
    page.get_by_role("button", name="Hoàn tác").click()
    expect(page.get_by_text("Đã hoàn tác 2 bài.").first).to_be_visible()
    assert list(Article.objects.filter(section=goal)) == [there]


def test_three_are_moved_and_brought_back(desk_page: Page, live_server: LiveServer):
    move_three_and_bring_them_back(desk_page, live_server)


@pytest.fixture
def plain_page(browser: Browser, live_server: LiveServer, editor: User):
    """The editor at the desk with JavaScript switched off."""
    context = new_context(browser, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live_server.url}/toa-soan/")
    enter(page, editor)
    page.wait_for_url("**/toa-soan/")
    yield page
    context.close()


@pytest.mark.browser
def test_three_are_moved_and_brought_back_without_javascript(plain_page: Page, live_server: LiveServer):
    move_three_and_bring_them_back(plain_page, live_server)


@pytest.mark.browser
def test_topics_are_typed_without_javascript(plain_page: Page, live_server: LiveServer):
    TagFactory(name="Bão số 3", slug="bao-so-3")
    article = ArticleFactory()
    choose(plain_page, live_server, "Sửa chủ đề…", 1)
    plain_page.get_by_label("Gõ tên, cách nhau bằng dấu phẩy").first.fill("bão số 4")
    plain_page.get_by_role("button", name="Đếm trước khi làm").click()
    expect(plain_page.get_by_text("Không có “bão số 4”.")).to_be_visible()
    plain_page.get_by_label("Gõ tên, cách nhau bằng dấu phẩy").first.fill("bao so 3")
    plain_page.get_by_role("button", name="Đếm trước khi làm").click()
    plain_page.get_by_role("button", name="Sửa chủ đề: 1 bài").click()
    assert [tag.name for tag in article.tags.all()] == ["Bão số 3"]


def test_its_pages_are_accessible_and_fit_a_phone(desk_page: Page, live_server: LiveServer):
    TagFactory(name="Bão số 3", slug="bao-so-3")
    ArticleFactory()
    desk_page.set_viewport_size(PHONE)
    choose(desk_page, live_server, "Đăng ngay…", 1)
    faults = stumbles(desk_page)
    choose(desk_page, live_server, "Sửa tác giả…", 1)
    desk_page.get_by_role("button", name="Đếm trước khi làm").click()
    expect(desk_page.get_by_text("Hãy chọn tác giả để thêm, bớt hoặc thay.")).to_be_visible()
    faults += stumbles(desk_page)
    choose(desk_page, live_server, "Gửi duyệt…", 1)
    desk_page.get_by_role("button", name="Gửi duyệt: 1 bài").click()
    faults += stumbles(desk_page)
    desk_page.get_by_role("link", name="Thao tác hàng loạt gần đây").click()
    faults += stumbles(desk_page)
    desk_page.get_by_role("link", name="Gửi duyệt").click()
    expect(desk_page.get_by_text("Đã làm 1 bài.")).to_be_visible()
    assert faults + stumbles(desk_page) == []


def test_topics_are_found_while_one_types_with_the_keyboard_alone(desk_page: Page, live_server: LiveServer):
    TagFactory(name="Bão số 3", slug="bao-so-3")
    article = ArticleFactory()
    choose(desk_page, live_server, "Sửa chủ đề…", 1)
    desk_page.locator(".select2-search__field").first.focus()
    desk_page.keyboard.type("bao")
    expect(desk_page.get_by_role("option", name="Bão số 3")).to_be_visible()
    desk_page.keyboard.press("Enter")
    desk_page.get_by_role("button", name="Đếm trước khi làm").press("Enter")
    desk_page.get_by_role("button", name="Sửa chủ đề: 1 bài").press("Enter")
    expect(desk_page.get_by_text("đã làm 1 bài")).to_be_visible()
    assert [tag.name for tag in article.tags.all()] == ["Bão số 3"]


def test_a_long_act_tells_how_far_it_is_and_ends_by_itself(desk_page: Page, live_server: LiveServer, monkeypatch):
    monkeypatch.setattr("news.bulk.acting.AT_ONCE", 1)
    for _ in range(2):
        ArticleFactory()
    choose(desk_page, live_server, "Gửi duyệt…", 2)
    desk_page.get_by_role("button", name="Gửi duyệt: 2 bài").click()
    expect(desk_page.get_by_role("status").get_by_text("Đang làm: còn 2 trong 2 bài.")).to_be_visible()
    carry_on(BulkAct.objects.get())
    expect(desk_page.get_by_text("Đã làm 2 bài.")).to_be_visible(timeout=10_000)
