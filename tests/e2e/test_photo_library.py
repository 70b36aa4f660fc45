"""Photos sent by dropping and pasting, each with its own fate; the focal point by mouse and keyboard."""

import base64

from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from news.models import Photo
from tests.databases import once
from tests.factories import make_photo, picture_file

pytestmark = once

# What a person's drop or Ctrl+V hands to the page.
HAND_OVER = """([kind, files]) => {
  const carried = new DataTransfer();
  for (const [name, type, content] of files) {
    const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
    carried.items.add(new File([bytes], name, { type }));
  }
  const event = kind === "paste"
    ? new ClipboardEvent("paste", { clipboardData: carried, bubbles: true, cancelable: true })
    : new DragEvent("drop", { dataTransfer: carried, bubbles: true, cancelable: true });
  document.body.dispatchEvent(event);
}"""


def hand_over(page: Page, kind: str, *files: tuple[str, bytes]) -> None:
    carried = [[name, "image/jpeg", base64.b64encode(content).decode()] for name, content in files]
    page.evaluate(HAND_OVER, [kind, carried])


def sent(page: Page, name: str):
    return page.locator(".desk-sent-one", has_text=name)


def library(page: Page, live_server: LiveServer) -> Page:
    page.goto(f"{live_server.url}/toa-soan/news/photo/")
    expect(page.locator("[data-with-script]")).to_be_visible()
    return page


def test_dropped_photos_arrive_and_a_heavy_one_is_told_without_stopping_them(desk_page: Page, live_server: LiveServer):
    page = library(desk_page, live_server)
    heavy = b"\xff" * (20 * 1024 * 1024 + 1)
    hand_over(
        page, "drop", ("nặng.jpg", heavy), ("một.jpg", picture_file(colour="#111111")), ("hai.jpg", picture_file())
    )
    expect(sent(page, "nặng.jpg")).to_contain_text("nặng quá 20 MB")
    for name in ("một.jpg", "hai.jpg"):
        expect(sent(page, name)).to_contain_text("Đã tải lên.")
    expect(page.locator("[data-summary]")).to_contain_text("Đã tải lên 2 trong 3 ảnh")
    assert Photo.objects.count() == 2


def test_a_pasted_photo_arrives(desk_page: Page, live_server: LiveServer):
    page = library(desk_page, live_server)
    hand_over(page, "paste", ("dán.jpg", picture_file()))
    link = sent(page, "dán.jpg").get_by_role("link", name="Viết mô tả, chú thích")
    expect(link).to_be_visible()
    expect(link).to_have_attribute("href", f"/toa-soan/news/photo/{Photo.objects.get().pk}/change/")


def test_the_focal_point_follows_mouse_and_keys_and_the_crops_follow_it(desk_page: Page, live_server: LiveServer):
    photo = make_photo(alt="Cầu")
    desk_page.goto(f"{live_server.url}/toa-soan/news/photo/{photo.pk}/change/")
    picture = desk_page.locator("[data-frame] img")
    box = picture.bounding_box()
    assert box is not None
    picture.click(position={"x": box["width"] * 0.25, "y": box["height"] * 0.75})
    across, down = desk_page.locator("#id_focal_x"), desk_page.locator("#id_focal_y")
    expect(across).to_have_value("25")
    expect(down).to_have_value("75")
    desk_page.keyboard.press("ArrowRight")
    desk_page.keyboard.press("Shift+ArrowUp")
    expect(across).to_have_value("26")
    expect(down).to_have_value("65")
    for crop in desk_page.locator("[data-crop]").all():
        expect(crop).to_have_css("object-position", "26% 65%")
    across.fill("40")
    expect(desk_page.get_by_role("button", name="Tâm điểm: 40 % từ trái, 65 % từ trên")).to_be_visible()
    desk_page.get_by_role("button", name="Lưu", exact=True).click()
    desk_page.wait_for_url("**/news/photo/")
    photo.refresh_from_db()
    assert (photo.focal_x, photo.focal_y) == (40, 65)
