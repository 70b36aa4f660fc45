"""Where a reader's request comes from, as a keyed hash: enough to count by, too little to find anybody."""

from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from news.addresses import client_address, household, neighbourhood


def address_hash(request: HttpRequest) -> str:
    """HMAC-SHA256 of the client's address, 64 hex digits; the same for one household."""
    return salted_hmac("comments.address", household(client_address(request)), algorithm="sha256").hexdigest()


def network_hash(request: HttpRequest) -> str:
    """The same of the network around it (/24, /48), so that a flood out of one counts as one; "" for what is no address."""
    around = neighbourhood(client_address(request))
    return salted_hmac("comments.network", around, algorithm="sha256").hexdigest() if around else ""
