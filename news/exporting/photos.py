"""Pictures of the house inside a document, with what they show for those who can't see them."""

import re
from collections.abc import Iterable
from pathlib import Path

from docx.shared import Cm, Length
from docx.text.run import Run

from news import pictures
from news.body.tree import Element
from news.exporting.sheet import Sheet
from news.models import Photo
from news.models.photos import keys_in
from news.sizes import path_of, widths_of

TEXT_WIDTH = Cm(16)  # between the margins of an A4 page
LARGEST_HEIGHT = Cm(14)  # a portrait leaves room for its caption and some text
SHARP = 1280  # pixels; 200 to the inch over the whole width

_KEY = re.compile(r"/anh/([0-9a-f]{20})/")


def photos_for(body: str, others: Iterable[Photo | None]) -> dict[str, Photo]:
    """The photos that the body shows, and these, by key (one query)."""
    shown = {photo.key: photo for photo in Photo.objects.filter(key__in=keys_in(body))}
    return shown | {photo.key: photo for photo in others if photo}


def photo_of(sheet: Sheet, image: Element) -> Photo | None:
    """Which photo the img element shows; None if it is gone."""
    key = _KEY.match(image.attributes.get("src", ""))
    return sheet.photos.get(key[1]) if key else None


def put_picture(sheet: Sheet, run: Run, image: Element) -> None:
    """Draw the img element's photo into the run; its description in brackets if the file is gone."""
    photo, alt = photo_of(sheet, image), image.attributes.get("alt", "")
    path = _file_of(photo) if photo else None
    if photo is None or path is None:
        run.text = f"[{alt}]" if alt else ""
        return
    drawn = run.add_picture(str(path), width=_shown_width(photo))
    drawn._inline.docPr.set("descr", alt)
    for side in ("distT", "distB", "distL", "distR"):
        drawn._inline.set(side, "0")  # LibreOffice takes an eighth of an inch where nothing is said


def _file_of(photo: Photo) -> Path | None:
    width = widths_of(photo, SHARP)[-1]
    path = path_of(photo, width, "", "jpg")
    try:
        return path if path.exists() else pictures.draw(photo, width, "", "jpg")
    except OSError:  # the original is gone from the disk
        return None


def _shown_width(photo: Photo) -> Length:
    return Length(min(TEXT_WIDTH, round(LARGEST_HEIGHT * photo.width / photo.height)))
