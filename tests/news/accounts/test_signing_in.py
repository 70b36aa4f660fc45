"""Signing in, and what happens to those who guess."""

from datetime import timedelta

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.test import Client

from news.accounts import throttle
from news.models import AuditEntry, Try
from tests.comments.test_parallel import at_once
from tests.factories import UserFactory
from tests.news.accounts.signing import LOGIN, PASSWORD, is_in, sign_in

pytestmark = pytest.mark.django_db
HOME, STRANGER = "192.0.2.7", "198.51.100.9"


def fail(person, times, password="sai-mat-khau", **extra):
    return [sign_in(person, password, **extra).status_code for _ in range(times)]


def test_name_and_password_open_the_desk():
    person, browser = UserFactory(), Client()
    answer = sign_in(person, client=browser)
    assert (answer.status_code, answer["Location"]) == (302, "/toa-soan/")
    assert is_in(browser)
    assert not Try.objects.exists()


def test_who_came_from_a_page_goes_back_to_it_but_never_to_another_site():
    person = UserFactory()
    sent = {"username": person.username, "password": PASSWORD}
    assert Client().post(LOGIN, {**sent, "next": "/toa-soan/tai-khoan/"})["Location"] == "/toa-soan/tai-khoan/"
    assert Client().post(LOGIN, {**sent, "next": "https://may-khac.example/"})["Location"] == "/toa-soan/"
    assert Client().post(LOGIN, {**sent, "next": "//may-khac.example/"})["Location"] == "/toa-soan/"


def test_a_wrong_password_and_an_unknown_name_get_the_same_words():
    person = UserFactory()
    wrong, unknown = sign_in(person, "sai"), sign_in("khong-co-ai", "sai")
    assert wrong.status_code == unknown.status_code == 422
    assert wrong.context["form"].errors == unknown.context["form"].errors
    assert f'value="{person.username}"' in wrong.text and "sai" not in wrong.context["form"].errors.as_text()


def test_who_is_not_active_or_has_no_business_at_the_desk_stays_outside():
    assert sign_in(UserFactory(is_active=False)).status_code == 422
    assert sign_in(UserFactory(is_staff=False)).status_code == 422


def test_the_sign_in_page_lets_pass_who_is_in_and_asks_who_may_not_be():
    browser = Client()
    browser.force_login(UserFactory())
    assert browser.get(LOGIN)["Location"] == "/toa-soan/"
    browser.force_login(UserFactory(is_staff=False))
    assert "không mở được trang" in browser.get("/toa-soan/", follow=True).text


@pytest.mark.parametrize("sent", [{}, {"username": "a"}, {"password": "b"}, {"username": "x" * 400, "password": "b"}])
def test_a_form_with_something_missing_comes_back(sent, client):
    assert client.post(LOGIN, sent).status_code == 422
    assert not Try.objects.exists()


def test_the_fourth_guess_has_to_wait_and_is_told_how_long(clock):
    person = UserFactory()
    assert fail(person, 3) == [422, 422, 422]
    answer = sign_in(person, "sai")
    assert (answer.status_code, answer["Retry-After"]) == (429, "5")
    assert "Hãy đợi 5 giây" in answer.text
    clock.shift(5)
    assert fail(person, 2) == [422, 429]
    assert sign_in(person)["Retry-After"] == "10"


def test_no_password_is_hashed_for_who_has_to_wait(clock, monkeypatch):
    person, hashed = UserFactory(), []
    fail(person, 3)
    monkeypatch.setattr(MD5PasswordHasher, "verify", lambda self, *one: hashed.append(one))
    assert sign_in(person).status_code == 429
    assert hashed == []


def test_the_right_password_after_the_wait_forgets_the_failures(clock):
    person = UserFactory()
    fail(person, 3)
    clock.shift(5)
    assert sign_in(person).status_code == 302
    assert fail(person, 3) == [422, 422, 422]


def test_no_wait_is_longer_than_the_window(clock):
    person = UserFactory()
    for _ in range(12):
        answer = sign_in(person, "sai")
        clock.shift(int(answer.get("Retry-After", "0")))
    clock.shift(throttle.WINDOW + timedelta(seconds=1))
    assert sign_in(person).status_code == 302


def test_failures_of_one_address_do_not_delay_another(clock):
    person = UserFactory()
    fail(person, 3, REMOTE_ADDR=STRANGER)
    assert sign_in(person, REMOTE_ADDR=STRANGER).status_code == 429
    assert sign_in(person, REMOTE_ADDR=HOME).status_code == 302


