"""Stands before every page of the desk: notes sessions in use, and leads to the second factor those who must have one."""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.deprecation import MiddlewareMixin

from news import audit
from news.accounts import sessions, two_factor

# Names of views that open to a person without a second factor although the paper asks for one.
OPEN_WITHOUT = frozenset({"two_factor", "login", "logout", "jsi18n"})


class Gate(MiddlewareMixin):
    """Middleware for the desk, behind authentication."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        super().__init__(get_response)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer; whatever it writes to the audit log comes from this request."""
        token = audit.at_the_desk.set(request)
        try:
            return self.get_response(request)  # type: ignore[return-value]
        finally:
            audit.at_the_desk.reset(token)

    def process_view(self, request: HttpRequest, view: object, args: object, kwargs: object) -> HttpResponseBase | None:
        """To the set-up page before anything else, for those who must."""
        person = getattr(request, "user", None)  # public pages have none
        if person is None or not person.is_authenticated:
            return None
        sessions.see(request, person)
        match = request.resolver_match
        if match and match.url_name not in OPEN_WITHOUT and two_factor.is_missing(person):
            return redirect("desk:two_factor")
        return None
