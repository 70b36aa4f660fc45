"""Where a reader's request comes from, as a keyed hash: enough to count by, too little to find anybody.

The key is another one each month, drawn from SECRET_KEY with the month's name (the expanding step of HKDF, RFC 5869, section
2.3). So the same address has another hash next month: what was counted together in November can't be joined with December,
neither by the paper in its daily work nor by whoever gets hold of the tables. What it does not do: whoever has SECRET_KEY as
well can try addresses against any month. A ban says by which month's key it knows an address, and a request is asked by that
one as well while the ban holds.
"""

import hmac
import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from hashlib import sha256

from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from news.addresses import client_address, household, neighbourhood
from news.vietnamese.dates import VIETNAM

_NAME = re.compile(r"[0-9a-f]{32}")  # what static/js/this-browser.js makes


@dataclass(frozen=True)
class Hashes:
    """An address by the key of now, and by that of the month before while what was counted there still matters."""

    now: str
    before: str = ""


@dataclass(frozen=True)
class Visitor:
    """Whom a like or a report is counted for: a household, and in it a browser, as far as that says who it is."""

    address: str
    browser: str  # empty where no script runs: the address alone decides

    @property
    def theirs(self) -> Q:
        """Of likes or reports, those that are counted for the same address or the same browser."""
        address = Q(address_hash=self.address)
        return address | Q(browser_hash=self.browser) if self.browser else address


def visitor(request: HttpRequest) -> Visitor:
    """Who sends a form. The browser's name is random, made by itself and sent with likes and reports alone: no cookie."""
    name = request.POST.get("may", "")
    browser = salted_hmac("comments.browser", name, algorithm="sha256").hexdigest() if _NAME.fullmatch(name) else ""
    return Visitor(address_hash(request), browser)


def address_hash(request: HttpRequest) -> str:
    """HMAC-SHA256 of the client's address, 64 hex digits; the same for one household, and another one each month."""
    return Origin.of(request).in_month(month_of(timezone.now()))[0]


def hashes_of(address: str, now: datetime, window: timedelta) -> Hashes:
    """Under which hashes an address may have been counted within the `window` before `now` (aware).

    Whoever counts over a longer time than the month is old asks for both; longer than two months nobody can.
    """
    newest, oldest = month_of(now), month_of(now - window)
    return Hashes(_hashed(address, newest), _hashed(address, oldest) if oldest != newest else "")


@dataclass(frozen=True)
class Origin:
    """A household and the network around it (/24, /48), which floods come from, for as long as a request lasts."""

    household: str
    network: str

    @classmethod
    def of(cls, request: HttpRequest) -> "Origin":
        """Where the request comes from."""
        address = client_address(request)
        return cls(household(address), neighbourhood(address))

    def in_month(self, month: str) -> tuple[str, str]:
        """Hashes of household and network by the key of that month (2026-11); "" for a network that is none."""
        return _hashed(self.household, month), _hashed(f"/{self.network}", month) if self.network else ""


def month_of(moment: datetime) -> str:
    """Which month's key holds then (aware): by the newsroom's calendar, such as 2026-11."""
    return f"{moment.astimezone(VIETNAM):%Y-%m}"


def _hashed(address: str, month: str) -> str:
    return hmac.new(_key(settings.SECRET_KEY, month), address.encode("utf-8", "replace"), sha256).hexdigest()


@lru_cache(maxsize=32)
def _key(secret: str, month: str) -> bytes:
    """The month's key: HKDF with SHA-256 of one block, which tells it from every other use of the secret."""
    drawn = hmac.new(b"comments.address", secret.encode(), sha256).digest()
    return hmac.new(drawn, f"comments.address {month}".encode() + b"\x01", sha256).digest()
