"""The archive of photos."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from news import pictures
from news.models import Photo
from tests.factories import make_photo, picture_file
from tests.news.desk.browser import signed_in

pytestmark = pytest.mark.django_db
PHOTOS = "/toa-soan/news/photo/"


def test_a_photo_is_sent_with_its_words():
    client = signed_in("phóng viên")
    file = SimpleUploadedFile("a.jpg", picture_file(), "image/jpeg")
    words = {"alt": "Cầu Rồng", "caption": "Cầu lúc bình minh", "credit": "Ảnh: Minh Đức"}
    client.post(f"{PHOTOS}add/", {"picture": file, **words})
    photo = Photo.objects.get()
    assert (photo.alt, photo.caption, photo.credit, photo.uploaded_by) == (*words.values(), client.user)
    assert f"/anh/{photo.key}/160-3x2.webp" in client.get(PHOTOS).text


def test_what_is_no_picture_is_told_beside_the_field():
    client = signed_in("phóng viên")
    page = client.post(f"{PHOTOS}add/", {"picture": SimpleUploadedFile("a.jpg", b"x"), "alt": "Đã gõ"})
    assert "Không đọc được ảnh" in page.text and "Đã gõ" in page.text


def test_a_new_focal_point_draws_crops_anew():
    client, photo = signed_in("phóng viên"), make_photo()
    cropped = pictures.draw(photo, 160, "3x2", "webp")
    client.post(f"{PHOTOS}{photo.pk}/change/", {"alt": "x", "focal_x": "20", "focal_y": "30"})
    photo.refresh_from_db()
    assert (photo.focal_x, photo.focal_y) == (20, 30)
    assert not cropped.exists()


def test_only_a_managing_editor_deletes_photos(django_capture_on_commit_callbacks):
    photo = make_photo()
    delete = f"{PHOTOS}{photo.pk}/delete/"
    assert signed_in("biên tập viên").post(delete, {"post": "yes"}).status_code == 403
    with django_capture_on_commit_callbacks(execute=True):
        signed_in("thư ký tòa soạn").post(delete, {"post": "yes"})
    assert not Photo.objects.exists()
