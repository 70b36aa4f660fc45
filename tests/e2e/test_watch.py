"""The watch over the browser itself: what it must not let pass."""

import pytest
from playwright.sync_api import Browser

from tests.e2e.browser import Watch, new_context

pytestmark = pytest.mark.browser


def test_a_request_to_a_foreign_host_is_stopped_and_told(browser: Browser) -> None:
    watch, profile = Watch(), new_context(browser)
    watch.over(profile)
    page = profile.new_page()
    page.set_content('<img alt="" src="http://tracker.example/pixel.png">', wait_until="load")
    profile.close()
    assert watch.faults == ["request to a foreign host: http://tracker.example/pixel.png"]


def test_an_error_in_a_script_is_told(browser: Browser) -> None:
    watch, profile = Watch(), new_context(browser)
    watch.over(profile)
    page = profile.new_page()
    page.set_content("<script>khongCo()</script>", wait_until="load")
    profile.close()
    assert len(watch.faults) == 1
    assert "khongCo" in watch.faults[0]
