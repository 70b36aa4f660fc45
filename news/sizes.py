"""The sizes in which pages show photos: their addresses, where they are kept, how they are drawn.

A size is drawn by the first who asks for it, be it a reader's browser or the worker that draws ahead (news/drawing.py). It has
no metadata, stands upright, and is cropped around the focal point where a page wants a fixed shape. AVIF is drawn fast
rather than small: 1600 pixels in a fifth of a second, still smaller than WebP.

What an address shows never changes, so that caches keep it for good: another file is another key, and a cropped size has the
focal point in its name unless that is the middle.
"""

import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.urls import reverse
from PIL import Image, ImageOps

from news.decoding import upright
from news.models import Photo

WIDTHS = (160, 320, 480, 640, 960, 1280, 1600)  # pixels
SHAPES = {"": None, "3x2": 3 / 2, "16x9": 16 / 9, "1x1": 1.0}  # "" keeps the photo's own proportions
ENDINGS: dict[str, tuple[str, dict[str, Any]]] = {
    "avif": ("AVIF", {"quality": 55, "speed": 9}),
    "webp": ("WEBP", {"quality": 80, "method": 4}),
    "jpg": ("JPEG", {"quality": 82, "optimize": True}),
}
MIDDLE = (50, 50)  # per cent
IN_LISTS = 640  # pixels; no list shows a cropped photo wider


def address(photo: Photo, width: int, shape: str = "", ending: str = "webp") -> str:
    """The public address of one size; `width` is one of WIDTHS, `shape` one of SHAPES."""
    return reverse("news:photo", args=[photo.key, name_of(photo, width, shape), ending])


def name_of(photo: Photo, width: int, shape: str) -> str:
    """The size's part of the address."""
    if not shape:
        return str(width)
    focus = (photo.focal_x, photo.focal_y)
    return f"{width}-{shape}" if focus == MIDDLE else f"{width}-{shape}-{focus[0]}-{focus[1]}"


def srcset(photo: Photo, shape: str = "", widest: int = WIDTHS[-1], ending: str = "webp") -> str:
    """The value of a srcset: every size that is not larger than the photo itself, or the smallest."""
    widths = widths_of(photo, widest)
    return ", ".join(f"{address(photo, width, shape, ending)} {width}w" for width in widths)


def widths_of(photo: Photo, widest: int = WIDTHS[-1]) -> list[int]:
    """The widths that the photo fills, or the smallest."""
    return [width for width in WIDTHS if width <= min(widest, photo.width)] or [WIDTHS[0]]


def height_for(photo: Photo, width: int, shape: str = "") -> int:
    """The height in pixels that goes with `width`, so that pages reserve the right space."""
    ratio = SHAPES[shape] or photo.width / photo.height
    return max(1, round(width / ratio))


def size_path(key: str, size: str, ending: str) -> Path:
    """Where one drawn size is kept; whether it is there is the caller's question."""
    return folder(key) / f"{size}.{ending}"


def path_of(photo: Photo, width: int, shape: str, ending: str) -> Path:
    """Where one size of this photo is kept, as it is cropped today."""
    return size_path(photo.key, name_of(photo, width, shape), ending)


def folder(key: str) -> Path:
    """Where the original and all drawn sizes of one photo are kept."""
    return Path(settings.MEDIA_ROOT) / "photos" / key[:2] / key


def asked_for(photo: Photo) -> Iterator[tuple[int, str, str]]:
    """What pages are known to ask for (width, shape, ending), small ones first: lists need them at once."""
    for ending in ("webp", "avif"):
        yield from ((width, "3x2", ending) for width in widths_of(photo, IN_LISTS))
        yield from ((width, "", ending) for width in widths_of(photo))
    largest = widths_of(photo, 1280)[-1]
    yield from ((largest, shape, "jpg") for shape in ("16x9", "1x1"))


def original(photo: Photo, longest: int = 0) -> Image.Image:
    """The original as it is drawn from. Raises FileNotFoundError if it is gone from the disk.

    With `longest` (pixels), a JPEG may be decoded smaller as long as no side gets shorter than that: many times faster.
    """
    with photo.original.open() as file:
        picture = Image.open(file)
        if longest:
            picture.draft("RGB", (longest, longest))
        return upright(picture)


def draw(photo: Photo, width: int, shape: str, ending: str) -> Path:
    """Draw one size of the photo and keep it. Two processes may draw at once: the later one replaces the same bytes."""
    target = (width, height_for(photo, width, shape))
    picture = original(photo, 2 * max(target))  # twice as large as needed: as good as from the whole
    focus = (photo.focal_x / 100, photo.focal_y / 100)
    drawn = ImageOps.fit(picture, target, Image.Resampling.LANCZOS, centering=focus)
    path = path_of(photo, width, shape, ending)
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    kind, how = ENDINGS[ending]
    try:
        drawn.save(draft, kind, **how)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    return path


def forget_shapes(photo: Photo) -> None:
    """Let the cropped sizes be drawn anew: the focal point has moved."""
    for path in folder(photo.key).glob("*-*x*.*"):
        path.unlink(missing_ok=True)
