"""Reads the environment once, typed; a wrong value stops the start with a sentence that names the variable."""

import os
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import environ
from django.core.exceptions import ImproperlyConfigured

Value = TypeVar("Value")

env = environ.Env()  # type: ignore[no-untyped-call]


def read(kind: Callable[..., Value], name: str, default: Value) -> Value:
    """The variable `name` as `kind` (one of the methods of `env`), or `default` where it is not set.

    Raises ImproperlyConfigured with the variable's name if the value is not of that kind.
    """
    try:
        return kind(name, default=default)
    except (ValueError, TypeError, ImproperlyConfigured) as error:
        raise ImproperlyConfigured(
            f"Biến môi trường {name} có giá trị không hợp lệ: {os.environ.get(name, '')!r}. / "
            f"The environment variable {name} has an invalid value."
        ) from error


def flag(name: str, default: bool) -> bool:
    """A yes-or-no variable: 1/0, true/false, yes/no, on/off; anything else is refused."""
    raw = os.environ.get(name, "").strip().lower()
    if raw in ("", "1", "0", "true", "false", "yes", "no", "on", "off"):
        return raw in ("1", "true", "yes", "on") if raw else default
    return read(_refuse, name, default)


def _refuse(name: str, default: bool) -> bool:
    raise ValueError(name)


def at_least(minimum: int, name: str, default: int) -> int:
    """A whole number that is not smaller than `minimum`."""

    def number(name: str, default: int) -> int:
        value = int(env.int(name, default=default))
        if value < minimum:
            raise ValueError(name)
        return value

    return read(number, name, default)


def secret_key(directory: Path) -> str:
    """The key from SECRET_KEY, else from the file `secret-key` in `directory`, made at the first start (mode 0600)."""
    if given := os.environ.get("SECRET_KEY"):
        return given
    path = directory / "secret-key"
    directory.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    key = secrets.token_urlsafe(64)
    with os.fdopen(descriptor, "w") as file:
        file.write(key)
    return key
