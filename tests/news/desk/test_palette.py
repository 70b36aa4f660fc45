"""What the palette finds, and for whom."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import ArticleFactory, UserFactory, make_photo
from tests.news.desk.browser import signed_in

pytestmark = pytest.mark.django_db

PALETTE = "/toa-soan/tim/"


def found(client, asked):
    groups = client.get(PALETTE, {"q": asked, "dang": "json"}).json()["groups"]
    return {group["title"]: [one["title"] for one in group["found"]] for group in groups}


def test_articles_and_photos_are_found_without_diacritics():
    ArticleFactory(headline="Đường phố Đà Nẵng", standfirst="Tên mới.")
    make_photo(caption="Cầu Rồng ở Đà Nẵng")
    everything = found(signed_in("biên tập viên"), "da nang")
    assert everything == {"Bài viết": ["Đường phố Đà Nẵng"], "Ảnh": ["Cầu Rồng ở Đà Nẵng"]}


def test_a_number_finds_the_article():
    article = ArticleFactory(headline="Bài có số")
    assert found(signed_in("biên tập viên"), f"#{article.pk}") == {"Bài viết": ["Bài có số"]}


def test_a_reporter_finds_their_own_articles_alone():
    client = signed_in("phóng viên")
    ArticleFactory(headline="Cầu của tôi", created_by=client.user)
    ArticleFactory(headline="Cầu của người khác")
    assert found(client, "cau cua")["Bài viết"] == ["Cầu của tôi"]


def test_people_are_found_by_those_who_see_accounts_alone():
    person = UserFactory(display_name="Nguyễn Thị Đào")
    assert found(signed_in("quản trị"), "dao nguyen")["Người"] == ["Nguyễn Thị Đào"]
    assert found(signed_in("quản trị"), person.username)["Người"] == ["Nguyễn Thị Đào"]
    assert "Người" not in found(signed_in("thư ký tòa soạn"), "dao nguyen")


def test_photos_are_not_found_by_those_who_see_none():
    make_photo(caption="Cầu Rồng")
    assert found(signed_in("kiểm duyệt viên"), "cau rong") == {}


def test_rooms_and_acts_are_those_that_open_to_the_person():
    assert {"Viết bài mới", "Nhập bài từ tệp", "Bài viết", "Tin báo"} <= set(
        found(signed_in("phóng viên"), "")["Đi tới"]
    )
    doors = found(signed_in("quản trị"), "")["Đi tới"]
    assert "Người dùng" in doors and "Viết bài mới" not in doors and "Bài viết" not in doors
    assert found(signed_in("quản trị"), "nguoi dung")["Đi tới"] == ["Người dùng"]


def test_without_the_script_it_is_a_page_with_the_same():
    ArticleFactory(headline="Cầu <mới>")
    page = signed_in("biên tập viên").get(PALETTE, {"q": 'cau "moi"'})
    assert page.status_code == 200 and 'value="cau &quot;moi&quot;"' in page.text
    page = signed_in("biên tập viên").get(PALETTE, {"q": "cau"}).text
    assert "Cầu &lt;mới&gt;" in page
    assert "Không tìm thấy gì" in signed_in("biên tập viên").get(PALETTE, {"q": "khong co gi nhu the"}).text


@pytest.mark.parametrize("asked", ["x" * 5000, "9" * 40, "#" + "9" * 18, "%_%", "' OR 1=1 --", "\ud800", "²", "#²"])
def test_no_query_breaks_it(asked):
    answer = signed_in("thư ký tòa soạn").get(PALETTE, {"q": asked.encode("utf-8", "replace"), "dang": "json"})
    assert answer.status_code == 200


def test_strangers_are_led_to_the_door(client):
    assert client.get(PALETTE, {"dang": "json"}).status_code == 302
    assert signed_in("biên tập viên").post(PALETTE).status_code == 405


def test_it_costs_the_same_few_queries_however_much_there_is():
    client = signed_in("quản trị")
    client.user.groups.add(*UserFactory(role="thư ký tòa soạn").groups.all())

    def queries() -> int:
        client.get(PALETTE, {"q": "da nang", "dang": "json"})
        with CaptureQueriesContext(connection) as asked:
            assert len(found(client, "da nang")) == 3
        return len(asked)

    def more() -> None:
        ArticleFactory(headline="Đà Nẵng")
        make_photo(caption="Đà Nẵng")
        UserFactory(display_name="Đà Nẵng")

    more()
    few = queries()
    for _ in range(9):
        more()
    assert queries() == few <= 12
    assert [len(rows) for rows in found(client, "da nang").values()] == [6, 6, 6]
