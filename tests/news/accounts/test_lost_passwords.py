"""A lost password, mended by a letter."""

import pytest
from django.test import Client

from news.models import AuditEntry
from tests.factories import UserFactory
from tests.news.accounts.signing import is_in, sign_in

pytestmark = pytest.mark.django_db
ASK = "/toa-soan/quen-mat-khau/"
NEW = "mot-mat-khau-khac-9"


@pytest.fixture
def person():
    return UserFactory(email="ha@bao.example")


def link(letter) -> str:
    return next(line for line in letter.body.splitlines() if "/mat-khau-moi/" in line).partition("testserver")[2]


def test_the_letter_leads_to_a_new_password_and_every_session_ends(person, mailoutbox):
    elsewhere, browser = Client(), Client()
    sign_in(person, client=elsewhere)
    assert browser.post(ASK, {"email": "HA@bao.example"}).status_code == 302
    assert person.username in mailoutbox[0].body and mailoutbox[0].subject.startswith("Đặt lại mật khẩu")
    form = browser.get(link(mailoutbox[0]), follow=True)
    address = form.redirect_chain[-1][0]
    weak = browser.post(address, {"new_password1": "1", "new_password2": "2"})
    assert weak.status_code == 422
    assert browser.post(address, {"new_password1": NEW, "new_password2": NEW}).status_code == 302
    assert not is_in(elsewhere) and not is_in(browser)
    assert sign_in(person, NEW).status_code == 302
    acts = set(AuditEntry.objects.values_list("act", flat=True))
    assert {"account.password_reset_asked", "account.password_reset"} <= acts


def test_the_link_opens_once(person, mailoutbox):
    browser = Client()
    browser.post(ASK, {"email": person.email})
    address = browser.get(link(mailoutbox[0]), follow=True).redirect_chain[-1][0]
    browser.post(address, {"new_password1": NEW, "new_password2": NEW})
    assert Client().get(link(mailoutbox[0])).status_code == 410


@pytest.mark.parametrize("path", ["MQ/x/", "x/y/", "MQ/set-password/", "OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTk5/a-b/"])
def test_a_made_up_link_opens_nothing(path):
    assert Client().get(f"/toa-soan/mat-khau-moi/{path}").status_code == 410


def test_nobody_learns_who_has_an_account(person, mailoutbox):
    known, unknown = Client().post(ASK, {"email": person.email}), Client().post(ASK, {"email": "ai@do.example"})
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert len(mailoutbox) == 1
    assert "thư đang trên đường" in Client().get(known["Location"]).text


def test_who_may_not_come_in_gets_no_letter(mailoutbox):
    UserFactory(email="nghi@bao.example", is_active=False)
    Client().post(ASK, {"email": "nghi@bao.example"})
    assert not mailoutbox


def test_asking_again_and_again_is_slowed_down(person, mailoutbox):
    found = [Client().post(ASK, {"email": person.email}).status_code for _ in range(4)]
    assert found == [302, 302, 302, 429] and len(mailoutbox) == 3


def test_what_is_no_address_comes_back():
    answer = Client().post(ASK, {"email": "x"})
    assert answer.status_code == 422 and 'value="x"' in answer.text


def test_without_mail_the_page_says_whom_to_ask(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
    assert "nhờ quản trị" in Client().get(ASK).text
