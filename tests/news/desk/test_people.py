"""People, roles and the paper's settings at the desk."""

import pytest
from django.contrib.auth.models import Group

from news.leaving import StillNeeded, refuse_closing
from news.models import Author, Section, SiteSettings, Tag, User
from tests.factories import AuthorFactory, BylineFactory, SectionFactory, UserFactory
from tests.news.desk.browser import filled, signed_in

pytestmark = pytest.mark.django_db
USERS = "/toa-soan/news/user/"


def test_an_administrator_makes_a_person_with_a_role():
    client = signed_in("quản trị")
    role = Group.objects.get(name="phóng viên")
    password = "mot-mat-khau-dai-9"
    client.post(f"{USERS}add/", {
        "username": "thuha", "display_name": "Trần Thu Hà",
        "password1": password, "password2": password, "groups": [role.pk],
    })  # fmt: skip
    person = User.objects.get(username="thuha")
    assert person.has_perm("news.add_article") and person.check_password(password) and not person.is_superuser


def test_an_administrator_can_neither_become_nor_touch_a_superuser():
    client = signed_in("quản trị")
    boss = UserFactory(is_superuser=True)
    assert client.post(f"{USERS}{boss.pk}/change/", {"username": "x"}).status_code == 403
    assert (
        client.post(f"{USERS}{boss.pk}/password/", {"password1": "a-b-c-d-9", "password2": "a-b-c-d-9"}).status_code
        == 403
    )
    values = filled(client, f"{USERS}{client.user.pk}/change/", "user_form", is_superuser="on", user_permissions="1")
    client.post(f"{USERS}{client.user.pk}/change/", values)
    client.user.refresh_from_db()
    assert not client.user.is_superuser and not client.user.user_permissions.exists()


def test_nobody_sees_how_a_password_is_kept():
    client, boss = signed_in("quản trị"), UserFactory(is_superuser=True)
    for person in (client.user, boss):
        page = client.get(f"{USERS}{person.pk}/change/").text
        assert person.username in page
        assert f"{person.password.split('$')[0]}$" not in page and person.password.split("$")[-1][:6] not in page
    assert "Đã đặt." in client.get(f"{USERS}{client.user.pk}/change/").text
    assert "LDAP" not in client.get(f"{USERS}add/").text


def test_a_person_without_a_password_is_sent_back_to_the_form():
    client = signed_in("quản trị")
    page = client.post(f"{USERS}add/", {"username": "thuha", "password1": "", "password2": ""})
    assert page.context["errors"] and not User.objects.filter(username="thuha").exists()


def test_the_administrators_day_begins_with_the_accounts():
    client = signed_in("quản trị")
    UserFactory(display_name="Người Chưa Vai")
    panel = next(panel for panel in client.get("/toa-soan/").context["panels"] if panel.title == "Tài khoản mới nhất")
    assert [row.display_name for row in panel.rows] == ["Người Chưa Vai", client.user.display_name]
    assert "chưa có vai trò" in client.get("/toa-soan/").text
    assert "Tài khoản của bạn chưa có vai trò nào" not in client.get("/toa-soan/").text


def test_roles_are_read_in_words_and_not_changed_by_an_administrator():
    client = signed_in("quản trị")
    role = Group.objects.get(name="biên tập viên")
    page = client.get(f"/toa-soan/auth/group/{role.pk}/change/")
    assert "Duyệt, hẹn giờ và đăng bài" in page.text and "Thêm bài viết" in page.text and "Can add" not in page.text
    assert client.post(f"/toa-soan/auth/group/{role.pk}/change/", {"name": "x"}).status_code == 403


@pytest.mark.parametrize("role", ["phóng viên", "biên tập viên", "thư ký tòa soạn", "kiểm duyệt viên"])
def test_nobody_else_sees_people(role):
    assert signed_in(role).get(USERS).status_code == 403


def test_settings_open_at_the_form_and_are_saved_in_the_one_row():
    client = signed_in("thư ký tòa soạn")
    assert client.get("/toa-soan/news/sitesettings/").url == "/toa-soan/news/sitesettings/1/change/"
    form = filled(client, "/toa-soan/news/sitesettings/1/change/", "sitesettings_form", name="Báo Hòa Bình")
    client.post("/toa-soan/news/sitesettings/1/change/", form)
    assert SiteSettings.objects.get().name == "Báo Hòa Bình"
    assert client.get("/toa-soan/news/sitesettings/add/").status_code == 403
    assert client.get("/toa-soan/news/sitesettings/2/change/").status_code == 302


def test_an_empty_slug_is_made_of_the_name():
    client = signed_in("thư ký tòa soạn")
    client.post("/toa-soan/news/section/add/", {"name": "Đời sống", "slug": "", "order": "1"})
    client.post("/toa-soan/news/tag/add/", {"name": "Bão số 3", "slug": ""})
    client.post("/toa-soan/news/author/add/", {"name": "Ban Thời sự", "slug": ""})
    assert (Section.objects.get().slug, Tag.objects.get().slug, Author.objects.get().slug) == (
        "doi-song",
        "bao-so-3",
        "ban-thoi-su",
    )


def test_a_section_cannot_take_the_address_of_another_page():
    page = signed_in("thư ký tòa soạn").post("/toa-soan/news/section/add/", {"name": "Ảnh", "slug": "", "order": "1"})
    assert "đã dành cho trang khác" in page.text and not Section.objects.exists()


