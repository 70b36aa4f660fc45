"""The log of the desk: what goes in, that it stays, and reading it."""

import csv
import io
from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from django.db import DatabaseError, transaction
from django.utils import timezone

from news import audit, lifecycle
from news.desk.audit import harmless
from news.models import AuditEntry
from tests.factories import ArticleFactory, UserFactory
from tests.news.desk.browser import filled, signed_in

pytestmark = pytest.mark.django_db
PAGE, EXPORT = "/toa-soan/nhat-ky/", "/toa-soan/nhat-ky/tai-ve/"


@pytest.fixture
def reader():
    return signed_in("thư ký tòa soạn")


def headlines(answer):
    return [act for _entry, act, _details in answer.context["rows"]]


def refused(act):
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        act()


def test_the_database_refuses_to_change_or_delete_an_entry():
    entry = audit.record("user.changed", None, note="a")
    refused(lambda: AuditEntry.objects.update(note="b"))
    refused(lambda: AuditEntry.objects.all().delete())
    refused(lambda: AuditEntry(pk=entry.pk, act="x", at=timezone.now()).save())
    assert AuditEntry.objects.get().note == "a"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("time", ["first", "second"])
def test_a_test_with_real_transactions_leaves_an_empty_log_that_still_refuses(time):
    assert not AuditEntry.objects.exists()
    audit.record("user.changed", None)
    refused(lambda: AuditEntry.objects.all().delete())


def test_an_entry_outlives_whom_it_speaks_of():
    person, article = UserFactory(display_name="Thu Hà"), ArticleFactory(headline="Một bài")
    audit.record("article.edited", person, article)
    article.delete()
    person.delete()
    entry = AuditEntry.objects.get()
    assert (entry.by_name, entry.subject_label, entry.subject_kind) == ("Thu Hà", "Một bài", "news.article")


def test_every_step_in_an_article_s_life_is_logged():
    editor, article = UserFactory(role="biên tập viên"), ArticleFactory()
    lifecycle.hand_in(article, editor)
    lifecycle.publish(article, editor)
    found = AuditEntry.objects.order_by("id").values_list("act", "by_id", "subject_id")
    assert list(found) == [
        ("article.handed_in", editor.pk, str(article.pk)), ("article.published", editor.pk, str(article.pk))
    ]  # fmt: skip


def test_a_person_s_roles_are_logged_before_and_after():
    client, person = signed_in("quản trị"), UserFactory(role="phóng viên")
    address = f"/toa-soan/news/user/{person.pk}/change/"
    role = Group.objects.get(name="biên tập viên")
    client.post(address, filled(client, address, "user_form", groups=[role.pk]))
    entry = AuditEntry.objects.get(act="user.changed")
    assert (
        entry.details == {"groups": {"before": ["phóng viên"], "after": ["biên tập viên"]}}
        and entry.by_id == client.user.pk
    )


def test_saving_a_person_unchanged_is_no_act():
    client, person = signed_in("quản trị"), UserFactory(role="phóng viên")
    address = f"/toa-soan/news/user/{person.pk}/change/"
    client.post(address, filled(client, address, "user_form"))
    assert not AuditEntry.objects.filter(act="user.changed").exists()


def test_a_new_person_and_the_paper_s_settings_are_logged_without_a_password():
    client = signed_in("quản trị")
    new = "mot-mat-khau-dai-9"
    client.post("/toa-soan/news/user/add/", {"username": "thuha", "password1": new, "password2": new, "groups": []})
    address = "/toa-soan/news/sitesettings/1/change/"
    client.post(address, filled(client, address, "sitesettings_form", name="Báo Hòa Bình"))
    added, changed = AuditEntry.objects.get(act="user.added"), AuditEntry.objects.get(act="sitesettings.changed")
    assert new not in str(added.details) and changed.details["name"] == {"before": "Tòa Soạn", "after": "Báo Hòa Bình"}


def test_a_role_s_permissions_are_logged():
    client = signed_in("phóng viên", is_superuser=True)
    address = f"/toa-soan/auth/group/{Group.objects.get(name='kiểm duyệt viên').pk}/change/"
    form = filled(client, address, "group_form")
    client.post(address, {**form, "permissions": form["permissions"][:1]})
    changed = AuditEntry.objects.get(act="group.changed").details["permissions"]
    assert "comments.view_comment" in changed["before"] and len(changed["after"]) == 1


@pytest.mark.parametrize(("role", "status"), [
    ("phóng viên", 403), ("biên tập viên", 403), ("kiểm duyệt viên", 403), ("thư ký tòa soạn", 200), ("quản trị", 200),
])  # fmt: skip
def test_the_managing_editor_and_the_administrator_read_it_and_nobody_else(role, status):
    client = signed_in(role)
    assert client.get(PAGE).status_code == client.get(EXPORT).status_code == status


