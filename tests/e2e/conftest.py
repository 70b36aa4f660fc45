"""A browser in the hands of a person. A test fails on a script's error, a broken policy or any request to strangers."""

import os
from collections.abc import Iterator

import pytest
from django.core.management import call_command
from playwright.sync_api import Browser, BrowserContext, Page
from pytest_django.live_server_helper import LiveServer

from news.models import User
from tests.e2e import browser as chromium

# Playwright keeps an event loop in this thread, which Django takes for asynchronous code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything here that asks for a page needs a browser."""
    for item in items:
        if "page" in getattr(item, "fixturenames", []):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session", autouse=True)
def static_files() -> None:
    """Stylesheets and scripts where the test server looks for them, as links."""
    call_command("collectstatic", link=True, interactive=False, verbosity=0)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The machine's Chromium; the test is skipped where there is none."""
    path = chromium.chromium()
    if path is None:
        pytest.skip(f"không tìm thấy Chromium ({', '.join(chromium.NAMES)} hoặc biến CHROMIUM)")
    with chromium.launched(path) as running:
        yield running


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A profile of its own for each test."""
    watch, profile = chromium.Watch(), chromium.new_context(browser)
    watch.over(profile)
    yield profile
    profile.close()
    assert watch.faults == []


@pytest.fixture
def page(context: BrowserContext, live_server: LiveServer) -> Page:
    """A tab; `page.goto(live_server.url + "/")` opens the paper."""
    return context.new_page()


@pytest.fixture
def desk_page(page: Page, live_server: LiveServer, editor: User) -> Page:
    """A tab in which the editor has signed in through the form."""
    page.goto(f"{live_server.url}/toa-soan/")
    chromium.enter(page, editor)
    page.wait_for_url("**/toa-soan/")
    return page


@pytest.fixture
def somebody(browser: Browser, live_server: LiveServer) -> Iterator[chromium.SignIn]:
    """Further people, each in a browser of their own, signed in through the form."""
    opened, watch = [], chromium.Watch()

    def sign_in(user: User) -> Page:
        context = chromium.new_context(browser)
        watch.over(context)
        opened.append(context)
        page = context.new_page()
        page.goto(f"{live_server.url}/toa-soan/")
        chromium.enter(page, user)
        page.wait_for_url("**/toa-soan/")
        return page

    yield sign_in
    for context in opened:
        context.close()
    assert watch.faults == []
