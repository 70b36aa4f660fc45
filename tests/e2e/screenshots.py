"""`make screenshots`: a fresh demo edition, its main pages at 360 and 1280 px, light and dark, into var/screenshots/."""

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests import smoke
from tests.e2e.browser import chromium, launched, new_context
from tests.postgres import free_port

TARGET = smoke.ROOT / "var" / "screenshots"
WIDTHS = {360: 780, 1280: 900}  # window sizes in px: an ordinary phone, an ordinary desk
SCHEMES = ("light", "dark")


def addresses(paper: smoke.Paper) -> dict[str, str]:
    """What to look at: a name for the file, an address."""
    reader = smoke.Visitor(paper.base)
    front = reader.visit("/")
    article = smoke.read(reader)
    number = smoke.found(r"-(\d+)\.html", article)
    return {
        "front": "/",
        "section": smoke.found(r'<nav.*?href="(/[a-z0-9-]+/)"', front),
        "article": article,
        "receipt": smoke.comment(reader, article),
        "search": "/tim-kiem/?q=nuoc",
        "corrections": "/cai-chinh/",
        "not-found": "/khong-co-trang-nay/",
        "desk": "/toa-soan/",
        "desk-articles": "/toa-soan/news/article/",
        "desk-article": f"/toa-soan/news/article/{number}/change/",
        "desk-comments": "/toa-soan/comments/comment/",
        "desk-queue": "/toa-soan/hang-doi/",
        "desk-figures": "/toa-soan/so-lieu-kiem-duyet/",
        "desk-switches": "/toa-soan/nhan-binh-luan/",
        "desk-learned-score": "/toa-soan/comments/comment/diem-tu-hoc/",
        "desk-import": "/toa-soan/nhap-bai/",
    }


def take(browser: Browser, paper: smoke.Paper, pages: dict[str, str]) -> None:
    """Every page in every size and scheme."""
    for scheme in SCHEMES:
        for width, height in WIDTHS.items():
            context = new_context(browser, viewport={"width": width, "height": height}, color_scheme=scheme)
            tab = context.new_page()
            sign_in(tab, paper)
            for name, address in pages.items():
                tab.goto(paper.base + address, wait_until="networkidle")
                path = TARGET / f"{name}-{width}-{scheme}.png"
                tab.screenshot(path=path, full_page=True)
                print(path.relative_to(smoke.ROOT), flush=True)
            context.close()


def sign_in(tab: Page, paper: smoke.Paper) -> None:
    """As the editor, through the form."""
    username, password = paper.login("biên tập viên")
    tab.goto(f"{paper.base}/toa-soan/login/")
    tab.fill("input[name=username]", username)
    tab.fill("input[name=password]", password)
    tab.click("form [type=submit]")
    tab.wait_for_url("**/toa-soan/")


def main() -> int:
    """Start a paper of its own, photograph it, stop it; 1 where there is no browser."""
    path = chromium()
    if path is None:
        print("Không tìm thấy Chromium: hãy cài gói chromium. / No Chromium found: install the package chromium.")
        return 1
    folder = Path(tempfile.mkdtemp(prefix="toa-soan-screenshots-"))
    paper = smoke.Paper(folder / "var", free_port())
    try:
        TARGET.mkdir(parents=True, exist_ok=True)
        paper.start(smoke.COLD_START)
        with launched(path) as browser:
            take(browser, paper, addresses(paper))
    finally:
        paper.stop()
        shutil.rmtree(folder, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
