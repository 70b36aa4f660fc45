"""The second factor: set up, asked for, lost, required."""

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django_otp.plugins.otp_totp.models import TOTPDevice

from news.accounts import signing_in, two_factor
from news.models import AuditEntry, RecoveryCode
from tests.factories import UserFactory
from tests.news.accounts.signing import (
    KEY,
    LOGIN,
    PASSWORD,
    SECOND,
    code_now,
    is_in,
    sign_in,
    ticket_in,
    with_telephone,
)
from tests.news.desk.browser import signed_in

pytestmark = pytest.mark.django_db
PAGE = "/toa-soan/tai-khoan/hai-lop/"


@pytest.fixture
def person(clock):
    somebody = UserFactory(role="biên tập viên")
    somebody.codes = with_telephone(somebody)
    clock.shift(30)
    return somebody


def second(first, code, client=None, **sent):
    return (client or Client()).post(SECOND, {"ticket": ticket_in(first), "code": code, **sent})


def acts():
    return list(AuditEntry.objects.order_by("id").values_list("act", flat=True))


def test_setting_it_up_shows_the_key_and_then_ten_codes_once(clock):
    client = signed_in("phóng viên")
    page = client.get(PAGE)
    key = client.session["two_factor_key"]
    assert "<svg" in page.text and two_factor.key_in_letters(key) in page.text
    assert not TOTPDevice.objects.exists()
    shown = client.post(PAGE, {"code": code_now(key)})
    codes = shown.context["codes"]
    assert len(set(codes)) == 10 and all(code in shown.text for code in codes)
    assert not any(code in client.get(PAGE).text for code in codes)
    assert not RecoveryCode.objects.filter(digest__in=[code.replace("-", "") for code in codes]).exists()
    assert "account.two_factor_on" in acts()


def test_a_wrong_first_code_turns_nothing_on(clock):
    client = signed_in("phóng viên")
    client.get(PAGE)
    for code in ("000000", "abc", "", "٣٣٣٣٣٣", "9" * 20):
        assert client.post(PAGE, {"code": code}).status_code == 422
    assert not TOTPDevice.objects.exists()


def test_the_password_alone_begins_no_session(person):
    browser = Client()
    first = sign_in(person, client=browser)
    assert first.status_code == 200 and "sessionid" not in browser.cookies
    assert not is_in(browser)
    assert second(first, code_now(), browser)["Location"] == "/toa-soan/"
    assert is_in(browser)


def test_a_code_opens_the_door_once(person):
    code = code_now()
    assert second(sign_in(person), code).status_code == 302
    answer = second(sign_in(person), code)
    assert answer.status_code == 422 and "đã dùng rồi" in answer.text


def test_a_wrong_code_keeps_the_step_and_is_counted(person):
    first = sign_in(person)
    statuses = [second(first, "000000").status_code for _ in range(4)]
    assert statuses == [422, 422, 422, 429]
    assert "account.sign_in_failed" in acts()


def test_wrong_codes_do_not_lock_the_owner_out_for_longer_than_the_wait(person, clock):
    first = sign_in(person)
    for _ in range(4):
        answer = second(first, "000000")
    clock.shift(int(answer["Retry-After"]))
    assert second(first, code_now()).status_code == 302


def test_a_recovery_code_stands_in_for_the_telephone_once(person):
    code = person.codes[0].upper().replace("-", " ")
    assert second(sign_in(person), code).status_code == 302
    assert second(sign_in(person), code).status_code == 422
    assert two_factor.codes_left(person) == 9
    assert "account.recovery_code_used" in acts()


def test_the_second_step_is_void_after_five_minutes_and_after_a_new_password(person, clock):
    first = sign_in(person)
    clock.shift(signing_in.SECOND_STEP + 1)
    assert second(first, code_now())["Location"] == LOGIN
    first = sign_in(person)
    person.set_password("mot-mat-khau-khac-9")
    person.save()
    assert second(first, code_now())["Location"] == LOGIN


@pytest.mark.parametrize("ticket", ["", "x", "x:y:z", "a" * 5000])
def test_a_made_up_ticket_leads_back_to_the_beginning(ticket, client):
    assert client.post(SECOND, {"ticket": ticket, "code": "123456"})["Location"] == LOGIN
    assert client.get(SECOND)["Location"] == LOGIN


def test_where_one_wanted_to_go_survives_both_steps(person):
    answer = Client().post(LOGIN, {"username": person.username, "password": PASSWORD, "next": "/toa-soan/tai-khoan/"})
    assert answer.context["next"] == "/toa-soan/tai-khoan/"
    assert second(answer, code_now(), next="/toa-soan/tai-khoan/")["Location"] == "/toa-soan/tai-khoan/"


