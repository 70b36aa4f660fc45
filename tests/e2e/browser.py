"""A Chromium that sees only this machine, found wherever the system keeps it."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    FrameLocator,
    Page,
    Route,
    sync_playwright,
)

if TYPE_CHECKING:  # `make screenshots` drives a browser without Django in its own process
    from news.models import User

NAMES = ("chromium", "chromium-browser", "google-chrome")
OURS = ("127.0.0.1", "localhost")
SignIn = Callable[["User"], Page]
WINDOW = {"width": 1280, "height": 800}


def chromium() -> str | None:
    """The browser's path: CHROMIUM in the environment, else the first of the usual names."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


@contextmanager
def launched(path: str) -> Iterator[Browser]:
    """A running browser. Its sandbox needs an ordinary user, so root goes without."""
    with sync_playwright() as playwright:
        options = ["--disable-dev-shm-usage", *(["--no-sandbox"] if os.geteuid() == 0 else [])]
        browser = playwright.chromium.launch(executable_path=path, args=options)
        try:
            yield browser
        finally:
            browser.close()


def new_context(browser: Browser, **options: object) -> BrowserContext:
    """A fresh reader's or editor's profile: Vietnamese, newsroom time, no foreign host."""
    wanted = {"locale": "vi-VN", "timezone_id": "Asia/Ho_Chi_Minh", "viewport": WINDOW, "service_workers": "block"}
    return browser.new_context(**{**wanted, **options})  # type: ignore[arg-type]


def enter(place: Page | FrameLocator, user: "User") -> None:
    """Fill in and send the sign-in form; `place` is a page, or a frame in one."""
    place.locator("input[name=username]").fill(user.username)
    place.locator("input[name=password]").fill("mat-khau-thu")
    place.locator("form [type=submit]").first.click()


@dataclass
class Watch:
    """Everything that went wrong in a browser's pages behind the test's back."""

    faults: list[str] = field(default_factory=list)

    def over(self, context: BrowserContext) -> None:
        """Watch all pages of `context`, and let none of their requests leave this machine."""
        context.route("**/*", self._let_through)
        context.on("page", self._over_page)

    def _over_page(self, page: Page) -> None:
        page.on("pageerror", lambda error: self._note(f"error in a script: {error}"))
        page.on("console", self._heard)

    def _let_through(self, route: Route) -> None:
        address = urlsplit(route.request.url)
        if address.scheme in ("data", "blob", "about") or address.hostname in OURS:
            route.continue_()
        else:
            self._note(f"request to a foreign host: {route.request.url}")
            route.abort()

    def _heard(self, message: ConsoleMessage) -> None:
        """The console's refusals by policy; an ordinary 4xx answer is the test's own business."""
        if message.type == "error" and "Content Security Policy" in message.text:
            self._note(message.text)

    def _note(self, fault: str) -> None:
        self.faults.append(fault)
