"""The library at the desk: searching, sending many, the page of a photo."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from news.models import Photo
from tests.factories import ArticleFactory, LiveArticleFactory, make_photo, picture_file
from tests.news.desk.browser import filled, signed_in, told

pytestmark = pytest.mark.django_db
PHOTOS = "/toa-soan/news/photo/"
SEND = "/toa-soan/anh/tai-nhieu/"
UPLOAD = "/toa-soan/anh/tai-len/"


def file(content: bytes, name: str = "a.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, "image/jpeg")


def test_the_wall_is_searched_with_and_without_diacritics():
    make_photo(caption="Cầu Rồng ở Đà Nẵng")
    make_photo(caption="Chợ Bến Thành")
    client = signed_in("phóng viên")
    for words in ("cau rong", "Đà Nẵng"):
        page = client.get(PHOTOS, {"q": words}).text
        assert "Cầu Rồng ở Đà Nẵng" in page and "Chợ Bến Thành" not in page
    assert "Không có ảnh nào khớp" in client.get(PHOTOS, {"q": "không có"}).text


def test_the_wall_costs_the_same_however_many_photos(django_assert_max_num_queries):
    client = signed_in("phóng viên")
    for number in range(12):
        make_photo(caption=f"Ảnh {number}")
    with django_assert_max_num_queries(10):
        assert client.get(PHOTOS).text.count("desk-wall-photo") == 12


def test_in_the_picker_s_window_a_photo_is_chosen_not_opened():
    photo = make_photo()
    page = signed_in("phóng viên").get(PHOTOS, {"_popup": "1", "_to_field": "id"}).text
    assert f'data-popup-opener="{photo.pk}"' in page and "data-send-photos" not in page


def test_many_are_sent_by_a_plain_form_and_each_is_told():
    client = signed_in("phóng viên")
    files = [file(picture_file(), "tốt.jpg"), file(b"<svg/>", "vẽ<b>.svg"), file(picture_file(), "trùng.jpg")]
    answer = client.post(SEND, {"files": files})
    assert answer.status_code == 200 and Photo.objects.count() == 1
    assert "Đã tải lên." in answer.text and "Không nhận ảnh SVG" in answer.text
    assert "đã có trong kho" in answer.text and f"{PHOTOS}{Photo.objects.get().pk}/change/" in answer.text
    assert "vẽ&lt;b&gt;.svg" in answer.text


@pytest.mark.parametrize(
    ("contents", "status"),
    [([], 422), ([b"x"], 415), ([b"\xff" * (21 * 1024 * 1024)], 413), ([b"x", b"\xff" * (21 * 1024 * 1024)], 415)],
)
def test_where_nothing_comes_in_the_status_says_why(contents, status):
    answer = signed_in("phóng viên").post(SEND, {"files": [file(content) for content in contents]})
    assert answer.status_code == status and not Photo.objects.exists()


def test_only_who_may_add_photos_sends_any():
    assert signed_in("kiểm duyệt viên").post(SEND, {"files": [file(picture_file())]}).status_code == 403
    assert signed_in("kiểm duyệt viên").get(SEND).status_code == 403


def test_the_library_is_told_of_the_photo_that_is_there_and_may_insist():
    client = signed_in("phóng viên")
    client.post(UPLOAD, {"upload": file(picture_file())})
    photo = Photo.objects.get()
    answer = client.post(UPLOAD, {"upload": file(picture_file()), "library": "1"})
    assert answer.status_code == 409 and answer.json()["known"]["page"] == f"{PHOTOS}{photo.pk}/change/"
    assert client.post(UPLOAD, {"upload": file(picture_file())}).json()["id"] == photo.pk
    assert client.post(UPLOAD, {"upload": file(picture_file()), "library": "1", "again": "1"}).json()["uploaded"] == 1
    assert Photo.objects.count() == 2


def test_one_by_one_a_known_photo_is_refused_with_the_way_to_it():
    client, photo = signed_in("phóng viên"), make_photo()
    page = client.post(f"{PHOTOS}add/", {"picture": file(picture_file()), "alt": "Đã gõ"})
    assert page.status_code == 422 and f"{PHOTOS}{photo.pk}/change/" in page.text and "Đã gõ" in page.text
    assert client.post(f"{PHOTOS}add/", {"picture": file(picture_file()), "again": "on"}).status_code == 302


def test_a_photo_s_page_says_where_it_stands_as_far_as_one_may_know():
    photo = make_photo()
    own = signed_in("phóng viên")
    mine = ArticleFactory(lead_photo=photo, created_by=own.user, headline="Bài của tôi")
    ArticleFactory(lead_photo=photo, headline="Bài người khác")
    page = own.get(f"{PHOTOS}{photo.pk}/change/").text
    assert "Bài của tôi" in page and f"/news/article/{mine.pk}/change/" in page
    assert "Bài người khác" not in page and "và 1 bài mà bạn không mở được" in page
    assert "Bài người khác" in signed_in("biên tập viên").get(f"{PHOTOS}{photo.pk}/change/").text


def test_another_file_is_put_in_place():
    photo, client = make_photo(caption="Cầu"), signed_in("biên tập viên")
    LiveArticleFactory(lead_photo=photo)
    address = f"{PHOTOS}{photo.pk}/change/"
    form = filled(client, address, "photo_form", picture=file(picture_file(900, 900)))
    answer = client.post(address, form, follow=True)
    assert "Đã thay tệp ảnh" in told(answer)
    changed = Photo.objects.get()
    assert changed.key != photo.key and (changed.width, changed.caption) == (900, "Cầu")


def test_a_reporter_is_told_beside_the_field_why_a_file_stays():
    photo, client = make_photo(), signed_in("phóng viên")
    LiveArticleFactory(lead_photo=photo)
    address = f"{PHOTOS}{photo.pk}/change/"
    answer = client.post(address, filled(client, address, "photo_form", picture=file(picture_file(900, 900))))
    assert answer.status_code == 422 and "mà bạn không được sửa" in answer.text
    assert Photo.objects.get().key == photo.key


@pytest.mark.parametrize("focus", ["101", "-1", "x", "9" * 30, ""])
def test_a_focal_point_outside_is_refused(focus):
    photo, client = make_photo(), signed_in("phóng viên")
    answer = client.post(f"{PHOTOS}{photo.pk}/change/", {"alt": "x", "focal_x": focus, "focal_y": "30"})
    assert answer.status_code == 422
    assert Photo.objects.get().focal_x == 50


def test_a_photo_in_use_is_not_deleted_and_the_page_says_where(django_capture_on_commit_callbacks):
    photo, client = make_photo(), signed_in("thư ký tòa soạn")
    article = LiveArticleFactory(lead_photo=photo, headline="Bài đang dùng ảnh")
    answer = client.post(f"{PHOTOS}{photo.pk}/delete/", {"post": "yes"})
    assert answer.status_code == 409 and "Bài đang dùng ảnh" in answer.text
    article.lead_photo = None
    article.save()
    assert client.post(f"{PHOTOS}{photo.pk}/delete/", {"post": "yes"}).status_code == 302
    assert not Photo.objects.exists()
