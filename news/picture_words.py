"""What a picture file says of itself: caption, credit, when it was taken (IPTC, XMP, EXIF). First values for people to check.

Whoever made the file wrote this, so it is read like anything from strangers: bounded, no entities resolved, one line of plain
text at the end. A block that can't be read says nothing; it never keeps a picture out.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from html import unescape

from django.utils import timezone
from PIL import ExifTags, Image, IptcImagePlugin

from news.decoding import UNREADABLE
from news.vietnamese.plain import clean_line

LONGEST_BLOCK = 200_000  # bytes of XMP that are looked at; cameras write about ten thousand
LONGEST = {"caption": 500, "credit": 150}  # letters, as the columns
CAPTION, BYLINE, CREDIT, DATE, TIME = (2, 120), (2, 80), (2, 110), (2, 55), (2, 60)  # IPTC-IIM 4.2, chapter 6
EARLIEST = datetime(1826, 1, 1, tzinfo=timezone.get_default_timezone())  # the first photograph

_MOMENT = re.compile(r"(\d{4})[:-]?(\d{2})[:-]?(\d{2})(?:[T ]?(\d{2}):?(\d{2})(?::?(\d{2}))?)?")
_ITEM = re.compile(r"<rdf:li[^<>]{0,200}>([^<]{1,4000})</rdf:li>")


@dataclass(frozen=True)
class Words:
    """Plain text, short enough for the columns; "" and None where the file says nothing."""

    caption: str = ""
    credit: str = ""
    taken_at: datetime | None = None


Facts = dict[str, str]


def words_in(picture: Image.Image) -> Words:
    """What the decoded picture's file says. The first source that says something of a thing wins."""
    found: Facts = {}
    for read in (_iptc, _xmp, _exif):
        for name, text in _said(read, picture).items():
            found.setdefault(name, clean_line(text))
    makers = dict.fromkeys(filter(None, (found.get("byline"), found.get("credit"))))
    return Words(
        caption=found.get("caption", "")[: LONGEST["caption"]],
        credit="/".join(makers)[: LONGEST["credit"]],
        taken_at=moment_of(found.get("taken", "")),
    )


def _said(read: Callable[[Image.Image], Iterator[tuple[str, str]]], picture: Image.Image) -> Facts:
    facts: Facts = {}
    try:
        for name, text in read(picture):
            if clean_line(text):
                facts.setdefault(name, text)
    except (*UNREADABLE, AttributeError, RecursionError):  # hostile or broken: what was read so far counts
        pass
    return facts


def _iptc(picture: Image.Image) -> Iterator[tuple[str, str]]:
    block = IptcImagePlugin.getiptcinfo(picture) if picture.format == "JPEG" else None  # type: ignore[arg-type]
    for name, place in (("caption", CAPTION), ("byline", BYLINE), ("credit", CREDIT)):
        yield name, _text((block or {}).get(place))
    yield "taken", f"{_text((block or {}).get(DATE))}T{_text((block or {}).get(TIME))[:6]}".removesuffix("T")


def _xmp(picture: Image.Image) -> Iterator[tuple[str, str]]:
    block = picture.info.get("xmp") or picture.info.get("XML:com.adobe.xmp") or b""
    packet = _text(block[:LONGEST_BLOCK]) if isinstance(block, bytes) else str(block)[:LONGEST_BLOCK]
    yield "caption", _xmp_value(packet, "dc:description")
    yield "byline", _xmp_value(packet, "dc:creator")
    yield "credit", _xmp_value(packet, "photoshop:Credit")
    yield "taken", _xmp_value(packet, "photoshop:DateCreated") or _xmp_value(packet, "exif:DateTimeOriginal")


def _xmp_value(packet: str, name: str) -> str:
    """An element's text or first list item, or an attribute's value. Found by its name, not by parsing: nothing is resolved."""
    start = packet.find(f"<{name}>")
    if start >= 0:
        end = packet.find(f"</{name}>", start)
        inside = packet[start + len(name) + 2 : end] if 0 <= end < start + 20_000 else ""
        item = _ITEM.search(inside)
        return unescape(item[1] if item else "" if "<" in inside else inside)
    start = packet.find(f'{name}="')
    value = packet[start + len(name) + 2 :][:4000] if start >= 0 else ""
    return unescape(value.partition('"')[0]) if '"' in value else ""


def _exif(picture: Image.Image) -> Iterator[tuple[str, str]]:
    exif = picture.getexif()
    yield "caption", _text(exif.get(ExifTags.Base.ImageDescription))
    yield "byline", _text(exif.get(ExifTags.Base.Artist))
    yield "taken", _text(exif.get_ifd(ExifTags.IFD.Exif).get(ExifTags.Base.DateTimeOriginal))


def _text(raw: object) -> str:
    """Text of whatever a block holds: UTF-8, else as cameras of the West wrote it; of a list the first."""
    if isinstance(raw, list):
        raw = raw[0] if raw else ""
    if isinstance(raw, bytes):
        try:
            return raw.decode("utf-8")
        except UnicodeDecodeError:
            return raw.decode("cp1252", "ignore")
    return raw if isinstance(raw, str) else ""


def moment_of(text: str) -> datetime | None:
    """The moment in IPTC's, XMP's or EXIF's spelling, taken for our own time; None unless it is one of the past."""
    parts = _MOMENT.match(text)
    if parts is None:
        return None
    try:
        year, month, day, hour, minute, second = (int(part or 0) for part in parts.groups())
        moment = datetime(year, month, day, hour, minute, second, tzinfo=timezone.get_default_timezone())
    except ValueError:
        return None
    return moment if EARLIEST <= moment <= timezone.now() + timedelta(days=1) else None
