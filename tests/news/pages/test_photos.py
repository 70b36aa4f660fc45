"""Photos in the sizes that pages ask for."""

from io import BytesIO

import pytest
from PIL import Image

from news import pictures
from tests.factories import make_photo

pytestmark = pytest.mark.django_db


@pytest.fixture
def photo():
    return make_photo()


def picture(answer) -> Image.Image:
    return Image.open(BytesIO(answer.getvalue()))


@pytest.mark.parametrize(("shape", "size"), [("", (480, 300)), ("3x2", (480, 320)), ("1x1", (480, 480))])
def test_a_size_is_drawn_when_it_is_asked_for(client, photo, shape, size):
    answer = client.get(pictures.address(photo, 480, shape))
    assert answer["Content-Type"] == "image/webp"
    assert picture(answer).size == size


def test_a_share_card_is_jpeg(client, photo):
    assert picture(client.get(pictures.address(photo, 640, "16x9", "jpg"))).format == "JPEG"


def test_a_photo_may_be_kept_for_good(client, photo):
    assert client.get(pictures.address(photo, 320))["Cache-Control"] == "public, max-age=31536000, immutable"


def test_the_second_request_asks_the_database_nothing(client, photo, django_assert_num_queries):
    first = client.get(pictures.address(photo, 320)).getvalue()
    with django_assert_num_queries(0):
        assert client.get(pictures.address(photo, 320)).getvalue() == first


def test_a_size_beyond_the_photo_leads_to_its_largest(client, photo):
    answer = client.get(pictures.address(photo, 1280, "3x2"))
    assert (answer.status_code, answer["Location"]) == (302, pictures.address(photo, 640, "3x2"))


@pytest.mark.parametrize(
    "rest",
    ["641.webp", "320-5x4.webp", "320-.webp", "320.gif", "320.svg", "original.jpg", "320-3x2.webp.webp", "00320.webp"],
)
def test_sizes_that_no_page_asks_for_are_not_found(client, photo, rest):
    assert client.get(f"/anh/{photo.key}/{rest}").status_code == 404


@pytest.mark.parametrize("key", ["0" * 20, "..", "x" * 20, "0" * 21])
def test_photos_that_are_not_there_are_not_found(client, key):
    assert client.get(f"/anh/{key}/320.webp").status_code == 404


def test_a_lost_original_is_not_found_rather_than_an_error(client, photo):
    photo.original.delete(save=False)
    assert client.get(pictures.address(photo, 320)).status_code == 404


def test_the_pages_ask_only_for_sizes_that_are_there(client, photo):
    for part in pictures.srcset(photo, "3x2").split(", "):
        address, width = part.split()
        assert picture(client.get(address)).width == int(width.removesuffix("w"))
