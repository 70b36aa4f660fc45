"""Where the paper runs: its address and its directory, read from the environment and tried before anything is made."""

import errno
import fcntl
import os
import socket
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from config.start.trouble import Trouble, say

CHECKOUT = Path(__file__).resolve().parents[2]
LOGINS = "logins.txt"
LOOPBACK = ("127.0.0.1", "localhost", "::1")
EVERYWHERE = ("0.0.0.0", "::", "")  # noqa: S104  # compared with, not listened on


@dataclass(frozen=True)
class Place:
    """An address to listen on and a directory to keep things in."""

    host: str
    port: int
    directory: Path

    @property
    def logins(self) -> Path:
        """Where the first people's passwords are."""
        return self.directory / LOGINS

    @property
    def url(self) -> str:
        """The address that a person on this machine types."""
        host = "127.0.0.1" if self.host in EVERYWHERE else self.host
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}"


def place_from(environment: Mapping[str, str]) -> Place:
    """HOST, PORT and DATA_DIR, or their defaults. Raises Trouble if PORT is no port."""
    raw = environment.get("PORT") or "8000"
    if not (raw.isascii() and raw.isdecimal() and 0 < int(raw) < 65536):
        raise Trouble(
            f"PORT={raw!r} không phải là cổng: hãy đặt một số từ 1 đến 65535.",
            "PORT is no port: set a number from 1 to 65535.",
        )
    directory = Path(environment.get("DATA_DIR") or CHECKOUT / "var").expanduser().absolute()
    return Place(environment.get("HOST") or "127.0.0.1", int(raw), directory)


def refuse_taken_port(place: Place) -> None:
    """Raises Trouble if nobody could listen on the address now."""
    try:
        family, kind, protocol, _name, address = socket.getaddrinfo(place.host, place.port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind(address)
    except OSError as error:
        raise _why_not_listening(place, error) from error


def _why_not_listening(place: Place, error: OSError) -> Trouble:
    if error.errno == errno.EADDRINUSE:
        return Trouble(
            f"Cổng {place.port} đang có chương trình khác dùng: hãy dừng nó hoặc chạy `PORT={place.port + 1} make run`.",
            f"Port {place.port} is taken: stop what uses it, or run `PORT={place.port + 1} make run`.",
        )
    if error.errno == errno.EACCES:
        return Trouble(
            f"Không được phép dùng cổng {place.port}: hãy chọn cổng từ 1024 trở lên, ví dụ `PORT=8000 make run`.",
            f"Port {place.port} is not allowed: choose one from 1024 up, for instance `PORT=8000 make run`.",
        )
    return Trouble(
        f"Máy này không có địa chỉ HOST={place.host!r}: hãy dùng 127.0.0.1 hoặc 0.0.0.0.",
        f"This machine has no address HOST={place.host!r}: use 127.0.0.1 or 0.0.0.0.",
    )


def open_directory(directory: Path) -> None:
    """Make the directory (for the owner's eyes only) where it is missing. Raises Trouble if nothing can be written."""
    try:
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=directory) as file:
            file.write(b"1")
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise Trouble(
            f"Không ghi được vào thư mục {directory} ({reason}): hãy cấp quyền ghi hoặc đặt DATA_DIR sang chỗ khác.",
            f"Cannot write to the directory {directory}: make it writable or set DATA_DIR to another place.",
        ) from error


@contextmanager
def alone_in(directory: Path) -> Iterator[None]:
    """Hold the directory for one start at a time; a second one waits its turn and says so. Ends with the process."""
    descriptor = os.open(directory, os.O_RDONLY)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say(f"  Một lần khởi động khác đang chuẩn bị {directory}; chờ đến lượt…")
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)
