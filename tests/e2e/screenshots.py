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
DECIDED = {"published": "duyet", "not-published": "khong-dang", "spam": "thu-rac"}  # what a receipt shows: the button
ADDED = "Kết luận có hiệu lực từ ngày ký."
OPINIONS = (  # unlike each other, or they would have been said already
    "Mong tòa soạn có thêm bài về chuyện này.",
    "Phường tôi làm việc ấy từ năm ngoái, ai cũng vui.",
    "Số liệu trong bài rõ ràng, đọc là hiểu ngay.",
    "Tôi e rằng cách làm này tốn kém mà chẳng được bao nhiêu.",
    "Quê tôi ngày trước cũng thế, giờ đổi khác nhiều rồi.",
)


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
        **receipts(paper, article),
        "search": "/tim-kiem/?q=nuoc",
        "corrections": "/cai-chinh/",
        "not-found": "/khong-co-trang-nay/",
        "desk": "/toa-soan/",
        "desk-articles": "/toa-soan/news/article/",
        "desk-article": f"/toa-soan/news/article/{number}/change/",
        "desk-compare": f"/toa-soan/bai/{number}/ban/so-sanh/",
        "desk-calendar": "/toa-soan/lich/",
        "desk-photos": "/toa-soan/news/photo/",
        "desk-comments": "/toa-soan/comments/comment/",
        "desk-queue": "/toa-soan/hang-doi/",
        "desk-figures": "/toa-soan/so-lieu-kiem-duyet/",
        "desk-switches": "/toa-soan/nhan-binh-luan/",
        "desk-learned-score": "/toa-soan/comments/comment/diem-tu-hoc/",
        "desk-import": "/toa-soan/nhap-bai/",
    }


def receipts(paper: smoke.Paper, article: str) -> dict[str, str]:
    """A receipt in each state: waiting, published, not published, spam, taken back."""
    editor = smoke.Visitor(paper.base)
    smoke.sign_in(editor, paper.login("biên tập viên"))
    made = {}
    for number, state in enumerate(("waiting", "taken-back", *DECIDED)):
        reader, words = smoke.Visitor(paper.base), f"{OPINIONS[number]} ({state})"
        made[f"receipt-{state}"] = address = smoke.comment(reader, article, words)
        if state in DECIDED:
            smoke.decide(editor, DECIDED[state], words)
        elif state == "taken-back":
            reader.visit(f"{address}rut-lai/", {})
    return made


def write_on(browser: Browser, paper: smoke.Paper, change: str) -> None:
    """A second revision, so that there is something to compare."""
    tab = new_context(browser).new_page()
    sign_in(tab, paper)
    tab.goto(paper.base + change)
    tab.fill("#id_standfirst", f"{tab.input_value('#id_standfirst')} {ADDED}")
    tab.click("[name=_continue]")
    tab.context.close()


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
            pages = addresses(paper)
            write_on(browser, paper, pages["desk-article"])
            take(browser, paper, pages)
    finally:
        paper.stop()
        shutil.rmtree(folder, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
