"""A newcomer's way in: the link, the telephone, the recovery codes, the log; on a phone, and without scripts."""

from base64 import b32decode

import pytest
from django.contrib.auth.models import Group
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from news.accounts import invitations
from tests.databases import once
from tests.e2e import browser as chromium
from tests.e2e.accessibility import stumbles
from tests.factories import UserFactory
from tests.news.accounts.signing import code_now

pytestmark = once

PHONE = {"width": 360, "height": 780}


@pytest.fixture
def link(transactional_db, live_server: LiveServer) -> str:
    by = UserFactory(role="quản trị")
    roles = list(Group.objects.filter(name__in=["thư ký tòa soạn", "quản trị"]))
    token = invitations.token_of(invitations.invite(by, "Trần Thu Hà", "ha@bao.example", roles))
    return f"{live_server.url}/toa-soan/nhan-loi-moi/{token}/"


def come_in(page: Page, link: str) -> None:
    page.goto(link)
    page.fill("input[name=username]", "thuha")
    page.fill("input[name=password1]", "mot-mat-khau-dai-9")
    page.fill("input[name=password2]", "mot-mat-khau-dai-9")
    page.click("form [type=submit]")
    page.wait_for_url("**/toa-soan/")


def turn_on(page: Page, base: str) -> list[str]:
    page.goto(f"{base}/toa-soan/tai-khoan/hai-lop/")
    key = page.inner_text(".desk-key").replace(" ", "")
    page.fill("input[name=code]", code_now(hex_of(key)))
    page.click("main form [type=submit]")
    page.wait_for_selector(".desk-codes")
    return page.locator(".desk-codes code").all_inner_texts()


def hex_of(letters: str) -> str:
    return b32decode(letters).hex()


def sign_in(page: Page, base: str, code: str) -> None:
    page.goto(f"{base}/toa-soan/login/")
    page.fill("input[name=username]", "thuha")
    page.fill("input[name=password]", "mot-mat-khau-dai-9")
    page.click("form [type=submit]")
    page.fill("input[name=code]", code)
    page.click("form [type=submit]")
    page.wait_for_url("**/toa-soan/")


@pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without scripts"])
def test_from_the_link_to_a_second_sign_in_on_a_phone(
    browser: Browser, live_server: LiveServer, link: str, script: bool
):
    watch, profile = chromium.Watch(), chromium.new_context(browser, viewport=PHONE, java_script_enabled=script)
    watch.over(profile)
    page = profile.new_page()
    come_in(page, link)
    codes = turn_on(page, live_server.url)
    assert len(codes) == 10
    with page.expect_download() as kept:
        page.click("a[download]")
    assert kept.value.path().read_text().split() == codes
    profile.clear_cookies()
    sign_in(page, live_server.url, codes[0])
    page.goto(f"{live_server.url}/toa-soan/nhat-ky/")
    assert "dùng mã dự phòng" in page.inner_text("main")
    profile.close()
    assert watch.faults == []


def test_nothing_stands_in_the_way_of_a_screen_reader(page: Page, live_server: LiveServer, link: str):
    base = f"{live_server.url}/toa-soan"
    page.set_viewport_size(PHONE)
    page.goto(f"{base}/login/")
    page.fill("input[name=username]", "ai-do")
    page.fill("input[name=password]", "x")
    page.click("form [type=submit]")
    found = stumbles(page)
    page.goto(link)
    found += stumbles(page)
    come_in(page, link)
    for path in ("tai-khoan/", "tai-khoan/hai-lop/", "password_change/", "loi-moi/", "loi-moi/1/", "nhat-ky/"):
        page.goto(f"{base}/{path}")
        found += stumbles(page)
    assert found == []
