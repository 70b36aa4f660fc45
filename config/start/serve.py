"""Runs the application server in the foreground and ends it when told to, however busy it is.

The server is a child in a session of its own: Ctrl-C reaches this process alone, which passes one SIGTERM on and, where
that is not enough, ends the whole group. So is the worker beside it, which starts once the paper answers; the paper does not
depend on it.
"""

import contextlib
import ctypes
import http.client
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import FrameType

from config.start.background import Background
from config.start.place import CHECKOUT, EVERYWHERE, LOOPBACK, Place
from config.start.trouble import Trouble

READY_WITHIN = 30.0  # seconds until the server must answer
GRACE = 2  # seconds for requests that are being answered when the end comes
LOOK = 0.5  # seconds between two looks whether server and worker are still there
LAST_WORD = 3.0  # seconds until everything that is left is killed: two less than promised, for a busy machine
WORKERS = max(2, min(4, os.cpu_count() or 2))  # two at least, so that a worker that dies leaves one; WORKERS overrides
THREADS = 8  # a worker's: some may wait for the disk or a slow sender; each keeps a connection to the database
CONNECTIONS = 2000  # a worker's, most of them idle: granian counts those as well
IDLE = 10_000  # milliseconds until a silent connection is closed
PR_SET_PDEATHSIG = 1  # prctl(2)


class Stop(Exception):
    """Somebody asked for the end."""


def command(python: Path, place: Place, environment: Mapping[str, str]) -> list[str]:
    """The application server's command line. Raises Trouble if WORKERS is not a number."""
    workers = environment.get("WORKERS") or str(WORKERS)
    if not (workers.isascii() and workers.isdecimal() and 0 < int(workers) <= 64):
        raise Trouble(f"WORKERS={workers!r} phải là một số từ 1 đến 64.", "WORKERS must be a number from 1 to 64.")
    options = {
        "interface": "wsgi",
        "http": "1",
        "host": place.host,
        "port": place.port,
        "workers": workers,
        "blocking-threads": THREADS,
        "backlog": 2048,
        "backpressure": CONNECTIONS,
        "http1-header-read-timeout": IDLE,
        "workers-kill-timeout": GRACE,
        "log-level": "error",
    }
    pairs = [part for name, value in options.items() for part in (f"--{name}", str(value))]
    return [str(python), "-m", "granian", *pairs, "--no-ws", "--respawn-failed-workers", "config.wsgi:application"]


def server_environment(place: Place, environment: Mapping[str, str]) -> dict[str, str]:
    """What the server is to know: DATA_DIR, and HOST as an allowed host unless ALLOWED_HOSTS says otherwise."""
    told = {**environment, "DATA_DIR": str(place.directory), "DJANGO_SETTINGS_MODULE": "config.settings"}
    if not environment.get("ALLOWED_HOSTS") and place.host not in (*EVERYWHERE, *LOOPBACK):
        told["ALLOWED_HOSTS"] = ",".join(["127.0.0.1", "localhost", "[::1]", place.host])
    return told


def worker_command(python: Path) -> list[str]:
    """The command line of the worker beside the server."""
    return [str(python), "-m", "config.start.worker"]


def serve(
    arguments: list[str],
    environment: Mapping[str, str],
    place: Place,
    announce: Callable[[], None],
    worker: list[str] | None = None,
) -> int:
    """Serve until SIGTERM or Ctrl-C; call `announce` once the paper answers, then keep `worker` running beside it.

    The exit code: 0 after a wanted end. Raises Trouble if the server ends by itself or never answers.
    """
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, _raise_stop)
    server = subprocess.Popen(  # noqa: S603
        arguments,
        cwd=CHECKOUT,
        env=environment,
        start_new_session=True,
        preexec_fn=_become_server,
    )
    helper = Background(worker, environment, _become_helper) if worker else None
    try:
        _wait_until_ready(server, place)
        announce()
        code = _watch(server, helper)
        raise Trouble(
            f"Máy chủ ứng dụng tự dừng (mã {code}): xem thông báo bên trên rồi chạy lại `make run`.",
            f"The application server stopped by itself (code {code}): see above, then run `make run` again.",
        )
    except Stop:
        return 0
    finally:
        end(server, helper)


def _watch(server: subprocess.Popen[bytes], helper: Background | None) -> int:
    """The server's exit code, once it has ended by itself; until then the helper is kept running."""
    if helper is None:
        return server.wait()
    while server.poll() is None:
        helper.look()
        time.sleep(LOOK)
    return server.returncode


def end(server: subprocess.Popen[bytes], helper: Background | None = None) -> None:
    """End the server, the helper and everything that they started, within LAST_WORD seconds."""
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    deadline = time.monotonic() + LAST_WORD
    server.terminate()
    if helper is not None:
        helper.ask_to_end()
    with contextlib.suppress(subprocess.TimeoutExpired):
        server.wait(LAST_WORD)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(server.pid, signal.SIGKILL)
    server.wait()
    if helper is not None:
        helper.end(max(0.0, deadline - time.monotonic()))


def _raise_stop(number: int, frame: FrameType | None) -> None:
    raise Stop


def _become_server() -> None:
    """In the child: room for all connections, and on Linux SIGTERM when the parent is gone, even if it was killed."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 2 * CONNECTIONS
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted if most < 0 else min(wanted, most), most))
    _become_helper()


def _become_helper() -> None:
    """In the child: on Linux SIGTERM when the parent is gone, even if it was killed."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def _wait_until_ready(server: subprocess.Popen[bytes], place: Place) -> None:
    deadline = time.monotonic() + READY_WITHIN
    while time.monotonic() < deadline and server.poll() is None:
        if _answers(place):
            return
        time.sleep(0.1)
    if server.poll() is None:
        raise Trouble(
            f"Máy chủ ứng dụng không trả lời sau {READY_WITHIN:.0f} giây: xem thông báo bên trên.",
            f"The application server did not answer within {READY_WITHIN:.0f} seconds: see above.",
        )


def _answers(place: Place) -> bool:
    host = "127.0.0.1" if place.host in EVERYWHERE else place.host
    connection = http.client.HTTPConnection(host, place.port, timeout=5)
    try:
        connection.request("GET", "/readyz")
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
