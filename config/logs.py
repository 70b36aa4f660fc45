"""Logs as one JSON object a line, each with the id of the request that it belongs to."""

import json
import logging
import secrets
import time
from collections.abc import Callable
from contextvars import ContextVar
from datetime import UTC, datetime

from django.http import HttpRequest
from django.http.response import HttpResponseBase

request_id: ContextVar[str] = ContextVar("request_id", default="-")
log = logging.getLogger("toa_soan.request")


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
        token, started = request_id.set(secrets.token_hex(8)), time.perf_counter()
        try:
            response = self.get_response(request)
            response["X-Request-ID"] = request_id.get()
            fields = {
                "method": request.method,
                "path": request.path,
                "status": response.status_code,
                "ms": round((time.perf_counter() - started) * 1000, 1),
            }
            log.info("answered", extra={"fields": fields})
            return response
        finally:
            request_id.reset(token)