def test_topics_and_authors_are_looked_up_without_diacritics():
    client = signed_in("phóng viên")
    Tag.objects.create(name="Đường sắt đô thị", slug="duong-sat-do-thi")
    answer = client.get(
        "/toa-soan/autocomplete/",
        {"app_label": "news", "model_name": "article", "field_name": "tags", "term": "duong do"},
    )
    assert [each["text"] for each in answer.json()["results"]] == ["Đường sắt đô thị"]


@pytest.mark.parametrize(
    ("role", "rooms"),
    [
        ("phóng viên", {"Bài viết", "Lịch đăng", "Ảnh", "Bộ ảnh", "Chuyên mục", "Chủ đề", "Tác giả"}),
        (
            "kiểm duyệt viên",
            {
                "Hàng đợi bình luận",
                "Bình luận",
                "Từ theo dõi",
                "Lệnh cấm",
                "Nhận bình luận",
                "Điểm tự học",
                "Số liệu kiểm duyệt",
            },
        ),
        (
            "quản trị",
            {
                *(
                    "Người dùng",
                    "Vai trò",
                    "Thiết lập báo",
                    "Chuyên mục",
                    "Lời mời",
                    "Nhật ký hệ thống",
                    "Dữ liệu bạn đọc",
                ),
                "Các bước kiểm bình luận",
            },
        ),
    ],
)
def test_the_sidebar_shows_each_role_its_rooms(role, rooms):
    SectionFactory()
    groups = signed_in(role).get("/toa-soan/").context["sidebar_navigation"]
    shown = {item["title"] for group in groups for item in group["items"]}
    assert shown - {"Việc hôm nay", "Nhập bài từ tệp"} == rooms


def changed(client, person: User, **changes):
    """The answer to the person's form with these changes."""
    address = f"{USERS}{person.pk}/change/"
    values = filled(client, address, "user_form", **changes)
    return client.post(address, {name: value for name, value in values.items() if value is not None})


def test_an_administrator_gives_a_person_sections():
    client, section = signed_in("quản trị"), SectionFactory(name="Kinh tế")
    below = SectionFactory(name="Chứng khoán", parent=section)
    editor = UserFactory(role="biên tập viên")
    page = client.get(f"{USERS}{editor.pk}/change/").text
    assert "Kinh tế › Chứng khoán" in page and "phụ trách mọi chuyên mục" in page.lower()
    assert changed(client, editor, holds_every_section=None, sections=[below.pk]).status_code == 302
    editor.refresh_from_db()
    assert not editor.holds_every_section and list(editor.sections.all()) == [below]
    assert "Chứng khoán" in client.get(USERS).text


def test_a_new_editor_begins_with_sections():
    client, section = signed_in("quản trị"), SectionFactory()
    password, role = "mot-mat-khau-dai-9", Group.objects.get(name="biên tập viên")
    sent = {"username": "minhduc", "password1": password, "password2": password, "groups": role.pk}
    client.post(f"{USERS}add/", {**sent, "sections": section.pk})
    editor = User.objects.get(username="minhduc")
    assert list(Section.objects.held_by(editor)) == [section]


def test_who_leaves_is_deactivated_never_deleted_and_keeps_their_byline():
    client, leaving = signed_in("quản trị"), UserFactory(role="phóng viên")
    byline = BylineFactory(author=AuthorFactory(user=leaving, name="Văn Kiên"))
    assert client.post(f"{USERS}{leaving.pk}/delete/", {"post": "yes"}).status_code == 403
    assert changed(client, leaving, is_active=None).status_code == 302
    leaving.refresh_from_db()
    assert not leaving.is_active and leaving.author == byline.author
    assert "Văn Kiên" in client.get(byline.article.get_absolute_url()).text


@pytest.mark.parametrize("field", ["is_active", "is_staff"])
def test_nobody_locks_themselves_out(field):
    client = signed_in("quản trị")
    UserFactory(role="quản trị")
    page = changed(client, client.user, **{field: None})
    assert page.status_code == 422 and "Bạn không thể tự khóa tài khoản của mình" in page.text
    client.user.refresh_from_db()
    assert client.user.is_active and client.user.is_staff


def test_the_last_administrator_keeps_the_role_until_there_is_another():
    client = signed_in("quản trị")
    UserFactory(role="quản trị", is_active=False)
    page = changed(client, client.user, groups=None)
    assert page.status_code == 422 and "quản trị cuối cùng" in page.text
    UserFactory(role="quản trị")
    assert changed(client, client.user, groups=None).status_code == 302
    assert not client.user.groups.exists()


def test_the_last_administrator_is_not_closed_by_others_either():
    last = UserFactory(role="quản trị")
    with pytest.raises(StillNeeded, match="quản trị cuối cùng"):
        refuse_closing(last, UserFactory(role="thư ký tòa soạn"))
    refuse_closing(UserFactory(role="quản trị"), last)


def test_sections_stand_in_the_papers_order_each_followed_by_its_own():
    second, first = SectionFactory(order=2, name="B"), SectionFactory(order=1, name="A")
    below = SectionFactory(order=1, parent=second)
    first_below = SectionFactory(order=9, parent=first)
    assert list(Section.objects.in_order()) == [first, first_below, second, below]
