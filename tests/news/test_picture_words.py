"""What a file says of itself: read in as first values, never trusted, never served."""

from io import BytesIO

import pytest
from django.utils.timezone import localtime
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from news import pictures
from news.picture_words import moment_of, words_in
from tests.news.metadata import exif_of_a_phone, iptc_block, jpeg_with, xmp_block


def read(content: bytes):
    return words_in(pictures.decode(content))


def test_iptc_gives_caption_makers_and_date():
    words = read(
        jpeg_with(
            iptc_block(
                (120, "Cầu Rồng phun lửa\ntối qua.".encode()), (80, "Minh Đức".encode()), (110, b"TTXVN"),
                (55, b"20261120"), (60, b"070809+0700"),
            )
        )
    )  # fmt: skip
    assert (words.caption, words.credit) == ("Cầu Rồng phun lửa tối qua.", "Minh Đức/TTXVN")
    assert f"{localtime(words.taken_at):%Y-%m-%d %H:%M:%S}" == "2026-11-20 07:08:09"


def test_xmp_gives_what_iptc_does_not():
    inside = (
        '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">Lũ ở Huế &amp; Quảng Trị</rdf:li></rdf:Alt></dc:description>'
        "<dc:creator><rdf:Seq><rdf:li>Thu Miên</rdf:li></rdf:Seq></dc:creator>"
        "<photoshop:DateCreated>2025-10-30T05:06:07+07:00</photoshop:DateCreated>"
    )
    words = read(jpeg_with(xmp_block(inside)))
    assert (words.caption, words.credit) == ("Lũ ở Huế & Quảng Trị", "Thu Miên")
    assert f"{localtime(words.taken_at):%Y-%m-%d}" == "2025-10-30"


def test_exif_gives_the_moment():
    words = read(jpeg_with(exif=exif_of_a_phone()))
    assert f"{localtime(words.taken_at):%Y-%m-%d %H:%M:%S}" == "2026-11-20 07:08:09"


@pytest.mark.parametrize(
    "segment",
    [
        iptc_block((120, b"\xff\xfe\x00" * 4000), (55, b"99999999")),
        iptc_block((120, b"x")).replace((0x0404).to_bytes(2), b"\x04\x05"),
        b"\xff\xed" + (60).to_bytes(2) + b"Photoshop 3.0\x008BIM\x04\x04\0\0\xff\xff\xff\xff" + b"\x1c\x02" * 16,
        xmp_block("<dc:description>" * 500),
        xmp_block('<!DOCTYPE a [<!ENTITY b "c">]><dc:description>&b;</dc:description>'),
        xmp_block('photoshop:Credit="never closed'),
        b"\xff\xe1" + (30).to_bytes(2) + b"Exif\0\0II*\0\xff\xff\xff\x7f" + b"\xff" * 14,
    ],
)
def test_hostile_blocks_keep_no_picture_out(segment):
    words = read(jpeg_with(segment))
    assert words.taken_at is None and len(words.caption) <= 500 and "\0" not in words.caption


def test_markup_in_metadata_stays_text():
    words = read(jpeg_with(iptc_block((120, b"<script>alert(1)</script>\0\x08"), (80, b'"><img src=x>'))))
    assert words.caption == "<script>alert(1)</script>" and words.credit == '"><img src=x>'


@given(st.binary(max_size=300))
def test_any_iptc_and_xmp_bytes_are_survived(raw):
    for segment in (iptc_block((120, raw), (55, raw), (60, raw)), xmp_block(raw.decode("latin-1"))):
        words = read(jpeg_with(segment, size=(16, 16)))
        assert len(words.credit) <= 150


@pytest.mark.parametrize("text", ["", "0000:00:00 00:00:00", "2026:13:01 00:00:00", "3026-01-01", "x", "1700-01-01"])
def test_a_moment_that_cannot_be_is_none(text):
    assert moment_of(text) is None


@pytest.mark.django_db
def test_nothing_personal_leaves_the_house():
    content = jpeg_with(
        iptc_block((80, b"Nguoi Rieng Tu")), xmp_block("<dc:creator>Nguoi Rieng Tu</dc:creator>"),
        exif=exif_of_a_phone(), comment=b"Nguoi Rieng Tu",
    )  # fmt: skip
    photo = pictures.take_in(content)
    assert (photo.width, photo.height) == (200, 400)
    for ending in pictures.ENDINGS:
        drawn = pictures.draw(photo, 160, "", ending).read_bytes()
        shown = Image.open(BytesIO(drawn))
        assert shown.size == (160, 320) and not shown.getexif()
        assert not {"exif", "xmp", "comment", "photoshop", "icc_profile"} & shown.info.keys()
        for secret in (b"Rieng Tu", "Riêng Tư".encode(), b"Exif", b"GPS", b"Photoshop", b"xmpmeta"):
            assert secret not in drawn
