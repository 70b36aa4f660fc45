"""What is left out for those who don't see, don't point, or read on a narrow screen."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}


def stumbles(page: Page) -> list[str]:
    """What a screen reader or the keyboard would stumble over, and whether the page is too wide."""
    page.wait_for_load_state("networkidle")  # scripts have named what the theme leaves nameless
    found = [
        f"{page.url} {one['id']}: {one['nodes'][0]['html']}"
        for one in Axe().run(page, options=RULES).response["violations"]
    ]
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return found + [f"{page.url} is too wide"] * wide
