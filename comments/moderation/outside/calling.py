"""One bounded request to a service: no redirects, no proxy, a time in which it must be over, a size that it may have."""

from collections.abc import Mapping
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from time import monotonic
from urllib.parse import urlsplit

LARGEST = 64 * 1024  # bytes of an answer: a verdict is a line
PIECE = 4096


class NoAnswer(Exception):
    """The service can't be reached, takes too long, or says something else than an answer; the message says which."""


def ask(address: str, body: bytes, kind: str, seconds: float) -> tuple[bytes, Mapping[str, str]]:
    """What the service answers with 200 to this POST, and the answer's headers. Raises NoAnswer.

    `address` is one that config/environment.py let pass: HTTPS, or this machine.
    """
    ends, parts = monotonic() + seconds, urlsplit(address)
    dial = HTTPSConnection if parts.scheme == "https" else HTTPConnection
    connection = dial(parts.hostname or "", parts.port, timeout=seconds)
    headers = {"Content-Type": kind, "User-Agent": "ToaSoan/1.0", "Connection": "close"}
    try:
        connection.request("POST", f"{parts.path or '/'}{'?' if parts.query else ''}{parts.query}", body, headers)
        answer = connection.getresponse()
        if answer.status != 200:  # a redirect as well: it would carry the words to somebody whom nobody named
            raise NoAnswer(f"status {answer.status}")
        return _read(answer, ends), {name.lower(): value for name, value in answer.getheaders()}
    except (OSError, HTTPException, ValueError) as error:
        raise NoAnswer(f"{type(error).__name__}") from error
    finally:
        connection.close()


def _read(answer: HTTPResponse, ends: float) -> bytes:
    """Piece by piece, so that one who drips a byte a second is not waited for."""
    read = b""
    while piece := answer.read1(PIECE):
        read += piece
        if len(read) > LARGEST:
            raise NoAnswer("too large")
        if monotonic() > ends:
            raise NoAnswer("too slow")
    return read
