"""An editor moves a phase, tries it on what was said of late, and lets it hold."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from comments.models import Comment
from comments.moderation.pipeline import ordered
from comments.moderation.rules import current
from news import roles
from news.models import CommentPolicy
from tests.comments.sending import send, set_policy
from tests.databases import once
from tests.e2e.browser import enter
from tests.factories import LiveArticleFactory, UserFactory

pytestmark = [pytest.mark.django_db(transaction=True), once]


def test_rules_are_moved_tried_and_saved(page: Page, live_server: LiveServer):
    article = LiveArticleFactory()
    set_policy(article, CommentPolicy.POST)
    for place in range(3):
        send(article, text=f"Xem https://x.example/{place} nhé", address=f"192.0.{place}.1")
    page.goto(f"{live_server.url}/toa-soan/comments/pipelinesettings/")
    enter(page, UserFactory(role=roles.MANAGING_EDITOR))
    page.get_by_role("button", name="Đưa lên: Có viết hoa, lặp chữ không").click()
    expect(page.get_by_text("chưa được lưu")).to_be_visible()
    expect(page.get_by_role("button", name="Đưa lên: Có viết hoa, lặp chữ không")).to_be_focused()
    page.get_by_label("Cho phép bao nhiêu liên kết").fill("1")
    page.get_by_label("Số bình luận gần nhất").press("Enter")  # tries, and doesn't save
    expect(page.get_by_role("heading", name="3 trong 3 bình luận gần nhất sẽ được quyết định khác")).to_be_visible()
    page.get_by_text("Ví dụ").click()
    expect(page.get_by_text("Xem https://x.example/2 nhé")).to_be_visible()
    assert current.newest().thresholds.links_allowed == 0
    page.get_by_role("button", name="Lưu", exact=True).first.click()
    expect(page.get_by_text("Đã lưu các bước kiểm.")).to_be_visible()
    rules = current.newest()
    assert rules.thresholds.links_allowed == 1
    assert ordered(rules).index("shouting") < ordered(rules).index("links")
    assert Comment.objects.filter(state="waiting").count() == 3
