"""Moving a scheduled article on the calendar: by mouse, by keyboard; a refusal puts it back."""

from datetime import date, datetime, time, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from news.models import Article
from news.vietnamese.dates import VIETNAM
from tests.databases import once
from tests.factories import LiveArticleFactory

pytestmark = once

WIDE = {"width": 1280, "height": 900}


def next_monday() -> date:
    today = timezone.localdate(timezone=VIETNAM)
    return today + timedelta(days=7 - today.weekday())


@pytest.fixture
def article(db) -> Article:
    """Due at 08:21 on the next Monday."""
    due = datetime.combine(next_monday(), time(8, 21), VIETNAM)
    return LiveArticleFactory(headline="Bài chờ giờ", published_at=due)


def due(article: Article) -> str:
    stored = Article.objects.get(pk=article.pk).published_at
    assert stored is not None
    return f"{stored.astimezone(VIETNAM):%Y-%m-%d %H:%M}"


def week(page: Page, live_server: LiveServer, day: date) -> Page:
    page.set_viewport_size(WIDE)
    page.goto(f"{live_server.url}/toa-soan/lich/?ngay={day}")
    return page


def drag(page: Page, day: date, hour: str) -> None:
    page.locator("[data-movable]", has_text="Bài chờ giờ").drag_to(
        page.locator(f"[data-day='{day}'][data-hour='{hour}']")
    )


def test_an_article_is_dragged_to_another_day_and_hour_and_the_move_undone(desk_page, live_server, article):
    page, monday = week(desk_page, live_server, next_monday()), next_monday()
    thursday = monday + timedelta(days=3)
    drag(page, thursday, "10")
    expect(page.get_by_role("button", name="Hoàn tác, về 08:21")).to_be_visible()
    expect(page.locator(f"[data-day='{thursday}'][data-hour='10']")).to_contain_text("Bài chờ giờ")
    assert due(article) == f"{thursday} 10:21"
    page.get_by_role("button", name="Hoàn tác, về 08:21").click()
    expect(page.locator(f"[data-day='{monday}'][data-hour='08']")).to_contain_text("Bài chờ giờ")
    assert due(article) == f"{monday} 08:21"


def test_a_refused_drag_puts_the_article_back_with_the_sentence(desk_page, live_server, article):
    page, monday = week(desk_page, live_server, next_monday()), next_monday()
    expires = article.published_at + timedelta(days=1)
    Article.objects.filter(pk=article.pk).update(expires_at=expires)
    drag(page, monday + timedelta(days=4), "10")
    expect(page.locator("[data-calendar-told]")).to_have_text("Hạn hiển thị phải sau giờ đăng.")
    expect(page.locator(f"[data-day='{monday}'][data-hour='08']")).to_contain_text("Bài chờ giờ")
    assert due(article) == f"{monday} 08:21"


def test_the_keyboard_moves_it_through_its_form(desk_page, live_server, article):
    page, tuesday = week(desk_page, live_server, next_monday()), next_monday() + timedelta(days=1)
    page.locator(".desk-due-move summary").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Ngày", exact=True).fill(f"{tuesday}")
    page.get_by_label("Giờ", exact=True).fill("09:05")
    page.get_by_role("button", name="Lưu giờ mới").focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"[data-day='{tuesday}'][data-hour='09']")).to_contain_text("Bài chờ giờ")
    assert due(article) == f"{tuesday} 09:05"


def test_on_a_phone_the_days_stand_below_each_other_and_nothing_is_wider(desk_page, live_server, article):
    page = week(desk_page, live_server, next_monday())
    page.set_viewport_size({"width": 360, "height": 780})
    for kind in ("tuan", "thang"):
        page.goto(f"{live_server.url}/toa-soan/lich/?kieu={kind}&ngay={next_monday()}")
        expect(page.get_by_role("link", name="Bài chờ giờ")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