def test_filters_by_person_act_subject_and_day(reader):
    first, second, article = UserFactory(), UserFactory(), ArticleFactory()
    with time_machine.travel("2026-03-01T20:00:00Z"):  # 3 o'clock of the next morning in Vietnam
        audit.record("user.changed", first, second)
    audit.record("article.edited", second, article)
    assert headlines(reader.get(PAGE, {"nguoi": first.pk})) == ["sửa người dùng"]
    assert headlines(reader.get(PAGE, {"viec": "article.edited"})) == ["sửa"]
    assert headlines(reader.get(PAGE, {"loai": "news.user", "so": second.pk})) == ["sửa người dùng"]
    assert headlines(reader.get(PAGE, {"tu": "2026-03-02", "den": "02/03/2026"})) == ["sửa người dùng"]
    assert headlines(reader.get(PAGE, {"den": "2026-03-01"})) == []


@pytest.mark.parametrize("query", [
    {"nguoi": "x"}, {"nguoi": "9" * 30}, {"viec": "x"}, {"so": "1"}, {"tu": "x"}, {"tu": "2026-02-30"},
    {"tu": "2026-03-02", "den": "2026-03-01"}, {"den": "9999-12-31"}, {"tu": "0001-01-01"},
])  # fmt: skip
def test_a_filter_that_means_nothing_is_told_beside_the_field(reader, query):
    assert reader.get(PAGE, query).status_code == 422
    assert reader.get(EXPORT, query).status_code == 422


@pytest.mark.parametrize("key", ["x", "1", "-1-2", "9" * 40, "999999999999999999-1"])
def test_what_is_no_key_is_no_page(reader, key):
    assert reader.get(PAGE, {"truoc": key}).status_code == 404


def test_pages_follow_each_other_without_gap_or_double(reader):
    for number in range(120):  # all of the same moment: the clock stands still
        audit.record("user.changed", None, note=str(number))
    seen, address = [], PAGE
    while address:
        answer = reader.get(address)
        seen += [entry.note for entry, _act, _details in answer.context["rows"]]
        address = f"{PAGE}?{answer.context['older']}" if "older" in answer.context else ""
    assert [one for one in seen if one] == [str(number) for number in reversed(range(120))]


def test_a_page_costs_the_same_however_long_the_log_is(reader, django_assert_max_num_queries):
    for _ in range(120):
        audit.record("user.changed", reader.user)
    with django_assert_max_num_queries(12):
        assert len(reader.get(PAGE).context["rows"]) == 50


def test_the_file_has_every_row_of_the_filter_and_its_making_is_logged(reader):
    for number in range(60):
        audit.record("user.changed", reader.user, note=f"=1+{number}")
    answer = reader.get(EXPORT, {"viec": "user.changed"})
    assert answer.streaming and "attachment" in answer["Content-Disposition"]
    rows = list(csv.reader(io.StringIO(b"".join(answer.streaming_content).decode("utf-8-sig"))))
    assert len(rows) == 61 and rows[1][7] == "'=1+59"
    assert AuditEntry.objects.get(act="audit.exported").by_id == reader.user.pk


@pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@a", "\t=1", "\r=1", "  =1", "＝1"])
def test_no_cell_is_a_formula(cell):
    assert harmless(cell) == f"'{cell}"
    assert harmless("Một bài = hai") == "Một bài = hai"


def test_details_are_read_in_words(reader):
    audit.record(
        "user.changed", None, groups={"before": ["phóng viên"], "after": []}, is_active={"before": True, "after": False}
    )
    page = reader.get(PAGE).text
    assert "vai trò: phóng viên → –" in page and "đang hoạt động: có → không" in page


def test_what_is_in_an_entry_is_shown_as_text(reader):
    audit.record("user.changed", None, note="<script>alert(1)</script>")
    assert "<script>alert(1)" not in reader.get(PAGE).text


def test_the_operator_shortens_the_log_and_that_is_logged(capsys):
    with time_machine.travel(timezone.now() - timedelta(days=800)):
        audit.record("user.changed", None)
    audit.record("user.changed", None)
    call_command("erase_audit_log", (timezone.localdate() - timedelta(days=730)).isoformat())
    assert "Đã xóa 1 mục." in capsys.readouterr().out
    assert list(AuditEntry.objects.order_by("id").values_list("act", flat=True)) == ["user.changed", "audit.erased"]
    refused(lambda: AuditEntry.objects.all().delete())
    with pytest.raises(CommandError):
        call_command("erase_audit_log", "hôm qua")
