"""Requests as a server hands them over, with nothing tidied up on the way as Django's test client would."""

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from urllib.parse import unquote_to_bytes

from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import got_request_exception, request_finished, request_started
from django.db import close_old_connections


@dataclass
class Answer:
    """A status, headers in lower case, and the errors that led to a 500."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes
    errors: list[str]


def send(
    path: str,
    query: str = "",
    method: str = "GET",
    body: bytes = b"",
    headers: dict[str, str] | None = None,
    **environ: str,
) -> Answer:
    """What the application answers. `path` and `query` as in a request line; header values are Latin-1 (PEP 3333)."""
    asked = {
        "REQUEST_METHOD": method,
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote_to_bytes(path).decode("latin-1"),
        "QUERY_STRING": query.encode("utf-8", "surrogatepass").decode("latin-1"),
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": "127.0.0.1",
        "REMOTE_ADDR": "127.0.0.1",
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(body),
        **{_variable(name): value for name, value in (headers or {}).items()},
        **environ,
    }
    with _connection_left_open(), _errors() as errors:
        status, headers_sent, content = _answer(asked)
    return Answer(status, headers_sent, content, errors)


@contextmanager
def _connection_left_open() -> Iterator[None]:
    """A server's request would close the connection that the test's own transaction runs on."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    try:
        yield
    finally:
        for signal in (request_started, request_finished):
            signal.connect(close_old_connections)


@contextmanager
def _errors() -> Iterator[list[str]]:
    """What views raised meanwhile, as tracebacks."""
    errors: list[str] = []

    def note(sender: object, **kwargs: object) -> None:
        errors.append(traceback.format_exc())

    got_request_exception.connect(note)
    try:
        yield errors
    finally:
        got_request_exception.disconnect(note)


def _variable(name: str) -> str:
    plain = name.upper().replace("-", "_")
    return plain if plain in ("CONTENT_TYPE", "CONTENT_LENGTH") else f"HTTP_{plain}"


def _answer(asked: dict[str, object]) -> tuple[int, list[tuple[str, str]], bytes]:
    started: list[tuple[str, list[tuple[str, str]]]] = []
    response = WSGIHandler()(asked, lambda status, headers, exc_info=None: started.append((status, headers)))
    body = b"".join(response)
    response.close()
    status, headers = started[0]
    return int(status.split()[0]), [(name.lower(), value) for name, value in headers], body
