"""Who wrote in anger reads it once more, and decides."""

import re

import pytest
from playwright.sync_api import Browser, expect
from pytest_django.live_server_helper import LiveServer

from comments.models import Comment
from tests.e2e import browser as chromium
from tests.factories import LiveArticleFactory

HARD = "Bọn quan chức ăn hết tiền của dân rồi, thằng nào cũng ăn"
AS_HARD = "Lũ lãnh đạo ở đó toàn ăn hại, thằng nào cũng dốt"


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_a_reader_is_asked_once_puts_it_otherwise_or_sends_it_all_the_same(
    browser: Browser, live_server: LiveServer, settings, scripts: bool
):
    settings.LEARNED_SCORE = True
    article = LiveArticleFactory()
    context = chromium.new_context(browser, java_script_enabled=scripts)
    page = context.new_page()
    text = page.get_by_label("Bình luận", exact=True)
    for name, typed, last in (("Lan", HARD, "Vẫn gửi"), ("Hoa", AS_HARD, "Gửi bình luận")):
        page.goto(live_server.url + article.get_absolute_url())
        text.fill(typed)
        page.get_by_label("Tên", exact=True).fill(name)
        page.get_by_role("button", name="Gửi bình luận").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Khoan gửi một chút")
        expect(text).to_have_value(typed)
        if last == "Gửi bình luận":
            page.get_by_role("link", name="Sửa lại").click()
            expect(text).to_be_focused()
            text.fill(f"{AS_HARD}, tôi nói thật")
        page.get_by_role("button", name=last).click()
        expect(page).to_have_url(re.compile("/binh-luan/phieu/"))
    assert sorted(Comment.objects.values_list("name", "text")) == [("Hoa", f"{AS_HARD}, tôi nói thật"), ("Lan", HARD)]
    context.close()
