"""What stands between the server and the views.

Public pages are the same bytes for everybody, so sessions, sign-in, CSRF tokens and messages exist at the desk alone:
elsewhere no cookie is read or set.
"""

from collections.abc import Callable
from ipaddress import ip_address

from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.clickjacking import XFrameOptionsMiddleware
from django.middleware.csrf import CsrfViewMiddleware
from django.utils.deprecation import MiddlewareMixin
from django_otp.middleware import OTPMiddleware

from news.accounts.gate import Gate


def is_desk(request: HttpRequest) -> bool:
    """Whether the request goes to the newsroom's desk."""
    return request.path_info.startswith(f"/{settings.DESK_PATH}")


class ForwardedScheme:
    """Drops X-Forwarded-Proto unless it comes from our proxy: one on this machine, or the one BEHIND_PROXY vouches for.

    What is left decides `request.is_secure()` (SECURE_PROXY_SSL_HEADER), thus addresses, cookies and HSTS.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer to the request as far as it can be believed."""
        if not settings.BEHIND_PROXY and not _is_this_machine(request.META.get("REMOTE_ADDR", "")):
            request.META.pop("HTTP_X_FORWARDED_PROTO", None)
        return self.get_response(request)


def _is_this_machine(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:  # a Unix socket has no address
        return False


class DeskOnly(MiddlewareMixin):
    """Put before a middleware class: public pages pass it by."""

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer, with or without the middleware's part."""
        return super().__call__(request) if is_desk(request) else self.get_response(request)  # type: ignore[return-value]


class DeskSessions(DeskOnly, SessionMiddleware):
    """Sessions at the desk."""


class DeskCsrf(DeskOnly, CsrfViewMiddleware):
    """CSRF tokens at the desk; any other unsafe request is refused unless its view is exempt and checks by itself."""


class DeskAuthentication(DeskOnly, AuthenticationMiddleware):
    """Who is at the desk."""


class DeskTwoFactor:
    """Whether who is at the desk has shown a second factor. The package's middleware is no MiddlewareMixin: it is asked."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.at_the_desk = OTPMiddleware(get_response)  # type: ignore[no-untyped-call]

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer, with or without the middleware's part."""
        answer: HttpResponseBase = self.at_the_desk(request) if is_desk(request) else self.get_response(request)
        return answer


class DeskMessages(DeskOnly, MessageMiddleware):
    """One-time messages at the desk."""


class DeskAccounts(DeskOnly, Gate):
    """Sessions that are seen, and a second factor for those who must have one."""


class Frames(XFrameOptionsMiddleware):
    """No page stands in a frame, but for the desk's in the desk's own: one signs in again without leaving the text."""

    def get_xframe_options_value(self, request: HttpRequest, response: HttpResponse) -> str:
        """The header's value; says the same as `frame-ancestors` of the content policy."""
        return "SAMEORIGIN" if is_desk(request) else super().get_xframe_options_value(request, response)


class ContentPolicy(CSPMiddleware):
    """The strict policy on public pages, the desk's own at the desk."""

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        """The parts that make up the header for this answer."""
        parts = super().get_policy_parts(request, response, report_only)
        if not report_only and is_desk(request):
            parts.config = settings.DESK_CONTENT_SECURITY_POLICY
        return parts
