"""Refuses what no browser of a reader or an editor sends, before anything else looks at the request.

What is merely wrong (a garbled id, an unknown page) is answered by the views; here is what would make the database or
the framework stumble.
"""

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import BadRequest, RequestDataTooBig
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from config.middleware import is_desk

METHODS = ("GET", "HEAD", "POST", "OPTIONS")
DESK_BODY_LIMIT = 64 * 1024 * 1024  # bytes; a photo's own limit is lower and told in the form's own words
FORM_TYPES = ("application/x-www-form-urlencoded", "multipart/form-data")

Check = Callable[[HttpRequest], HttpResponse | None]


def unknown_method(request: HttpRequest) -> HttpResponse | None:
    """405. Methods are case-sensitive (RFC 9110, section 9.1), but Django reads `get` as GET."""
    return None if request.environ["REQUEST_METHOD"] in METHODS else HttpResponseNotAllowed(METHODS)  # type: ignore[attr-defined]


def foreign_charset(request: HttpRequest) -> HttpResponse | None:
    """415. Every form of ours is UTF-8; Python also knows "charsets" such as hex, which are none."""
    charset = request.content_params.get("charset", "utf-8") if request.content_params else "utf-8"
    return None if charset.strip("\"'").lower() in ("utf-8", "utf8") else HttpResponse(status=415)


def too_large(request: HttpRequest) -> HttpResponse | None:
    """413, unread: Django limits a form's fields but would store files of any size."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    limit = DESK_BODY_LIMIT if is_desk(request) else settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    if not (length.isascii() and length.isdecimal()):
        raise BadRequest("Content-Length")
    return None if len(length) < 16 and int(length) <= limit else _refuse_size(request)


def nul_in_address(request: HttpRequest) -> HttpResponse | None:
    """400. PostgreSQL takes no NUL in any text."""
    query = request.META.get("QUERY_STRING", "")
    if "\0" in request.path_info or "\0" in query or "%00" in query:
        raise BadRequest("NUL in the address")
    return None


def nul_in_cookies(request: HttpRequest) -> HttpResponse | None:
    """400. A quoted cookie may spell it in octal; looked for without reading the cookies themselves."""
    raw = request.META.get("HTTP_COOKIE", "")
    if "\0" in raw or "\\000" in raw:
        raise BadRequest("NUL in a cookie")
    return None


def nul_in_form(request: HttpRequest) -> HttpResponse | None:
    """400 at the desk; readers' text is cleaned of it. Reads the form, so it comes last."""
    if request.method != "POST" or request.content_type not in FORM_TYPES or not is_desk(request):
        return None
    try:
        sent = request.POST.lists()
    except RequestDataTooBig:  # its fields without files, see DATA_UPLOAD_MAX_MEMORY_SIZE
        return _refuse_size(request)
    if any("\0" in text for name, texts in sent for text in (name, *texts)):
        raise BadRequest("NUL in the form")
    return None


def _refuse_size(request: HttpRequest) -> HttpResponse:
    """413, in words for the desk's scripts."""
    if request.headers.get("Accept") == "application/json":
        return JsonResponse({"error": _("Bài dài quá mức máy chủ nhận.")}, status=413)
    sentence = _("Dữ liệu gửi lên nặng quá mức nhận được. Hãy gửi ít hơn, hoặc từng tệp một.")
    return HttpResponse(f"{sentence}\n", status=413, content_type="text/plain; charset=utf-8")


CHECKS: tuple[Check, ...] = (
    unknown_method,
    foreign_charset,
    too_large,
    nul_in_address,
    nul_in_cookies,
    nul_in_form,
)


class RefuseBrokenRequests:
    """Runs the checks in order; the first that objects decides."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The refusal, or the answer."""
        for check in CHECKS:
            if (refusal := check(request)) is not None:
                return refusal
        return self.get_response(request)
