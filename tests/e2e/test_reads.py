"""A reader reads, and the newsroom knows how many did."""

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from news.models import Article
from news.reads import counting
from tests.e2e import browser as chromium
from tests.factories import LiveArticleFactory

READER = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Mobile Safari/537.36"
pytestmark = pytest.mark.django_db(transaction=True)


def a_reader(browser: Browser) -> Page:
    page = chromium.new_context(browser, user_agent=READER).new_page()
    page.clock.install()
    return page


def test_an_article_before_the_eyes_for_a_while_is_read_once(browser: Browser, live_server: LiveServer):
    article, tab = LiveArticleFactory(), a_reader(browser)
    told: list[str] = []
    tab.on("request", lambda request: told.append(request.url) if "/luot-doc/" in request.url else None)
    tab.goto(live_server.url + article.get_absolute_url(), wait_until="load")
    tab.clock.fast_forward(4000)
    assert not told  # so short a look is none
    with tab.expect_response("**/luot-doc/*/") as answer:
        tab.clock.fast_forward(2000)
    assert answer.value.status == 204
    tab.clock.fast_forward(60_000)
    tab.reload(wait_until="load")
    with tab.expect_response("**/luot-doc/*/"):
        tab.clock.fast_forward(6000)
    assert counting.write() == 1
    assert article.reads.get().reads == 1
    tab.context.close()


def test_a_preview_is_no_reading(desk_page: Page, live_server: LiveServer):
    article: Article = LiveArticleFactory()
    desk_page.goto(f"{live_server.url}/toa-soan/bai/{article.pk}/xem-truoc/")
    expect(desk_page.locator("body")).to_be_visible()
    assert "reads.js" not in desk_page.content()
