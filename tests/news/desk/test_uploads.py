"""Pictures sent by the editor."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from news import pictures
from news.models import Photo
from tests.factories import UserFactory, make_photo, picture_file
from tests.news.desk.browser import signed_in

pytestmark = pytest.mark.django_db
UPLOAD = "/toa-soan/anh/tai-len/"


def send(client, content: bytes, name: str = "cầu rồng.jpg"):
    return client.post(UPLOAD, {"upload": SimpleUploadedFile(name, content, "image/jpeg")})


def test_the_answer_is_what_the_editor_inserts():
    client = signed_in("phóng viên")
    answer = send(client, picture_file(1920, 1200))
    photo = Photo.objects.get()
    assert photo.uploaded_by == client.user
    assert answer.json() == {
        "uploaded": 1, "id": photo.pk, "fileName": f"{photo.key}.webp", "url": f"/anh/{photo.key}/960.webp",
        "thumbnail": f"/anh/{photo.key}/320.webp", "width": 960, "height": 600,
        "page": f"/toa-soan/news/photo/{photo.pk}/change/", "name": "", "alike": [],
    }  # fmt: skip
    assert "cầu" not in photo.original.name


def test_a_small_picture_keeps_its_own_measures():
    answer = send(signed_in("phóng viên"), picture_file(300, 200)).json()
    assert (answer["width"], answer["height"]) == (300, 200)


@pytest.mark.parametrize(
    ("content", "status"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", 415),
        (b"GIF89a/*<script>alert(1)</script>*/", 415),
        (picture_file()[:200], 415),
        (b"\xff\xd8\xff" + b"0" * (25 * 1024 * 1024), 413),
    ],
    ids=["svg", "polyglot", "truncated", "25 MB"],
)
def test_anything_else_is_refused_in_words_with_4xx(content, status):
    answer = send(signed_in("phóng viên"), content)
    assert answer.status_code == status
    assert answer.json()["uploaded"] == 0 and answer.json()["error"]["message"].endswith(".")
    assert not Photo.objects.exists()


def test_no_file_is_told():
    assert signed_in("phóng viên").post(UPLOAD).status_code == 400


def test_only_who_may_add_photos_may_send_them(client):
    assert send(signed_in("kiểm duyệt viên"), picture_file()).status_code == 403
    assert send(client, picture_file()).status_code == 302
    client.force_login(UserFactory(role="phóng viên", is_staff=False))
    assert send(client, picture_file()).status_code == 302
    assert signed_in("phóng viên").get(UPLOAD).status_code == 405
    assert not Photo.objects.exists()


def test_a_post_without_the_desks_token_is_refused():
    client = Client(enforce_csrf_checks=True)
    client.force_login(UserFactory(role="phóng viên"))
    assert send(client, picture_file()).status_code == 403
    assert not Photo.objects.exists()


def test_a_thumbnail_is_found_by_number():
    client, photo = signed_in("phóng viên"), make_photo()
    assert client.get(f"/toa-soan/anh/{photo.pk}/").url == pictures.address(photo, 320)
    assert client.get("/toa-soan/anh/999/").status_code == 404
