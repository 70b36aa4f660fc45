"""Browsers that a person has signed in from before: strangers' failures don't lock them out.

The cookie holds a random number and the accounts that signed in with it, signed; it says nothing else and opens nothing.
"""

import secrets
from dataclasses import dataclass

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from news.models import User

COOKIE = "desk_browser"
LIFETIME = 365 * 24 * 3600  # seconds
ACCOUNTS = 5  # in one browser; a shared desk in the newsroom
_SALT = "news.accounts.browsers"


@dataclass(frozen=True)
class Browser:
    """A browser's number and who signed in with it, the last one first."""

    number: str
    people: tuple[int, ...]


def of(request: HttpRequest) -> Browser | None:
    """The browser that signed in here before; None for a new one or a forged cookie."""
    try:
        number, *people = signing.loads(request.COOKIES.get(COOKIE, ""), salt=_SALT, max_age=LIFETIME)
        return Browser(str(number), tuple(int(one) for one in people))
    except (signing.BadSignature, ValueError, TypeError):
        return None


def number_for(request: HttpRequest, person: User | None) -> str:
    """The browser's number if this very person has signed in with it, else ""."""
    found = of(request)
    return found.number if found and person and person.pk in found.people else ""


def remember(request: HttpRequest, response: HttpResponse, person: User) -> None:
    """Let the browser be known for this person from now on."""
    found = of(request) or Browser(secrets.token_hex(8), ())
    people = [person.pk, *(one for one in found.people if one != person.pk)][:ACCOUNTS]
    response.set_cookie(
        COOKIE,
        signing.dumps([found.number, *people], salt=_SALT),
        max_age=LIFETIME,
        path=settings.SESSION_COOKIE_PATH,
        secure=bool(settings.SESSION_COOKIE_SECURE),
        httponly=True,
        samesite="Lax",
    )
