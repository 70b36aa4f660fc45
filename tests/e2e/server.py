"""The paper in a process of its own, on the test's database: it can be killed while somebody writes."""

import os
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import URLError
from urllib.parse import quote
from urllib.request import urlopen

from django.db import connection

from tests.postgres import free_port

ROOT = Path(__file__).resolve().parents[2]
READY_WITHIN = 60.0  # seconds, on a busy machine


def database_url() -> str:
    """The address of the database that this test writes to."""
    kept = {name: str(value) for name, value in connection.settings_dict.items()}
    if connection.vendor == "sqlite":
        return f"sqlite:///{kept['NAME']}"
    who, host = f"{quote(kept['USER'])}:{quote(kept['PASSWORD'])}", quote(kept["HOST"], safe="")
    return f"postgresql://{who}@{host}:{kept['PORT']}/{kept['NAME']}"


@dataclass
class Server:
    """Started on one port, again and again; `files` is where it may keep its own."""

    files: Path
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Returns once it answers. Raises TimeoutError."""
        told = {"DJANGO_SETTINGS_MODULE": "tests.settings", "DATABASE_URL": database_url(), "TMPDIR": str(self.files)}
        command = ["manage.py", "runserver", "--noreload", "--insecure", f"127.0.0.1:{self.port}"]
        with (self.files / "server.log").open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, *command], cwd=ROOT, env={**os.environ, **told}, stdout=log, stderr=log
            )
        deadline = time.monotonic() + READY_WITHIN
        while not self._answers():
            if time.monotonic() > deadline or self.process.poll() is not None:
                raise TimeoutError((self.files / "server.log").read_text())
            time.sleep(0.1)

    def kill(self) -> None:
        """With no last word."""
        if self.process:
            self.process.kill()
            self.process.wait()
            self.process = None

    def _answers(self) -> bool:
        try:
            with urlopen(f"{self.url}/healthz", timeout=5) as answer:
                return bool(answer.status == 200)
        except (URLError, OSError):
            return False
