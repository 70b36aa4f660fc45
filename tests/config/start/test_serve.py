"""The server starts, says so once it answers, and ends when told to, whoever is connected."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from config.start import serve
from config.start.place import CHECKOUT, Place
from config.start.trouble import Trouble
from tests.postgres import free_port

# Serves a small application as `make run` serves the paper, so that signals reach a process of its own.
SERVE = """
import os, sys
from pathlib import Path
from config.start import serve
from config.start.place import Place
from config.start.trouble import Trouble

place = Place("127.0.0.1", int(sys.argv[1]), Path("."))
command = serve.command(Path(sys.executable), place, {"WORKERS": "2"})
command[-1] = "tests.config.start.small_paper:application"
try:
    sys.exit(serve.serve(command, dict(os.environ), place, lambda: print("ready", flush=True)))
except Trouble as trouble:
    sys.exit(str(trouble))
"""


@pytest.fixture
def server() -> Iterator[tuple[subprocess.Popen[str], int]]:
    """A running small paper and its port."""
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-c", SERVE, str(port)],
        cwd=CHECKOUT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        yield process, port
    finally:
        process.kill()
        process.wait()


def seconds_to_end(process: subprocess.Popen[str], number: int) -> float:
    started = time.monotonic()
    process.send_signal(number)
    process.wait(10)
    return time.monotonic() - started


def connect(port: int, text: bytes) -> socket.socket:
    connection = socket.create_connection(("127.0.0.1", port), timeout=5)
    connection.sendall(text)
    return connection


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_within_five_seconds_with_clients_that_only_hold_on(server, number: int) -> None:
    process, port = server
    held = [connect(port, b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n") for _ in range(20)]
    assert all(one.recv(100).startswith(b"HTTP/1.1 200") for one in held)
    held += [connect(port, b""), connect(port, b"GET / HT")]
    held += [connect(port, b"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000\r\n\r\nabc") for _ in range(3)]
    assert seconds_to_end(process, number) < 5
    assert process.returncode == 0
    assert not _anybody_listens(port)


def test_it_ends_within_five_seconds_under_load_and_with_a_slow_answer(server) -> None:
    process, port = server
    stop = threading.Event()

    def keep_asking() -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        while not stop.is_set():
            try:
                connection.request("GET", "/")
                connection.getresponse().read()
            except (OSError, http.client.HTTPException):
                return

    readers = [threading.Thread(target=keep_asking) for _ in range(4)]
    for reader in readers:
        reader.start()
    slow = connect(port, b"GET /slow HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
    assert seconds_to_end(process, signal.SIGTERM) < 5
    stop.set()
    for reader in readers:
        reader.join()
    slow.close()
    assert not _anybody_listens(port)


def test_the_server_goes_when_its_keeper_is_killed(server) -> None:
    process, port = server
    process.kill()
    process.wait()
    _until(lambda: not _anybody_listens(port))


def test_a_server_that_ends_by_itself_is_told(tmp_path: Path) -> None:
    code = SERVE.replace("tests.config.start.small_paper", "khong.co")
    done = subprocess.run([sys.executable, "-c", code, str(free_port())], cwd=CHECKOUT, capture_output=True, text=True)
    assert done.returncode == 1
    assert "Máy chủ ứng dụng" in done.stderr


@pytest.mark.parametrize("workers", ["0", "x", "65"])
def test_a_wrong_number_of_workers_is_named(workers: str, tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="WORKERS"):
        serve.command(Path(sys.executable), Place("127.0.0.1", 8000, tmp_path), {"WORKERS": workers})


def test_a_public_address_is_an_allowed_host(tmp_path: Path) -> None:
    told = serve.server_environment(Place("192.0.2.7", 8000, tmp_path), {})
    assert "192.0.2.7" in told["ALLOWED_HOSTS"].split(",")
    told = serve.server_environment(Place("192.0.2.7", 8000, tmp_path), {"ALLOWED_HOSTS": "bao.example"})
    assert told["ALLOWED_HOSTS"] == "bao.example"


def _anybody_listens(port: int) -> bool:
    with socket.socket() as trial:
        return trial.connect_ex(("127.0.0.1", port)) == 0


def _until(happened: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 5
    while not happened():
        assert time.monotonic() < deadline
        os.sched_yield()
