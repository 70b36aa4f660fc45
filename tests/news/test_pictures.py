"""What is taken in as a photo, and what is drawn from it."""

import io
import zlib

import pytest
from PIL import Image

from news import pictures
from news.models import Photo
from tests.factories import ArticleFactory, make_photo, picture_file

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "GIF"])
def test_a_picture_is_taken_in_with_its_measures(kind):
    photo = pictures.take_in(picture_file(640, 400, kind), alt="Cầu")
    assert (photo.width, photo.height, photo.alt) == (640, 400, "Cầu")
    assert len(photo.key) == 20 and photo.original.name.endswith(pictures.FORMATS[kind])


def not_pictures() -> dict[str, bytes]:
    whole = picture_file()
    return {
        "truncated": whole[: len(whole) // 2],
        "svg": b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        "html": b"<html><body>GIF89a</body></html>",
        "text with a gif's first letters": b"GIF89a<script>alert(1)</script>",
        "empty": b"",
        "bmp": picture_file(kind="BMP"),
        "tiff": picture_file(kind="TIFF"),
        "pdf": b"%PDF-1.7 ...",
    }


@pytest.mark.parametrize("name", not_pictures())
def test_what_is_no_picture_of_ours_is_refused_and_leaves_nothing(name):
    with pytest.raises(pictures.BadPicture):
        pictures.take_in(not_pictures()[name])
    assert not Photo.objects.exists()


def bomb(side: int = 60_000) -> bytes:
    """A PNG of a few kilobytes that claims to be side × side pixels."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return len(content).to_bytes(4) + kind + content + zlib.crc32(kind + content).to_bytes(4)

    head = side.to_bytes(4) * 2 + bytes([8, 2, 0, 0, 0])
    rows = zlib.compress(bytes(1_000_000), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def test_a_bomb_is_refused_before_it_is_decoded():
    with pytest.raises(pictures.BadPicture):
        pictures.take_in(bomb())
    with pytest.raises(pictures.BadPicture, match="điểm ảnh"):
        pictures.take_in(bomb(9_000))


def test_too_many_bytes_are_refused_in_words():
    with pytest.raises(pictures.TooLarge, match="20 MB"):
        pictures.take_in(b"\xff" * (pictures.LARGEST_FILE + 1))


def test_a_picture_that_is_also_a_page_is_drawn_anew_without_the_page():
    photo = pictures.take_in(picture_file() + b"<script>alert(1)</script>")
    drawn = pictures.draw(photo, 320, "", "webp").read_bytes()
    assert b"script" not in drawn


def test_what_is_drawn_has_no_metadata_and_stands_upright():
    file = io.BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was turned
    exif[0x010E] = "bí mật"
    Image.new("RGB", (400, 200), "red").save(file, "JPEG", exif=exif)
    photo = pictures.take_in(file.getvalue())
    assert (photo.width, photo.height) == (200, 400)
    drawn = Image.open(pictures.draw(photo, 160, "", "webp"))
    assert drawn.size == (160, 320) and not drawn.getexif()


def test_a_moved_focal_point_draws_the_cropped_sizes_anew():
    photo = make_photo()
    whole, cropped = pictures.draw(photo, 160, "", "webp"), pictures.draw(photo, 160, "3x2", "webp")
    pictures.forget_shapes(photo)
    assert whole.exists() and not cropped.exists()


def test_a_discarded_photo_takes_its_files_along(django_capture_on_commit_callbacks):
    photo = make_photo()
    drawn = pictures.draw(photo, 160, "", "webp")
    with django_capture_on_commit_callbacks(execute=True):
        pictures.discard(photo)
    assert not drawn.parent.exists() and drawn.parent.parent.exists()
    assert not Photo.objects.exists()


def test_a_photo_in_the_text_is_measured_on_save():
    photo = pictures.take_in(picture_file(1200, 800))
    article = ArticleFactory(
        body=f'<figure class="photo"><img src="/anh/{photo.key}/960.webp" alt="Cầu"></figure>'
        f'<p><img src="/anh/{photo.key}/320.webp" alt="" width="100" height="50"></p>'
        f'<p><img src="/anh/{"0" * 20}/320.webp" alt=""></p>'
    )
    assert f'<img src="/anh/{photo.key}/960.webp" alt="Cầu" width="960" height="640">' in article.body
    assert 'width="100" height="50"' in article.body and f'<img src="/anh/{"0" * 20}/320.webp" alt="">' in article.body