def test_an_account_guessed_at_from_everywhere_is_closed_to_unknown_browsers_for_a_while(clock, monkeypatch):
    monkeypatch.setattr(throttle, "PER_ACCOUNT", 6)
    person, own = UserFactory(), Client()
    assert sign_in(person, client=own, REMOTE_ADDR=HOME).status_code == 302
    own.post("/toa-soan/logout/")
    for number in range(6):
        fail(person, 1, REMOTE_ADDR=f"203.0.113.{number}")
    assert sign_in(person, REMOTE_ADDR="203.0.113.99").status_code == 429
    assert sign_in(person, client=own, REMOTE_ADDR=HOME).status_code == 302  # the person's own browser gets in
    clock.shift(throttle.WINDOW + timedelta(seconds=1))
    assert sign_in(person, REMOTE_ADDR="203.0.113.99").status_code == 302


def test_one_address_may_not_go_through_all_accounts(clock, monkeypatch):
    monkeypatch.setattr(throttle, "PER_SOURCE", 6)
    assert [sign_in(f"nguoi-la-{n}", "sai", REMOTE_ADDR=STRANGER).status_code for n in range(7)] == [422] * 6 + [429]
    assert sign_in(UserFactory(), REMOTE_ADDR=HOME).status_code == 302


def test_a_known_browser_that_guesses_waits_too(clock):
    person, own = UserFactory(), Client()
    sign_in(person, client=own)
    own.post("/toa-soan/logout/")
    assert fail(person, 4, client=own) == [422, 422, 422, 429]


def test_a_browser_is_known_for_its_own_people_alone_and_a_forged_cookie_for_nobody(clock):
    person, other, own = UserFactory(), UserFactory(), Client()
    sign_in(person, client=own)
    own.post("/toa-soan/logout/")
    fail(other, 3)
    assert sign_in(other, client=own).status_code == 429
    fail(person, 3)
    forged = Client()
    forged.cookies["desk_browser"] = "x:y:z"
    assert sign_in(person, client=forged).status_code == 429


def test_the_browser_s_mark_stays_at_the_desk_and_away_from_scripts():
    browser = Client()
    cookie = sign_in(UserFactory(), client=browser).cookies["desk_browser"]
    assert (cookie["path"], cookie["samesite"], bool(cookie["httponly"])) == ("/toa-soan/", "Lax", True)


def test_tries_that_come_together_see_each_other(clock, rf):
    request = rf.post(LOGIN, REMOTE_ADDR=STRANGER)
    under_way = [throttle.begin(request, "name a") for _ in range(3)]
    with pytest.raises(throttle.TooManyTries):
        throttle.begin(request, "name a")
    throttle.succeed(under_way[0])
    assert throttle.begin(request, "name a").pk


def test_what_was_typed_is_kept_nowhere(clock):
    sign_in("MatKhauBiGoNham1", "sai")
    entry, one = AuditEntry.objects.get(), Try.objects.get()
    assert (entry.act, entry.subject_label, entry.by_name) == ("account.sign_in_failed", "", "")
    assert "matkhau" not in f"{one.account}{one.source}{entry.details}{entry.note}".lower()


def test_old_tries_are_swept_away(clock):
    fail(UserFactory(), 2)
    clock.shift(throttle.WINDOW + timedelta(seconds=1))
    sign_in("ai-do", "sai")
    assert Try.objects.count() == 1


def test_judging_a_try_costs_the_same_after_thousands_of_others(django_assert_max_num_queries, rf):
    Try.objects.bulk_create(Try(account=f"{n}", source=f"{n % 7}") for n in range(2000))
    with django_assert_max_num_queries(5):
        throttle.begin(rf.post(LOGIN), "name a")


def test_signing_in_failing_and_leaving_are_logged_with_the_neighbourhood():
    person, browser = UserFactory(), Client()
    sign_in(person, "sai", REMOTE_ADDR=HOME)
    sign_in(person, client=browser, REMOTE_ADDR=HOME)
    browser.post("/toa-soan/logout/", REMOTE_ADDR=HOME)
    found = list(AuditEntry.objects.order_by("id"))
    assert [one.act for one in found] == ["account.sign_in_failed", "account.signed_in", "account.signed_out"]
    assert {one.network for one in found} == {"192.0.2.0/24"}
    assert [one.by_id for one in found] == [None, person.pk, person.pk]
    assert found[1].session == found[2].session != "" and {one.subject_id for one in found} == {str(person.pk)}


@pytest.mark.django_db(transaction=True)
def test_the_same_form_many_times_at_once_gets_three_guesses():
    person = UserFactory()
    found = at_once(lambda number: sign_in(person, "sai").status_code, 12)
    assert sorted(found) == [422] * 3 + [429] * 9
