"""What other programs put on the clipboard, pasted into the text editor of a real browser and saved."""

import re
import unicodedata

import pytest
from playwright.sync_api import Page, expect

from news.models import Photo
from tests.e2e.test_text_editor import PASTE, paste, stored, text, wait_for_photo, writing
from tests.news.body import clipboards

__all__ = ["writing"]  # the fixture
pytestmark = pytest.mark.django_db(transaction=True)


def plain(body: str) -> list[str]:
    return [line.strip() for line in body.split("\n") if line.strip()]


def test_lists_that_word_only_paints_become_lists(writing: Page) -> None:
    paste(writing, clipboards.FROM_WORD_WITH_LISTS)
    body = stored(writing)
    assert "<ul><li>Gốm<ul><li>Bát Tràng</li></ul></li><li>Lụa</li></ul>" in body
    assert '<ol start="3"><li>Việc ba</li><li>Việc bốn</li></ol>' in body
    assert "<h2>Làng nghề vào vụ</h2>" in body and "<td>Vạn Phúc</td>" in body
    assert "<p>Hà Nội – <em>làng nghề</em> “đỏ lửa” từ <strong>3 giờ</strong>.</p>" in body
    assert not re.search(r"mso|style|<span|file:|<img", body)


def test_word_in_a_browser_leaves_headings_and_one_list(writing: Page) -> None:
    paste(writing, clipboards.FROM_WORD_ONLINE)
    body = stored(writing)
    assert "<h2>Kinh phí</h2>" in body and "<ul><li>Xã A</li><li>Xã B</li></ul>" in body
    assert "<strong>Tổng</strong><em> vốn</em> là “500 tỷ” – đủ." in body
    assert not re.search(r"style|<span|class=", body)


def test_a_post_keeps_its_emoji_and_nobody_is_warned(writing: Page) -> None:
    paste(writing, clipboards.FROM_FACEBOOK)
    expect(writing.locator(".cke_notification_message")).to_have_count(0)
    body = stored(writing)
    assert "Lũ về rồi bà con ơi 🌊</p>" in body and "<strong>3 m</strong>" in body and "<img" not in body


def test_a_mail_from_outlook_leaves_lines_and_links(writing: Page) -> None:
    paste(writing, clipboards.FROM_OUTLOOK)
    body = stored(writing)
    assert plain(body)[0] == "<p>Kính gửi tòa soạn,</p>"
    assert '<a href="mailto:baochi@tinh.example">' in body and "<p></p>" not in body


def test_libreoffice_leaves_lists_tables_and_its_picture_is_taken_in(writing: Page) -> None:
    paste(writing, clipboards.FROM_LIBREOFFICE)
    expect(text(writing).locator("img[src^='/anh/']")).to_be_visible()
    photo = wait_for_photo(writing)
    body = stored(writing)
    assert "<ol><li>Một<ul><li>Một một</li></ul></li><li>Hai</li></ol>" in body and "<th>Làng</th>" in body
    assert "<p><strong>Tổng vốn</strong> “500 tỷ” – <em>đủ</em></p>" in body
    assert f'src="/anh/{photo.key}/' in body and Photo.objects.count() == 1


def test_letters_in_pieces_are_put_together(writing: Page) -> None:
    words = "Nghị quyết “về đích” – thuở xưa"
    writing.frames[-1].evaluate(PASTE, f"<p>{unicodedata.normalize('NFD', words)}</p>")
    expect(text(writing)).to_contain_text("Ngh")
    assert stored(writing) == f"<p>{words}</p>"
