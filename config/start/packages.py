"""The virtual environment `.venv` and what is installed in it, from requirement files that pin every hash.

What was finished is written into `.venv/installed.json`. While anything is being installed that file is away: whoever
finds a `.venv` without it (an interrupted run, somebody else's environment) builds it anew.
"""

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from config.start.place import CHECKOUT, alone_in
from config.start.trouble import Trouble, complain, say

VENV = CHECKOUT / ".venv"
PYTHON = VENV / "bin" / "python"
RUNTIME = "requirements.txt"
DEVELOPMENT = "requirements-dev.txt"  # holds all of the runtime's pins as well
# The files name everything, so pip has nothing to resolve. Left to resolve, it looks past the pin of a package that
# another one asks for with an extra (`coverage[toml]`) as soon as a newer release is out, and refuses that one's hash.
OPTIONS = ("--require-hashes", "--no-deps", "--quiet", "--disable-pip-version-check", "--no-input")

Record = dict[str, str]


def ready(*wanted: str) -> Path:
    """The virtual environment's Python with everything from the requirement files `wanted` installed.

    Raises Trouble where it cannot be built.
    """
    with alone_in(CHECKOUT):
        known = _record()
        if known.get("place") != _place() or not PYTHON.exists():
            _build()
            known = {"place": _place()}
        for name in wanted:
            if known.get(name) != _digest(name):
                known = _install(name, known)
    return PYTHON


def _place() -> str:
    """What an environment cannot be moved away from: its own path and the Python that made it."""
    return f"{VENV} {sys.version.split()[0]}"


def _digest(name: str) -> str:
    return hashlib.sha256((CHECKOUT / name).read_bytes()).hexdigest()


def _record_file() -> Path:
    return VENV / "installed.json"


def _record() -> Record:
    try:
        found = json.loads(_record_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _build() -> None:
    if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
        raise Trouble(
            "Python này thiếu mô-đun venv: trên Debian, Ubuntu hãy chạy `apt install python3-venv` rồi thử lại.",
            "This Python lacks its venv module: on Debian, Ubuntu run `apt install python3-venv`, then try again.",
        )
    say("→ Tạo môi trường Python trong .venv …")
    try:
        if VENV.is_symlink():
            VENV.unlink()
        shutil.rmtree(VENV, ignore_errors=True)
        _run([sys.executable, "-m", "venv", "--clear", str(VENV)])
    except (OSError, subprocess.CalledProcessError) as error:
        raise Trouble(
            f"Không tạo được .venv: hãy kiểm tra quyền ghi và dung lượng trống của {CHECKOUT}. ({_reason(error)})",
            f"Cannot make .venv: check that {CHECKOUT} is writable and has room.",
        ) from error


def _install(name: str, known: Record) -> Record:
    say(f"→ Cài các gói đã ghim trong {name} …")
    _record_file().unlink(missing_ok=True)
    try:
        _run([str(PYTHON), "-m", "pip", "install", *OPTIONS, "-r", str(CHECKOUT / name)])
        known = {**known, name: _digest(name)}
        _record_file().write_text(json.dumps(known, indent=1), encoding="utf-8")
    except (OSError, subprocess.CalledProcessError) as error:
        if isinstance(error, subprocess.CalledProcessError):  # pip refused or put things back: nothing is half done
            _record_file().write_text(json.dumps(known), encoding="utf-8")
        raise Trouble(
            f"Không cài được các gói trong {name}: hãy kiểm tra mạng và dung lượng trống rồi chạy lại. "
            f"({_reason(error)})",
            f"Cannot install {name}: check the network and free space, then run again.",
        ) from error
    return known


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, capture_output=True, text=True, stdin=subprocess.DEVNULL, env=_environment())  # noqa: S603


def _environment() -> dict[str, str]:
    """The person's environment without what would lead pip or Python to another installation."""
    elsewhere = {"PYTHONPATH", "PYTHONHOME", "PIP_USER", "PIP_TARGET", "PIP_PREFIX"}
    return {name: value for name, value in os.environ.items() if name not in elsewhere}


def _reason(error: OSError | subprocess.CalledProcessError) -> str:
    """What went wrong in one line: pip's first error if there is one, else the last that was said."""
    said = (error.stderr or error.stdout or "") if isinstance(error, subprocess.CalledProcessError) else str(error)
    lines = said.strip().splitlines() or [str(error)]
    return next((line for line in lines if line.startswith("ERROR: ")), lines[-1])


def main() -> int:
    """`python3 -m config.start.packages requirements-dev.txt`: install and say nothing more; 1 where it cannot be."""
    try:
        ready(*sys.argv[1:])
    except Trouble as trouble:
        complain(str(trouble))
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
