"""A moderator finds out why a sentence is stopped, and puts a word into the list."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from comments.models import Action, WatchedWord
from comments.moderation.words.keeping import keep
from news import roles
from news.models import User
from tests.databases import once
from tests.e2e.browser import enter
from tests.factories import UserFactory

pytestmark = once


@pytest.fixture
def moderator(db) -> User:
    WatchedWord.objects.all().delete()
    return UserFactory(role=roles.MODERATOR)


def test_the_tester_marks_a_disguised_word_and_the_form_keeps_another(
    page: Page, live_server: LiveServer, moderator: User
):
    keep(WatchedWord(text="khốn nạn", action=Action.REJECT), None)
    page.goto(f"{live_server.url}/toa-soan/comments/watchedword/")
    enter(page, moderator)
    page.get_by_role("link", name="Thử danh sách với một câu").click()
    page.get_by_label("Câu cần thử").fill("Thật kh0n n.ạ.n quá")
    page.get_by_role("button", name="Thử", exact=True).click()
    expect(page.locator(".said-text mark")).to_have_text("kh0n n.ạ.n")
    expect(page.get_by_text("tách rời chữ")).to_be_visible()
    page.get_by_role("link", name="Về danh sách").click()
    page.goto(f"{live_server.url}/toa-soan/comments/watchedword/add/")
    page.locator("[name=text]").fill("mất nết")
    page.locator("[name=text]").press("Enter")
    expect(page.get_by_text("mất nết").first).to_be_visible()
    assert WatchedWord.objects.filter(text="mất nết", created_by=moderator).exists()
