"""Signing in as people do, through the pages."""

import re
import time
from typing import Any

from django.test import Client
from django_otp.oath import TOTP

from news.accounts import two_factor
from news.models import User

LOGIN, SECOND = "/toa-soan/login/", "/toa-soan/ma-xac-thuc/"
PASSWORD = "mat-khau-thu"  # what the factory gives everybody
KEY = "ab" * 20


def sign_in(person: User | str, password: str = PASSWORD, client: Client | None = None, **extra: Any) -> Any:
    """The answer to the first step; `client` and `extra` (REMOTE_ADDR=…) say from where."""
    username = person if isinstance(person, str) else person.username
    return (client or Client()).post(LOGIN, {"username": username, "password": password}, **extra)


def code_now(key: str = KEY) -> str:
    """What the app on the telephone shows."""
    totp = TOTP(bytes.fromhex(key))
    totp.time = time.time()
    return f"{totp.token():06d}"


def with_telephone(person: User) -> list[str]:
    """Turn the second factor on; the recovery codes."""
    codes = two_factor.turn_on(person, KEY, code_now())
    assert codes is not None
    return codes


def ticket_in(answer: Any) -> str:
    """What the form of the second step carries."""
    found = re.search(r'name="ticket" value="([^"]+)"', answer.text)
    assert found, answer.text[:500]
    return found[1]


def is_in(client: Client) -> bool:
    """Whether the desk opens in this browser."""
    return client.get("/toa-soan/").status_code == 200
