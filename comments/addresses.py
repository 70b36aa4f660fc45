"""Where a request comes from, as a keyed hash: enough to count by, too little to find anybody."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

HOUSEHOLD_BITS = 64  # one IPv6 customer gets at least a /64 and may wander in it (RFC 6177)


def address_hash(request: HttpRequest) -> str:
    """HMAC-SHA256 of the client's address, 64 hex digits; the same for one household."""
    return salted_hmac("comments.address", household(client_address(request)), algorithm="sha256").hexdigest()


def client_address(request: HttpRequest) -> str:
    """The address that the server saw; behind our proxy the last one in X-Forwarded-For, which the proxy wrote."""
    seen = str(request.META.get("REMOTE_ADDR", ""))
    if not settings.BEHIND_PROXY:
        return seen
    return str(request.META.get("HTTP_X_FORWARDED_FOR", "")).rpartition(",")[2].strip() or seen


def household(address: str) -> str:
    """An IPv4 address as it is, an IPv6 one cut to its first 64 bits; what is no address stays what it is."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    return str(_without_mapping(found) if isinstance(found, IPv6Address) else found)


def _without_mapping(address: IPv6Address) -> IPv4Address | str:
    """::ffff:192.0.2.1 is an IPv4 client on a socket that speaks both."""
    return address.ipv4_mapped or str(ip_network((int(address), HOUSEHOLD_BITS), strict=False))
