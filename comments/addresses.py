"""Where a reader's request comes from, as a keyed hash: enough to count by, too little to find anybody."""

import re
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from news.addresses import client_address, household, neighbourhood


def address_hash(request: HttpRequest) -> str:
    """HMAC-SHA256 of the client's address, 64 hex digits; the same for one household."""
    return salted_hmac("comments.address", household(client_address(request)), algorithm="sha256").hexdigest()


_NAME = re.compile(r"[0-9a-f]{32}")  # what static/js/this-browser.js makes


@dataclass(frozen=True)
class Visitor:
    """Whom a like or a report is counted for: a household, and in it a browser, as far as that says who it is."""

    address: str
    browser: str  # empty where no script runs: the address alone decides


def visitor(request: HttpRequest) -> Visitor:
    """Who sends a form. The browser's name is random, made by itself and sent with likes and reports alone: no cookie."""
    name = request.POST.get("may", "")
    browser = salted_hmac("comments.browser", name, algorithm="sha256").hexdigest() if _NAME.fullmatch(name) else ""
    return Visitor(address_hash(request), browser)


def network_hash(request: HttpRequest) -> str:
    """The same of the network around it (/24, /48), which may be banned as a whole; "" for what is no address."""
    network = neighbourhood(client_address(request))
    return salted_hmac("comments.network", network, algorithm="sha256").hexdigest() if network else ""
