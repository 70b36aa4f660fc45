"""Whether a form was sent from our own pages. Public pages carry no cookie, hence no CSRF token: the browser tells."""

from urllib.parse import urlsplit

from django.http import HttpRequest

FOREIGN_SITES = frozenset({"cross-site", "same-site"})  # another host under our domain is not the paper either


def is_foreign(request: HttpRequest) -> bool:
    """Whether the browser says that another site's page sent this. Old browsers say nothing and are let in.

    `Sec-Fetch-Site`: W3C Fetch Metadata, section 2.4. `Origin`: RFC 6454, section 7; it is `null` for sandboxed
    frames, but also for our own pages that send no referrer: then `Sec-Fetch-Site` settles it.
    """
    site = request.headers.get("Sec-Fetch-Site", "").lower()
    origin = request.headers.get("Origin", "").lower()
    if site in FOREIGN_SITES:
        return True
    if not origin or (origin == "null" and site):
        return False
    return _host(origin) != request.get_host().lower()


def _host(origin: str) -> str:
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return ""
