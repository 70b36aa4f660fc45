"""The desk's rooms for those who don't see, don't point, or work on a telephone."""

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from news.models import Gallery
from tests.comments.moderation.bans.banning import banned
from tests.databases import once
from tests.e2e import browser as chromium
from tests.e2e.accessibility import stumbles
from tests.factories import (
    ArticleFactory,
    BylineFactory,
    CommentFactory,
    LiveArticleFactory,
    TagFactory,
    UserFactory,
    make_photo,
)

pytestmark = [pytest.mark.django_db(transaction=True), once]
ROOMS = ("", "lich/", "tin-bao/", "hang-loat/", "news/article/", "news/photo/", "news/gallery/", "comments/comment/")
QUEUE = ("hang-doi/", "hang-doi/nhat-ky/")
HELD_BACK = ("nhan-binh-luan/", "cam/danh-sach/")
PIPELINE = ("comments/pipelinesettings/",)
WORDS = ("comments/watchedword/", "comments/watchedword/add/", "comments/watchedword/thu/")
TOLD = ("comments/comment/diem-tu-hoc/", "comments/comment/du-lieu-ban-doc/")


@pytest.fixture
def rooms() -> list[str]:
    """Addresses of rooms with something in them."""
    article = ArticleFactory(lead_photo=make_photo(alt="Cầu"), standfirst="Sapo.", body="<p>Đoạn một.</p>")
    article.tags.add(TagFactory(), TagFactory())
    BylineFactory(article=article)
    comment = CommentFactory(article=LiveArticleFactory())
    gallery = Gallery.objects.create(title="Cầu mới")
    return [
        *ROOMS,
        *WORDS,
        *QUEUE,
        *HELD_BACK,
        *TOLD,
        *PIPELINE,
        *(f"bai/{article.pk}/{room}/" for room in ("ghi-chu", "hinh-dang", "ban")),
        f"news/article/{article.pk}/change/",
        f"news/gallery/{gallery.pk}/change/",
        f"comments/comment/{comment.pk}/change/",
        f"hang-doi/nhieu/?theo=loi&giong={comment.pk}",
        f"cam/?binh-luan={comment.pk}",
        f"cam/{banned(name='Nguyễn Văn Tèo', comment=comment, sweep=[comment.pk]).pk}/",
        f"nguoi-gui/{comment.pk}/",
        f"binh-luan-cua-bai/{comment.article_id}/",
    ]


def everywhere(page: Page, live_server: LiveServer, rooms: list[str]) -> list[str]:
    found = []
    for room in rooms:
        page.goto(f"{live_server.url}/toa-soan/{room}", wait_until="networkidle")
        found += stumbles(page)
    return found


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_nobody_stumbles(browser: Browser, live_server: LiveServer, rooms: list[str], width: int, scheme: str):
    context = chromium.new_context(browser, viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{live_server.url}/toa-soan/login/")
    chromium.enter(page, UserFactory(role="thư ký tòa soạn"))
    page.wait_for_url("**/toa-soan/")
    assert "\n".join(everywhere(page, live_server, rooms)) == ""
    context.close()


def test_the_rooms_are_opened_by_the_keyboard_on_a_telephone(browser: Browser, live_server: LiveServer):
    context = chromium.new_context(browser, viewport={"width": 360, "height": 800})
    page = context.new_page()
    page.goto(f"{live_server.url}/toa-soan/login/")
    chromium.enter(page, UserFactory(role="biên tập viên"))
    page.wait_for_url("**/toa-soan/")
    room = page.locator("#nav-sidebar").get_by_role("link", name="Lịch đăng")
    expect(room).not_to_be_in_viewport()
    page.get_by_role("button", name="danh sách phòng").locator("visible=true").focus()
    page.keyboard.press("Enter")
    expect(room).to_be_in_viewport()
    context.close()
