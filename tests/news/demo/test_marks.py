"""The paper's icons: drawn in press red, and the files in static/icons are what the code draws."""

from pathlib import Path

import pytest
from django.conf import settings
from PIL import Image

from news.demo.pictures import maskable_mark, paper_mark, rounded_mark

ICONS = Path(settings.BASE_DIR) / "static" / "icons"
PRESS_RED = (0xB3, 0x12, 0x1D)


@pytest.mark.parametrize("size", [16, 32, 48, 180, 192, 512])
def test_the_mark_is_white_on_press_red_at_every_size(size):
    mark = paper_mark(size)
    assert mark.size == (size, size)
    assert mark.getpixel((0, 0)) == PRESS_RED
    assert max(min(pixel) for _, pixel in mark.getcolors(size * size)) > 200


def test_the_rounded_mark_lets_the_page_show_at_its_corners():
    mark = rounded_mark(192)
    assert mark.getpixel((0, 0))[3] == 0
    assert mark.getpixel((96, 4))[3] == 255


def test_the_maskable_mark_keeps_its_sheet_inside_the_safe_circle():
    mark = maskable_mark(512)
    outside = [
        (x, y)
        for x in range(0, 512, 8)
        for y in range(0, 512, 8)
        if (x - 256) ** 2 + (y - 256) ** 2 > 205**2 and mark.getpixel((x, y)) != PRESS_RED
    ]
    assert outside == []


@pytest.mark.parametrize(
    ("file", "mark"),
    [
        ("icon-192.png", rounded_mark(192)),
        ("icon-512.png", rounded_mark(512)),
        ("maskable-512.png", maskable_mark(512)),
        ("apple-touch-icon.png", paper_mark(180)),
    ],
)
def test_an_icon_file_is_what_the_code_draws(file, mark):
    with Image.open(ICONS / file) as stored:
        assert stored.convert(mark.mode).tobytes() == mark.tobytes()


def test_the_favicon_has_the_three_sizes_that_browsers_ask_for():
    with Image.open(ICONS / "favicon.ico") as icon:
        assert icon.info["sizes"] == {(16, 16), (32, 32), (48, 48)}