def entered(person):
    browser = Client()
    second(sign_in(person, client=browser), code_now(), browser)
    return browser


def test_new_codes_and_turning_off_need_the_password(person):
    browser = entered(person)
    assert browser.post(f"{PAGE}ma-du-phong/", {"password": "sai"}).status_code == 422
    new = browser.post(f"{PAGE}ma-du-phong/", {"password": PASSWORD}).context["codes"]
    assert not set(new) & set(person.codes)
    assert browser.post(f"{PAGE}tat/", {"password": "sai"}).status_code == 422
    assert two_factor.device_of(person)
    assert browser.post(f"{PAGE}tat/", {"password": PASSWORD}).status_code == 302
    assert two_factor.device_of(person) is None and not RecoveryCode.objects.exists()
    assert sign_in(person).status_code == 302


def test_an_administrator_takes_a_lost_telephone_off_and_it_is_logged(person):
    client = signed_in("quản trị")
    assert "Gỡ xác thực hai lớp" in client.get(f"/toa-soan/nguoi/{person.pk}/bao-mat/").text
    client.post(f"/toa-soan/nguoi/{person.pk}/go-hai-lop/")
    assert two_factor.device_of(person) is None
    entry = AuditEntry.objects.get(act="account.two_factor_reset")
    assert (entry.by_id, entry.subject_id) == (client.user.pk, str(person.pk))


@pytest.mark.parametrize("path", ["go-hai-lop", "dang-xuat", "bao-mat"])
def test_nobody_else_may_and_nobody_touches_a_superuser(person, path):
    boss = UserFactory(is_superuser=True)
    for client, somebody in ((signed_in("thư ký tòa soạn"), person), (signed_in("quản trị"), boss)):
        address = f"/toa-soan/nguoi/{somebody.pk}/{path}/"
        answer = client.get(address) if path == "bao-mat" else client.post(address)
        assert answer.status_code == 403
    assert two_factor.device_of(person)


def test_nobody_takes_off_their_own_without_the_password():
    client = signed_in("quản trị")
    with_telephone(client.user)
    assert client.post(f"/toa-soan/nguoi/{client.user.pk}/go-hai-lop/").status_code == 403
    assert two_factor.device_of(client.user)


def test_the_operator_takes_it_off_at_the_machine(person, capsys):
    call_command("reset_two_factor", person.username)
    call_command("reset_two_factor", person.username)
    assert two_factor.device_of(person) is None
    assert "Đã gỡ." in capsys.readouterr().out
    assert AuditEntry.objects.get(act="account.two_factor_reset").by_id is None
    with pytest.raises(CommandError):
        call_command("reset_two_factor", "khong-co")


def test_who_may_publish_sets_it_up_before_anything_else_where_the_paper_asks(settings, clock):
    settings.TWO_FACTOR_REQUIRED = True
    client = signed_in("biên tập viên")
    for address in ("/toa-soan/", "/toa-soan/news/article/", "/toa-soan/tai-khoan/", "/toa-soan/password_change/"):
        assert client.get(address)["Location"] == PAGE
    assert client.post("/toa-soan/news/article/add/", {"headline": "a"})["Location"] == PAGE
    page = client.get(PAGE)
    assert "yêu cầu người được đăng bài" in page.text
    client.post(PAGE, {"code": code_now(client.session["two_factor_key"])})
    assert is_in(client)
    assert client.post(f"{PAGE}tat/", {"password": PASSWORD}).status_code == 403


def test_who_may_not_publish_is_not_asked(settings):
    settings.TWO_FACTOR_REQUIRED = True
    assert is_in(signed_in("phóng viên"))
    assert Client().get("/").status_code == 200


def test_a_forced_person_can_still_leave(settings):
    settings.TWO_FACTOR_REQUIRED = True
    assert signed_in("biên tập viên").post("/toa-soan/logout/").status_code == 200


def test_turning_it_on_ends_sessions_without_it(clock):
    client, elsewhere = signed_in("phóng viên"), Client()
    elsewhere.force_login(client.user)
    client.get(PAGE)
    client.post(PAGE, {"code": code_now(client.session["two_factor_key"])})
    assert is_in(client) and not is_in(elsewhere)


def test_nobody_sees_keys_at_the_desk(person):
    client = Client()
    client.force_login(UserFactory(is_superuser=True))
    assert client.get("/toa-soan/otp_totp/totpdevice/").status_code == 404
    assert KEY not in client.get(f"/toa-soan/nguoi/{person.pk}/bao-mat/").text
