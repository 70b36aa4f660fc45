"""Letting somebody in by a link."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from news.accounts import invitations
from news.models import AuditEntry, Invitation, User
from tests.factories import UserFactory
from tests.news.accounts.signing import is_in
from tests.news.desk.browser import signed_in

pytestmark = pytest.mark.django_db
LIST = "/toa-soan/loi-moi/"
GOOD = {"username": "thuha", "password1": "mot-mat-khau-dai-9", "password2": "mot-mat-khau-dai-9"}


@pytest.fixture
def administrator():
    return signed_in("quản trị")


@pytest.fixture
def invitation(administrator, clock):
    role = Group.objects.get(name="phóng viên")
    return invitations.invite(administrator.user, "Trần Thu Hà", "ha@bao.example", [role])


def link(invitation):
    return f"/toa-soan/nhan-loi-moi/{invitations.token_of(invitation)}/"


def invite(client, **changes):
    role = Group.objects.get(name="phóng viên").pk
    return client.post(LIST, {"display_name": "Trần Thu Hà", "email": "ha@bao.example", "roles": [role], **changes})


def test_the_letter_carries_a_link_that_lets_its_reader_in(administrator, mailoutbox):
    assert invite(administrator).status_code == 302
    letter = mailoutbox[0]
    assert letter.to == ["ha@bao.example"] and "Trần Thu Hà" in letter.body
    address = next(line for line in letter.body.splitlines() if "/nhan-loi-moi/" in line)
    browser = Client()
    assert "Trần Thu Hà" in browser.get(address).text
    assert browser.post(address, GOOD).status_code == 302
    person = User.objects.get(username="thuha")
    assert (person.display_name, person.email, person.is_superuser) == ("Trần Thu Hà", "ha@bao.example", False)
    assert [group.name for group in person.groups.all()] == ["phóng viên"] and is_in(browser)
    acts = set(AuditEntry.objects.values_list("act", flat=True))
    assert {"invitation.sent", "invitation.accepted", "account.signed_in"} <= acts


def test_the_link_is_shown_to_copy_where_no_letter_leaves(administrator, settings, mailoutbox):
    settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
    page = administrator.get(invite(administrator)["Location"])
    assert "/nhan-loi-moi/" in page.text and "Thư chưa gửi đi được" in page.text and not mailoutbox


def test_a_mail_server_that_is_down_is_told_and_not_an_error(administrator, monkeypatch):
    def down(*args, **kwargs):
        raise ConnectionRefusedError

    monkeypatch.setattr("news.accounts.mail.EmailMessage.send", down)
    answer = invite(administrator)
    assert answer.status_code == 302 and "Thư chưa gửi đi được" in administrator.get(answer["Location"]).text


def test_the_link_opens_once(invitation):
    assert Client().post(link(invitation), GOOD).status_code == 302
    again = Client().post(link(invitation), {**GOOD, "username": "nguoikhac"})
    assert again.status_code == 410 and not User.objects.filter(username="nguoikhac").exists()


def test_the_link_ends_after_a_week(invitation, clock):
    clock.shift(timedelta(days=7, seconds=1))
    assert Client().get(link(invitation)).status_code == 410


def test_sending_again_makes_the_old_link_void_and_begins_a_new_week(invitation, administrator, clock, mailoutbox):
    old = link(invitation)
    clock.shift(timedelta(days=8))
    assert administrator.post(f"{LIST}{invitation.pk}/gui-lai/").status_code == 302
    invitation.refresh_from_db()
    assert Client().get(old).status_code == 410
    assert Client().get(link(invitation)).status_code == 200 and len(mailoutbox) == 1


def test_nobody_s_mailbox_is_filled(invitation, administrator):
    answer = administrator.post(f"{LIST}{invitation.pk}/gui-lai/")
    assert answer.status_code == 429 and answer["Retry-After"] == "60"


def test_a_revoked_link_opens_nothing(invitation, administrator):
    administrator.post(f"{LIST}{invitation.pk}/thu-hoi/")
    assert Client().get(link(invitation)).status_code == 410
    assert administrator.post(f"{LIST}{invitation.pk}/thu-hoi/").status_code == 409
    assert administrator.post(f"{LIST}{invitation.pk}/gui-lai/").status_code == 409


def test_dead_links_all_say_the_same(invitation, administrator):
    administrator.post(f"{LIST}{invitation.pk}/thu-hoi/")
    dead = [Client().get(address, REMOTE_ADDR=f"192.0.2.{n}") for n, address in enumerate(
        (link(invitation), "/toa-soan/nhan-loi-moi/x/", "/toa-soan/nhan-loi-moi/a:b:c/")
    )]  # fmt: skip
    assert {answer.status_code for answer in dead} == {410}
    assert len({answer.text.split("<main")[1].split("</main")[0] for answer in dead}) == 1


def test_trying_links_is_slowed_down_and_good_links_stay_open_to_others(invitation):
    found = [Client().get(f"/toa-soan/nhan-loi-moi/{n}/", REMOTE_ADDR="192.0.2.1").status_code for n in range(4)]
    assert found == [410, 410, 410, 429]
    assert Client().get(link(invitation), REMOTE_ADDR="192.0.2.2").status_code == 200


@pytest.mark.parametrize(
    "wrong",
    [
        {"username": ""},
        {"username": "có dấu cách"},
        {"password2": "khac"},
        {"password1": "12345678", "password2": "12345678"},
    ],
)
def test_a_wrong_form_comes_back_and_the_link_stays_good(invitation, wrong):
    assert Client().post(link(invitation), GOOD | wrong).status_code == 422
    assert invitation.is_open() and not User.objects.filter(username="thuha").exists()


def test_a_name_that_somebody_has_is_told_beside_the_field(invitation):
    UserFactory(username="thuha")
    answer = Client().post(link(invitation), GOOD)
    assert answer.status_code == 422 and answer.context["form"].errors["username"]


@pytest.mark.parametrize(
    "wrong", [{"email": "x"}, {"email": ""}, {"display_name": ""}, {"roles": []}, {"roles": ["9" * 30]}]
)
def test_an_incomplete_invitation_is_not_sent(administrator, wrong, mailoutbox):
    assert invite(administrator, **wrong).status_code == 422
    assert not mailoutbox and not Invitation.objects.exists()


@pytest.mark.parametrize("role", ["phóng viên", "biên tập viên", "thư ký tòa soạn", "kiểm duyệt viên"])
def test_nobody_else_invites(role, invitation):
    client = signed_in(role)
    assert client.get(LIST).status_code == invite(client).status_code == 403
    assert client.get(f"{LIST}{invitation.pk}/").status_code == 403
    for act in ("gui-lai", "thu-hoi"):
        assert client.post(f"{LIST}{invitation.pk}/{act}/").status_code == 403
    assert Invitation.objects.get().is_open()


def test_the_list_costs_the_same_for_thirty_as_for_one(administrator, invitation, django_assert_max_num_queries):
    for number in range(29):
        invitations.invite(administrator.user, f"Người {number}", "a@bao.example", Group.objects.all()[:2])
    with django_assert_max_num_queries(12):
        assert administrator.get(LIST).text.count("desk-row-headline") == 30


def test_the_link_is_not_written_to_the_log(invitation, caplog):
    caplog.set_level("INFO", logger="toa_soan.request")
    Client().get(link(invitation))
    assert invitations.token_of(invitation) not in str([getattr(one, "fields", "") for one in caplog.records])
