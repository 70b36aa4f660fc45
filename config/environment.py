"""Reads the environment once, typed; a wrong value stops the start with a sentence that names the variable."""

import contextlib
import os
import secrets
import warnings
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

Value = TypeVar("Value")

env = environ.Env()  # type: ignore[no-untyped-call]


def read(kind: Callable[..., Value], name: str, default: object) -> Value:
    """The variable `name` as `kind` (one of the methods of `env`), or `default` where it is not set.

    Raises ImproperlyConfigured with the variable's name if the value is not of that kind. The value itself is not
    shown: it may hold a password.
    """
    try:
        return kind(name, default=default)
    except (ValueError, TypeError, LookupError, ImproperlyConfigured) as error:
        raise ImproperlyConfigured(
            f"Biến môi trường {name} có giá trị không hợp lệ, hãy sửa hoặc bỏ đi (xem docs/operate.md). / "
            f"The environment variable {name} has an invalid value: mend or unset it (see docs/operate.md)."
        ) from error


def flag(name: str, default: bool) -> bool:
    """A yes-or-no variable: 1/0, true/false, yes/no, on/off; anything else is refused."""
    raw = os.environ.get(name, "").strip().lower()
    if raw in ("", "1", "0", "true", "false", "yes", "no", "on", "off"):
        return raw in ("1", "true", "yes", "on") if raw else default
    return read(_refuse, name, default)


def _refuse(name: str, default: bool) -> bool:
    raise ValueError(name)


def one_of(choices: Collection[str], name: str, default: str) -> str:
    """One of a few words."""

    def choice(name: str, default: str) -> str:
        value = str(env.str(name, default=default))
        if value not in choices:
            raise ValueError(name)
        return value

    return read(choice, name, default)


def database_url(name: str) -> dict[str, Any]:
    """The database that the variable `name` describes: PostgreSQL or SQLite, nothing else."""

    def database(name: str, default: None) -> dict[str, Any]:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the library's warning of an unknown kind shows the password
            found: dict[str, Any] = env.db_url(name)
        if found.get("ENGINE") not in ("django.db.backends.postgresql", "django.db.backends.sqlite3"):
            raise ValueError(name)
        return found

    return read(database, name, None)


def email_url(name: str) -> dict[str, Any]:
    """Django's e-mail settings out of the variable `name`; mail is printed where it is not set."""

    def mail(name: str, default: str) -> dict[str, Any]:
        return dict(env.email_url(name, default=default))

    return read(mail, name, "consolemail://")


def at_least(minimum: int, name: str, default: int) -> int:
    """A whole number that is not smaller than `minimum`."""

    def number(name: str, default: int) -> int:
        value = int(env.int(name, default=default))
        if value < minimum:
            raise ValueError(name)
        return value

    return read(number, name, default)


def site_address(name: str, hosts: Collection[str], https: bool) -> str:
    """Where readers find the paper, such as `https://bao.example`: for letters, which know of no request.

    From the variable `name`, else the first of the hosts that is a whole name; on this machine with PORT.
    """

    def address(name: str, default: str) -> str:
        value = str(env.str(name, default=default)).rstrip("/")
        parts = urlsplit(value)
        if parts.scheme not in ("http", "https") or not parts.hostname or value != f"{parts.scheme}://{parts.netloc}":
            raise ValueError(name)
        return value

    host = next((one for one in hosts if one[:1] not in ("*", ".")), "127.0.0.1")
    port = "" if https or host not in ("127.0.0.1", "localhost", "[::1]") else f":{os.environ.get('PORT') or 8000}"
    return read(address, name, f"{'https' if https else 'http'}://{host}{port}")


def service_url(name: str, default: str = "") -> str:
    """The address of a service that is asked over the network: HTTPS, or HTTP on this machine; no name, no password in it."""

    def address(name: str, default: str) -> str:
        value = str(env.str(name, default=default)).strip()
        parts = urlsplit(value)
        here = parts.scheme == "http" and parts.hostname in ("localhost", "127.0.0.1", "::1")
        whole = value.isascii() and parts.hostname and "@" not in parts.netloc and parts.port != 0
        if value and not (whole and (here or parts.scheme == "https")):
            raise ValueError(name)
        return value

    return read(address, name, default)


def secret_key(directory: Path) -> str:
    """The key from SECRET_KEY, else from the file `secret-key` in `directory`, made at the first start (mode 0600).

    Processes that start together agree: the key is written beside and linked into place, which only one of them can.
    """
    if given := os.environ.get("SECRET_KEY"):
        return given
    path = directory / "secret-key"
    if not path.exists():
        draft = directory / f".secret-key.{os.getpid()}.{secrets.token_hex(4)}"
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(64))
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(FileExistsError):
            path.hardlink_to(draft)
        draft.unlink()
    return path.read_text().strip()
