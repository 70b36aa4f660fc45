"""Keeps one helper process running beside the server: started again when it ends, ever more slowly if it keeps failing."""

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from config.start.place import CHECKOUT
from config.start.trouble import complain

FIRST_PAUSE = 1.0  # seconds before a helper that failed is started again; doubles with each failure
LONGEST_PAUSE = 300.0  # seconds
STEADY = 60.0  # seconds after which a helper counts as working: the next failure starts with FIRST_PAUSE again


@dataclass
class Background:
    """One helper. `look` is called again and again by who waits anyway; nothing here blocks or raises while it serves."""

    arguments: list[str]
    environment: Mapping[str, str]
    prepare: Callable[[], None] | None = None  # called in the child before it becomes the helper
    process: subprocess.Popen[bytes] | None = None
    pause: float = FIRST_PAUSE
    started: float = 0.0
    start_at: float = field(default_factory=time.monotonic)

    def look(self) -> None:
        """Start the helper if it is not running and its pause is over."""
        now = time.monotonic()
        if self.process is not None and self.process.poll() is not None:
            self._ended(self.process.returncode, now)
        if self.process is None and now >= self.start_at:
            self._start(now)

    def ask_to_end(self) -> None:
        """Pass SIGTERM on; `end` waits."""
        if self.process is not None:
            self.process.terminate()

    def end(self, within: float) -> None:
        """Wait so many seconds for the helper that was asked to end, then end it and everything that it started."""
        if self.process is None:
            return
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(within)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def _start(self, now: float) -> None:
        try:
            self.process = subprocess.Popen(  # noqa: S603
                self.arguments,
                cwd=CHECKOUT,
                env=self.environment,
                start_new_session=True,
                preexec_fn=self.prepare,
            )
            self.started = now
        except (OSError, subprocess.SubprocessError) as error:
            self._failed(str(error), now)

    def _ended(self, code: int, now: float) -> None:
        self.process = None
        if now - self.started >= STEADY:
            self.pause = FIRST_PAUSE
        if code == 0:  # it has done its share: a fresh one follows
            self.start_at = now + FIRST_PAUSE
            return
        self._failed(str(code), now)

    def _failed(self, reason: str, now: float) -> None:
        complain(
            f"Tiến trình nền tự dừng ({reason}), mở lại sau {self.pause:.0f} giây; báo vẫn chạy. / "
            f"The background worker stopped ({reason}), starting it again in {self.pause:.0f} s; the paper runs on."
        )
        self.start_at = now + self.pause
        self.pause = min(2 * self.pause, LONGEST_PAUSE)
