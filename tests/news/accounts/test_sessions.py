"""Where one is signed in, and ending that."""

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from news.accounts import devices
from news.models import AuditEntry, DeskSession, User
from tests.factories import UserFactory
from tests.news.accounts.signing import PASSWORD, is_in, sign_in
from tests.news.desk.browser import filled, signed_in

pytestmark = pytest.mark.django_db
ACCOUNT = "/toa-soan/tai-khoan/"
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1"


@pytest.fixture
def person() -> User:
    return UserFactory(role="phóng viên")


@pytest.fixture
def here(person) -> Client:
    browser = Client(headers={"user-agent": FIREFOX})
    sign_in(person, client=browser, REMOTE_ADDR="192.0.2.7")
    return browser


@pytest.fixture
def there(person) -> Client:
    browser = Client(headers={"user-agent": IPHONE})
    sign_in(person, client=browser, REMOTE_ADDR="2001:db8:1:2::3")
    return browser


@pytest.mark.parametrize(
    ("agent", "words"),
    [
        (FIREFOX, "Firefox trên Windows"),
        (IPHONE, "Safari trên iPhone"),
        ("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36", "Chrome trên Linux"),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0", "Edge trên Windows"),
        ("curl/8", "Trình duyệt lạ"),
        ("", "Trình duyệt lạ"),
    ],
)
def test_a_browser_is_named_as_its_owner_knows_it(agent, words):
    assert devices.in_words(agent) == words


def test_the_page_tells_both_places_and_which_is_this_one(here, there):
    page = here.get(ACCOUNT)
    assert "Firefox trên Windows" in page.text and "Safari trên iPhone" in page.text
    assert "192.0.2.0/24" in page.text and "2001:db8:1::/48" in page.text and "192.0.2.7" not in page.text
    assert page.text.count("phiên này") == 1 and page.text.count(">Đăng xuất ở đó<") == 1


def test_the_account_is_one_click_from_every_page(here):
    assert f'href="{ACCOUNT}"' in here.get("/toa-soan/").text


def test_signing_out_there_leaves_this_one(here, there, person):
    other = DeskSession.objects.get(agent=IPHONE)
    assert here.post(f"{ACCOUNT}phien/{other.pk}/dang-xuat/").status_code == 302
    assert is_in(here) and not is_in(there)
    assert AuditEntry.objects.get(act="account.sessions_ended").by_id == person.pk


def test_signing_out_everywhere_else(here, there):
    here.post(f"{ACCOUNT}dang-xuat-noi-khac/")
    assert is_in(here) and not is_in(there)


def test_nobody_ends_another_person_s_session(there):
    stranger, one = signed_in("phóng viên"), DeskSession.objects.get(agent=IPHONE)
    assert stranger.post(f"{ACCOUNT}phien/{one.pk}/dang-xuat/").status_code == 404
    assert stranger.post(f"{ACCOUNT}phien/{'9' * 30}/dang-xuat/").status_code == 404
    assert is_in(there)


def test_a_get_ends_nothing(here, there):
    assert here.get(f"{ACCOUNT}dang-xuat-noi-khac/").status_code == 405
    assert is_in(there)


def test_a_new_password_ends_the_others(here, there, person):
    new = "mot-mat-khau-khac-9"
    wrong = here.post("/toa-soan/password_change/", {"old_password": "sai", "new_password1": new, "new_password2": new})
    assert wrong.status_code == 422 and is_in(there)
    sent = {"old_password": PASSWORD, "new_password1": new, "new_password2": new}
    assert here.post("/toa-soan/password_change/", sent).status_code == 302
    assert is_in(here) and not is_in(there)
    assert "phiên này" in here.get(ACCOUNT).text and DeskSession.objects.filter(person=person).count() == 1
    assert AuditEntry.objects.filter(act="account.password_changed", by_id=person.pk).exists()


def test_guessing_the_old_password_at_an_open_desk_is_slowed_down(here):
    sent = {"old_password": "sai", "new_password1": "a", "new_password2": "b"}
    found = [here.post("/toa-soan/password_change/", sent).status_code for _ in range(4)]
    assert found == [422, 422, 422, 429]
    right = here.post("/toa-soan/password_change/", sent | {"old_password": PASSWORD})
    assert right.status_code == 429 and "old_password" not in right.context["form"].errors  # tells nothing


def test_who_is_deactivated_is_out_at_once(there, person):
    client = signed_in("quản trị")
    form = filled(client, f"/toa-soan/news/user/{person.pk}/change/", "user_form")
    form.pop("is_active")
    assert client.post(f"/toa-soan/news/user/{person.pk}/change/", form).status_code == 302
    assert not is_in(there)
    assert not DeskSession.objects.filter(person=person).exists()


def test_a_password_set_by_an_administrator_ends_sessions_and_is_logged(there, person):
    client, new = signed_in("quản trị"), "mot-mat-khau-khac-9"
    client.post(f"/toa-soan/news/user/{person.pk}/password/", {"password1": new, "password2": new})
    person.refresh_from_db()
    assert person.check_password(new) and not is_in(there)
    assert AuditEntry.objects.get(act="user.password_set").by_id == client.user.pk


def test_leaving_takes_the_session_off_the_list(here, person):
    here.post("/toa-soan/logout/")
    assert not DeskSession.objects.filter(person=person).exists()


def test_a_session_that_ran_out_is_not_shown(here, there):
    Session.objects.filter(session_key=there.session.session_key).delete()
    assert "Safari trên iPhone" not in here.get(ACCOUNT).text


def test_using_the_desk_writes_nothing_within_five_minutes(here, django_assert_num_queries):
    here.get("/toa-soan/jsi18n/")
    with django_assert_num_queries(2):  # the session, the person
        here.get("/toa-soan/jsi18n/")


def test_a_second_person_in_the_same_browser_has_a_session_of_their_own(here, person):
    other = UserFactory()
    sign_in(other, client=here)
    here.get(ACCOUNT)
    assert DeskSession.objects.get(session_key=here.session.session_key).person == other


def test_name_and_address_are_changed_and_the_address_only_with_the_password(here, person):
    assert here.post(ACCOUNT, {"display_name": "Thu Hà", "email": ""}).status_code == 302
    refused = here.post(ACCOUNT, {"display_name": "Thu Hà", "email": "ha@bao.example", "password": "sai"})
    assert refused.status_code == 422 and "ha@bao.example" in refused.text
    person.refresh_from_db()
    assert (person.display_name, person.email) == ("Thu Hà", "")
    here.post(ACCOUNT, {"display_name": "Thu Hà", "email": "ha@bao.example", "password": PASSWORD})
    person.refresh_from_db()
    assert person.email == "ha@bao.example"
    assert here.post(ACCOUNT, {"display_name": "x" * 300, "email": "sai"}).status_code == 422
