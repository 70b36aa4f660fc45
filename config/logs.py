"""Logs as one JSON object a line, each with the id of the request that it belongs to."""

import json
import logging
import re
import secrets
import time
from collections.abc import Callable
from contextvars import ContextVar
from datetime import UTC, datetime

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

request_id: ContextVar[str] = ContextVar("request_id", default="-")
log = logging.getLogger("toa_soan.request")

SLOW = 1.0  # seconds; an answer that took longer is worth a warning
PROXY_ID = re.compile(r"[A-Za-z0-9-]{8,64}")


class JsonFormatter(logging.Formatter):
    """One line of JSON: time (UTC), level, logger, request, message, and whatever the caller gave as `fields`."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as a line of JSON, non-ASCII letters kept."""
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "request": request_id.get(),
            "message": record.getMessage(),
            **getattr(record, "fields", {}),
        }
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False, default=str)


class RequestLog:
    """Gives each request an id (sent back as X-Request-ID) and writes one line when it is answered."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer, with its id."""
        token, started = request_id.set(_id_for(request)), time.perf_counter()
        try:
            response = self.get_response(request)
            response["X-Request-ID"] = request_id.get()
            _write(request, response.status_code, time.perf_counter() - started)
            return response
        finally:
            request_id.reset(token)


def _id_for(request: HttpRequest) -> str:
    """The trusted proxy's id, so that its log and ours meet; else a new one."""
    given = request.META.get("HTTP_X_REQUEST_ID", "") if settings.BEHIND_PROXY else ""
    return given if PROXY_ID.fullmatch(given) else secrets.token_hex(8)


def _write(request: HttpRequest, status: int, seconds: float) -> None:
    level = logging.ERROR if status >= 500 else logging.WARNING if seconds > SLOW else logging.INFO
    if log.isEnabledFor(level):
        fields = {"method": request.method, "path": _place(request), "status": status, "ms": round(seconds * 1000, 1)}
        log.log(level, "answered", extra={"fields": fields})


def _place(request: HttpRequest) -> str:
    """The path, but a receipt's pattern instead of its address: whoever knows that may take the comment back."""
    match = request.resolver_match
    return match.route if match and "token" in match.kwargs else request.path
