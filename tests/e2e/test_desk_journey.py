"""From a first line to a public correction, each in their own browser: a reporter, the managing editor, a reader."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from news.models import Article, State
from tests.e2e.browser import SignIn
from tests.factories import ArticleFactory, SectionFactory, UserFactory

pytestmark = pytest.mark.django_db(transaction=True)
HEADLINE = "Ấn Độ gửi hàng cứu trợ tới vùng lũ"
NOTE = "Thiếu nguồn tin ở đoạn hai."


def opened(page: Page, live_server: LiveServer, article: Article) -> Page:
    """The article's form; the buttons of its life cycle work whoever has it open besides."""
    page.goto(f"{live_server.url}/toa-soan/news/article/{article.pk}/change/")
    return page


def ask(page: Page, label: str, **answers: str) -> None:
    """Open the question of a button beside the article, answer it, and press the button."""
    page.locator("summary", has_text=label).click()
    for name, words in answers.items():
        page.locator(f"[name$={name}]").fill(words)
    with page.expect_event("load"):
        page.locator(".desk-ask-form").get_by_role("button", name=label).click()


def press(page: Page, label: str) -> None:
    with page.expect_event("load"):
        page.get_by_role("button", name=label, exact=True).click()


def test_an_article_goes_its_whole_way(page: Page, live_server: LiveServer, somebody: SignIn):
    SectionFactory(name="Thế giới", slug="the-gioi")
    reporter = somebody(UserFactory(role="phóng viên", display_name="Văn Kiên"))
    chief = somebody(UserFactory(role="thư ký tòa soạn", display_name="Minh Thư"))

    reporter.goto(f"{live_server.url}/toa-soan/news/article/add/")
    reporter.fill("#id_headline", HEADLINE)
    reporter.fill("#id_standfirst", "Chuyến hàng đầu tiên tới nơi sáng nay.")
    reporter.select_option("#id_section", label="Thế giới")
    reporter.frame_locator("iframe.cke_wysiwyg_frame").locator("body").click()
    reporter.keyboard.insert_text("Đoạn một – “hàng đã tới”.")
    press(reporter, "Lưu và gửi duyệt")
    article = Article.objects.get()
    assert article.state == State.REVIEW

    ask(opened(chief, live_server, article), "Trả bài", note=NOTE)
    with reporter.expect_response("**/co-mat/"):  # the editor's window is still open, and gives the pen
        reporter.goto(f"{live_server.url}/toa-soan/news/article/{article.pk}/change/")
    expect(reporter.locator("[data-part=others]")).to_contain_text("Minh Thư")
    expect(reporter.locator("[data-part=looking]")).to_be_hidden()
    expect(reporter.get_by_text(NOTE).first).to_be_visible()
    reporter.fill("#id_standfirst", "Chuyến hàng đầu tiên tới nơi sáng nay, Hội Chữ thập đỏ cho biết.")
    press(reporter, "Lưu và gửi duyệt")

    press(opened(chief, live_server, article), "Đăng ngay")
    article.refresh_from_db()
    address = live_server.url + article.get_absolute_url()
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_have_text(HEADLINE)
    expect(page.get_by_text("Hội Chữ thập đỏ cho biết")).to_be_visible()

    opened(chief, live_server, article).get_by_role("link", name="Đính chính…").click()
    chief.get_by_label("đính chính", exact=True).check()
    chief.get_by_label("Thông tin sai").fill("Sáng nay.")
    chief.get_by_label("Thông tin đúng").fill("Chiều qua.")
    press(chief, "Đăng lời đính chính")
    page.goto(address)
    expect(page.get_by_text("Chiều qua.")).to_be_visible()

    ask(opened(chief, live_server, article), "Gỡ bài", reason="Tin giả.")
    answer = page.goto(address)
    assert answer is not None and answer.status == 410
    expect(page.get_by_text("Tin giả.")).to_have_count(0)


def test_a_link_opens_a_draft_without_a_login_until_it_is_revoked(
    page: Page, live_server: LiveServer, desk_page: Page, browser
):
    article = ArticleFactory(headline=HEADLINE)
    desk_page.goto(f"{live_server.url}/toa-soan/bai/{article.pk}/hinh-dang/")
    desk_page.get_by_label("Gửi cho ai").fill("Chị Hương")
    press(desk_page, "Tạo liên kết")
    address = desk_page.get_by_label("Địa chỉ của liên kết").input_value()

    guest = browser.new_context().new_page()
    guest.goto(address)
    expect(guest.get_by_role("heading", level=1)).to_have_text(HEADLINE)
    desk_page.reload()
    expect(desk_page.get_by_text("mở 1 lần")).to_be_visible()
    press(desk_page, "Thu hồi")
    answer = guest.goto(address)
    assert answer is not None and answer.status == 404
    guest.context.close()
