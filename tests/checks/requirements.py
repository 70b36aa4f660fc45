"""requirements*.txt against pyproject.toml: `update` pins anew, `check` says whether that would change anything.

`python -m tests.checks.requirements update [--upgrade] | check`. Pins that still fit are kept, so that only what was
asked for moves.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RUNTIME, DEVELOPMENT = "requirements.txt", "requirements-dev.txt"
OPTIONS = (
    "--quiet",
    "--generate-hashes",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--no-annotate",
    "--no-header",
    "--python-version=3.11",
    "--universal",
)


class CannotResolve(Exception):
    """uv found no set of versions, or no index to ask; with what it said."""


def compile_into(folder: Path, *more: str) -> None:
    """Write both files into `folder`, taking the pins that are there as preference. Raises CannotResolve."""
    _compile(folder / RUNTIME, more)
    _compile(folder / DEVELOPMENT, ("--extra=dev", f"--constraints={folder / RUNTIME}", *more))


def _compile(output: Path, more: tuple[str, ...]) -> None:
    command = [
        sys.executable,
        "-m",
        "uv",
        "pip",
        "compile",
        "pyproject.toml",
        *OPTIONS,
        *more,
        f"--output-file={output}",
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        raise CannotResolve(done.stderr.strip())


def update(*more: str) -> int:
    """Pin anew in place."""
    compile_into(ROOT, *more)
    return 0


def check() -> int:
    """0 if both files are what pyproject.toml asks for; else prints which is not."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file in (RUNTIME, DEVELOPMENT):
            shutil.copy(ROOT / file, folder / file)
        compile_into(folder)
        stale = [file for file in (RUNTIME, DEVELOPMENT) if (folder / file).read_bytes() != (ROOT / file).read_bytes()]
    for file in stale:
        print(f"{file}: not what pyproject.toml asks for (make requirements)")
    return 1 if stale else 0


if __name__ == "__main__":
    try:
        sys.exit({"update": update, "check": check}[sys.argv[1]](*sys.argv[2:]))
    except CannotResolve as error:
        sys.exit(f"uv: {error}")
