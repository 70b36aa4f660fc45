"""Where a request comes from: readers' addresses are kept as hashes alone, the staff's cut to a neighbourhood."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest

HOUSEHOLD_BITS = 64  # one IPv6 customer gets at least a /64 and may wander in it (RFC 6177)
NEIGHBOURHOOD_BITS = {4: 24, 6: 48}  # enough to tell the office from elsewhere, too little to find a flat


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


def neighbourhood(address: str) -> str:
    """The network around the address, such as 192.0.2.0/24 or 2001:db8::/48; "" for what is no address."""
    try:
        found = ip_address(address)
    except ValueError:
        return ""
    if isinstance(found, IPv6Address) and found.ipv4_mapped:
        found = found.ipv4_mapped
    return str(ip_network((int(found), NEIGHBOURHOOD_BITS[found.version]), strict=False))
