"""The way in: name and password, a code from those who have a second factor, and only then a session."""

import secrets

from django.contrib.auth import authenticate, login
from django.core import signing
from django.http import HttpRequest
from django_otp import login as note_device
from django_otp.plugins.otp_totp.models import TOTPDevice

from news import audit
from news.accounts import browsers, throttle, two_factor
from news.models import User

BACKEND = "django.contrib.auth.backends.ModelBackend"
SECOND_STEP = 5 * 60  # seconds to find the telephone
_SALT = "news.accounts.second-step"


class Refused(Exception):
    """The secret was wrong; which part of it is not told."""


class TooLate(Exception):
    """The first step is too long ago, or the password has changed since."""


def check_password(request: HttpRequest, username: str, password: str) -> User:
    """The person of that name and password. Raises throttle.TooManyTries (before anything is hashed), Refused."""
    named = User.objects.filter(username=username).first()
    one = throttle.begin(request, f"name {username.casefold()}", browsers.number_for(request, named))
    person = authenticate(request, username=username, password=password)
    if not isinstance(person, User) or not person.is_staff:
        audit.record("account.sign_in_failed", None, named)
        raise Refused
    throttle.succeed(one)
    return person


def confirm(request: HttpRequest, person: User, password: str) -> None:
    """Ask a person who is signed in for their password again. Raises throttle.TooManyTries, Refused."""
    one = throttle.begin(request, f"confirm {person.pk}", browsers.number_for(request, person))
    if not person.check_password(password):
        raise Refused
    throttle.succeed(one)


def ticket_for(person: User) -> str:
    """What the second step brings along instead of a session: signed, short-lived, void once the password changes."""
    return signing.dumps([person.pk, person.get_session_auth_hash()[:16], secrets.token_hex(4)], salt=_SALT)


def holder_of(ticket: str) -> User:
    """Whose first step the ticket stands for. Raises TooLate."""
    try:
        number, mark, _unused = signing.loads(ticket, salt=_SALT, max_age=SECOND_STEP)
    except (signing.BadSignature, ValueError, TypeError) as error:
        raise TooLate from error
    person = User.objects.filter(pk=number, is_active=True, is_staff=True).first()
    if person is None or person.get_session_auth_hash()[:16] != mark:
        raise TooLate
    return person


def check_code(request: HttpRequest, person: User, code: str) -> TOTPDevice:
    """The device that the code stands for. Raises throttle.TooManyTries, Refused."""
    one = throttle.begin(request, f"code {person.pk}", browsers.number_for(request, person))
    device = two_factor.accept(person, code)
    if device is None:
        audit.record("account.sign_in_failed", None, person, step=2)
        raise Refused
    throttle.succeed(one)
    return device


def enter(request: HttpRequest, person: User, device: TOTPDevice | None = None) -> None:
    """Begin the session."""
    login(request, person, backend=BACKEND)
    if device is not None:
        note_device(request, device)  # type: ignore[no-untyped-call]
    audit.record("account.signed_in", person, person, two_factor=device is not None)
