"""An editor writes with the rich text editor and publishes; readers read it word for word."""

from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from news.models import Article, State
from tests.factories import LiveArticleFactory, SectionFactory

HEADLINE = "Ấn Độ, Ủy ban và quyết nghị nghiễm nhiên thuở ấy"
STANDFIRST = "Bản tin thử của người viết – có “ngoặc kép” và gạch ngang."
WORDS = "ĐƯỜNG PHỐ buổi sáng – người bán hàng nói: “Hôm nay trời đẹp.”"


def write(page: Page, live_server: LiveServer) -> None:
    page.goto(f"{live_server.url}/toa-soan/news/article/add/")
    page.fill("#id_headline", HEADLINE)
    page.fill("#id_standfirst", STANDFIRST)
    page.select_option("#id_section", label="Thời sự")
    body = page.frame_locator("iframe.cke_wysiwyg_frame").locator("body")
    body.click()
    page.keyboard.insert_text(WORDS)
    page.get_by_role("button", name="Đậm").click()
    page.keyboard.insert_text(" Chữ đậm.")


def test_an_editor_writes_and_publishes(desk_page: Page, live_server: LiveServer):
    SectionFactory(name="Thời sự", slug="thoi-su")
    write(desk_page, live_server)
    with desk_page.expect_event("load"):
        desk_page.get_by_role("button", name="Lưu và đăng").click()
    article = Article.objects.get()
    assert article.state == State.PUBLISHED
    desk_page.goto(live_server.url + article.get_absolute_url())
    expect(desk_page.get_by_role("heading", level=1)).to_have_text(HEADLINE)
    expect(desk_page.locator(".body")).to_contain_text(WORDS)
    expect(desk_page.locator(".body strong")).to_contain_text("Chữ đậm.")
    expect(desk_page.locator(".sapo")).to_have_text(STANDFIRST)


def test_a_forgotten_section_keeps_every_word(desk_page: Page, live_server: LiveServer):
    SectionFactory(name="Thời sự", slug="thoi-su")
    write(desk_page, live_server)
    desk_page.evaluate("document.querySelector('#id_section').value = ''")
    desk_page.locator("form[id$=_form]").evaluate("form => form.noValidate = true")
    desk_page.get_by_role("button", name="Lưu và đăng").click()
    expect(desk_page.locator("#id_headline")).to_have_value(HEADLINE)
    expect(desk_page.frame_locator("iframe.cke_wysiwyg_frame").locator("body")).to_contain_text(WORDS)
    expect(desk_page.locator(".errornote, .errorlist").first).to_be_visible()
    assert not Article.objects.live().exists()


def test_the_authors_of_an_article_fit_a_phone(desk_page: Page, live_server: LiveServer):
    article = LiveArticleFactory()
    desk_page.set_viewport_size({"width": 360, "height": 780})
    desk_page.goto(f"{live_server.url}/toa-soan/news/article/{article.pk}/change/")
    desk_page.locator("#bylines-group .select2-container").first.wait_for()
    table = desk_page.locator("#bylines-group table.formset")
    assert table.evaluate("table => table.getBoundingClientRect().right") <= 360
