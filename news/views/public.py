"""What all public pages have in common: they are the same bytes for everybody, so any cache may keep them."""

import gzip
import hashlib
import re
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe

# One second is fresh enough for news and long enough to carry any rush; caches refresh behind the reader's back, and keep
# serving for ten minutes while we are down (RFC 9111, RFC 5861). Browsers ask each time and mostly get 304.
FRESHNESS = "public, max-age=0, s-maxage=1, stale-while-revalidate=10, stale-if-error=600"
WORTH_COMPRESSING = 500  # bytes; below, the gzip frame and the CPU cost more than they save

_ACCEPTS_GZIP = re.compile(r"\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))", re.IGNORECASE)

Arguments = ParamSpec("Arguments")
View = Callable[Concatenate[HttpRequest, Arguments], HttpResponse]


def public(view: View[Arguments]) -> View[Arguments]:
    """Make a view a public page: GET and HEAD only, cacheable, conditional, compressed, without cookies."""

    @require_safe
    @wraps(view)
    def answer(request: HttpRequest, /, *args: Arguments.args, **kwargs: Arguments.kwargs) -> HttpResponse:
        return finish(request, view(request, *args, **kwargs))

    return answer


def finish(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """The answer with its freshness, its tag (or 304 if the reader's cache has it), and compressed if asked for."""
    response.setdefault("Cache-Control", FRESHNESS)
    patch_vary_headers(response, ["Accept-Encoding"])
    if response.status_code == 200:
        # Weak: the compressed and the plain answer are the same page (RFC 9110, section 8.8.1).
        etag = "W/" + quote_etag(hashlib.blake2b(response.content, digest_size=12).hexdigest())
        response["ETag"] = etag
        unchanged = get_conditional_response(request, etag=etag, response=response)
        if unchanged is not None and unchanged.status_code == 304:
            return unchanged
    return compress(request, response)


def compress(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """The answer in gzip if the reader's browser takes it; the same bytes every time (no clock inside)."""
    if len(response.content) < WORTH_COMPRESSING or not _ACCEPTS_GZIP.search(
        request.headers.get("Accept-Encoding", "")
    ):
        return response
    response.content = gzip.compress(response.content, compresslevel=6, mtime=0)
    response["Content-Encoding"] = "gzip"
    response["Content-Length"] = str(len(response.content))
    return response
