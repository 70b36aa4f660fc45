"""Strange pictures: each comes out right, or is refused in a sentence."""

import zipfile
from io import BytesIO

import pytest
from PIL import Image, ImageCms

from news import decoding, pictures
from tests.factories import picture_file

RED, BLUE = (200, 30, 30), (30, 30, 200)


def saved(picture: Image.Image, kind: str, **options: object) -> bytes:
    file = BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def seen(content: bytes) -> tuple[int, ...]:
    """The colour in the middle of what would be drawn."""
    picture = decoding.upright(decoding.decode(content))
    assert picture.mode == "RGB" and picture.info == {}
    return picture.getpixel((picture.width // 2, picture.height // 2))


def is_near(one: tuple[int, ...], other: tuple[int, ...], within: int = 12) -> bool:
    return all(abs(a - b) <= within for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_of_an_animation_the_first_frame_counts(kind):
    frames = [Image.new("RGB", (60, 40), colour) for colour in (RED, BLUE)]
    assert is_near(seen(saved(frames[0], kind, save_all=True, append_images=frames[1:])), RED)


def test_a_cmyk_jpeg_keeps_its_colours():
    assert is_near(seen(saved(Image.new("RGB", (60, 40), RED).convert("CMYK"), "JPEG", quality=95)), RED)


def test_sixteen_bits_of_grey_are_scaled_not_cut_off():
    assert is_near(seen(saved(Image.new("I;16", (60, 40), 0x8000), "PNG")), (128, 128, 128), 2)


def test_what_is_transparent_stands_on_white():
    palette = Image.new("P", (60, 40), 1)
    palette.putpalette([0, 0, 0, *RED])
    assert seen(saved(palette, "PNG", transparency=1)) == (255, 255, 255)
    assert seen(saved(palette, "PNG", transparency=0)) == RED
    assert seen(saved(Image.new("RGBA", (60, 40), (*RED, 0)), "WEBP", lossless=True)) == (255, 255, 255)
    assert seen(saved(Image.new("LA", (60, 40), (90, 255)), "PNG")) == (90, 90, 90)


@pytest.mark.parametrize("profile", [ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(), b"x" * 500])
def test_a_colour_profile_is_used_or_ignored_and_never_passed_on(profile):
    assert is_near(seen(saved(Image.new("RGB", (60, 40), RED), "JPEG", icc_profile=profile, quality=95)), RED)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "rỗng"),
        (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', "SVG"),
        (b"\xef\xbb\xbf  <svg onload='alert(1)'/>", "SVG"),
        (picture_file()[:-400], "hỏng"),
        (picture_file(kind="PNG")[:60], "hỏng"),
        (picture_file(kind="WEBP")[:40], "hỏng"),
        (picture_file(kind="GIF")[:30], "hỏng"),
        (b"GIF89a\0\0\0\0\0\0\0,\0\0\0\0\0\0\0\0\0\0;", "."),
        (b"PK\x03\x04" + picture_file(), "hỏng"),
        (b"<!doctype html>" + picture_file(), "hỏng"),
    ],
    ids=["empty", "svg", "svg bom", "jpeg", "png", "webp", "gif", "zero size", "zip", "html"],
)
def test_what_is_no_picture_is_refused_in_words(content, words):
    with pytest.raises(decoding.BadPicture, match=words):
        decoding.decode(content)


@pytest.mark.django_db
def test_a_picture_that_is_also_an_archive_is_served_without_it():
    archive = BytesIO()
    with zipfile.ZipFile(archive, "w") as inside:
        inside.writestr("bi-mat.html", "<script>alert(1)</script>")
    photo = pictures.take_in(picture_file() + archive.getvalue())
    for ending in pictures.ENDINGS:
        drawn = pictures.draw(photo, 160, "", ending).read_bytes()
        assert b"PK\x03\x04" not in drawn and b"script" not in drawn
