"""Back to where one came from, if that is one of our own pages."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme

LONGEST = 2000  # letters of an address


def asked_next(request: HttpRequest) -> str:
    """The address in `next`, or on a first look the page that led here; "" for none, and for somebody else's."""
    given = request.POST.get("next") or request.GET.get("next") or ""
    if not given and request.method == "GET":
        given = request.headers.get("Referer", "")
    ours = len(given) <= LONGEST and url_has_allowed_host_and_scheme(given, {request.get_host()}, request.is_secure())
    return given if ours and given.isprintable() else ""


def to(address: str) -> HttpResponse:
    """There, by GET."""
    return HttpResponseRedirect(address, status=303)
