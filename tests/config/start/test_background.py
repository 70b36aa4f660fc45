"""The worker beside the server is kept running, and never in the way."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from config.start import background
from config.start.background import FIRST_PAUSE, LONGEST_PAUSE, STEADY, Background
from config.start.place import CHECKOUT
from tests.config.start.test_serve import SERVE, connect, seconds_to_end
from tests.postgres import free_port

# Says its number, then holds on to life: neither a polite word nor a second one ends it.
STUBBORN = (
    "import os, pathlib, signal, sys, threading\n"
    "signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
    "pathlib.Path(sys.argv[1]).open('a').write(f'{os.getpid()}\\n')\n"
    "threading.Event().wait()\n"
)
FAILING = "import pathlib, sys\npathlib.Path(sys.argv[1]).open('a').write(f'0\\n')\nsys.exit(3)\n"
BESIDE = SERVE.replace("flush=True)))", 'flush=True), [sys.executable, "-c", *sys.argv[2:]]))')


def helper(code: str, *arguments: str) -> Background:
    return Background([sys.executable, "-c", code, *arguments], dict(os.environ))


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[float]]:
    """The time that the keeper sees."""
    now = [1000.0]
    monkeypatch.setattr(background.time, "monotonic", lambda: now[0])
    yield now


def test_a_failing_helper_is_started_again_ever_more_slowly_and_told(clock, capsys):
    kept = helper("raise SystemExit(3)")
    kept.start_at = 0.0
    pauses = []
    for _ in range(12):
        kept.look()
        assert kept.process is not None
        kept.process.wait()
        kept.look()
        assert kept.process is None
        pauses.append(kept.start_at - clock[0])
        kept.look()
        assert kept.process is None, "the pause is not over"
        clock[0] = kept.start_at
    assert pauses[:4] == [FIRST_PAUSE, 2 * FIRST_PAUSE, 4 * FIRST_PAUSE, 8 * FIRST_PAUSE]
    assert pauses[-1] == LONGEST_PAUSE
    assert capsys.readouterr().err.count("Tiến trình nền tự dừng (3)") == 12


def test_after_a_steady_time_the_pauses_begin_anew(clock, capsys):
    kept = helper("raise SystemExit(3)")
    kept.start_at, kept.pause = 0.0, LONGEST_PAUSE
    kept.look()
    assert kept.process is not None
    kept.process.wait()
    clock[0] += STEADY
    kept.look()
    assert kept.start_at - clock[0] == FIRST_PAUSE


def test_a_helper_that_has_done_its_share_is_followed_by_another_in_silence(clock, capsys):
    kept = helper("pass")
    kept.start_at = 0.0
    kept.look()
    assert kept.process is not None
    kept.process.wait()
    kept.look()
    assert kept.start_at - clock[0] == FIRST_PAUSE and kept.pause == FIRST_PAUSE
    assert capsys.readouterr().err == ""


def test_a_helper_that_cannot_be_started_is_told_and_nothing_is_raised(clock, capsys):
    kept = Background(["/khong/co/chuong/trinh"], {})
    kept.start_at = 0.0
    kept.look()
    assert kept.process is None
    assert "/khong/co" in capsys.readouterr().err


def paper_beside(code: str, told: Path) -> tuple["subprocess.Popen[str]", int]:
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-c", BESIDE, str(port), code, str(told)],
        cwd=CHECKOUT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process, port


def lines_of(told: Path, number: int) -> list[int]:
    deadline = time.monotonic() + 10
    while not told.exists() or len(told.read_text().splitlines()) < number:
        assert time.monotonic() < deadline
        os.sched_yield()
    return [int(line) for line in told.read_text().splitlines()]


def is_alive(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True


def test_server_and_a_stubborn_helper_end_within_five_seconds(tmp_path):
    process, port = paper_beside(STUBBORN, tmp_path / "told")
    try:
        (number,) = lines_of(tmp_path / "told", 1)
        held = connect(port, b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        assert held.recv(100).startswith(b"HTTP/1.1 200")
        assert seconds_to_end(process, signal.SIGTERM) < 5
        assert process.returncode == 0
        assert not is_alive(number)
    finally:
        process.kill()
        process.wait()


def test_a_helper_that_keeps_failing_never_takes_the_paper_down(tmp_path):
    process, port = paper_beside(FAILING, tmp_path / "told")
    try:
        lines_of(tmp_path / "told", 2)
        held = connect(port, b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        assert held.recv(100).startswith(b"HTTP/1.1 200")
        assert process.poll() is None
    finally:
        seconds_to_end(process, signal.SIGTERM)
        process.kill()
        process.wait()
