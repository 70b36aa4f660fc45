"""`make check`: every check in turn, all of them even when one fails; the last lines say which."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PYTHON = (sys.executable, "-m")
MANAGE = (sys.executable, "manage.py")
CHECKS: dict[str, tuple[str, ...]] = {
    "format": (*PYTHON, "ruff", "format", "--check", "--quiet", "."),
    "lint": (*PYTHON, "ruff", "check", "--quiet", "."),
    "types": (*PYTHON, "mypy", "config", "news", "comments"),
    "templates": (*PYTHON, "djlint", "templates", "--lint", "--quiet"),
    "imports": (sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()"),
    "migrations": (*MANAGE, "makemigrations", "--check", "--dry-run"),
    "deployment": (*MANAGE, "check", "--deploy", "--fail-level", "WARNING"),
    "translations": (*PYTHON, "tests.checks.translations", "check"),
    "requirements": (*PYTHON, "tests.checks.requirements", "check"),
    "installed": (*PYTHON, "pip", "check"),  # pip installs what is pinned and resolves nothing: is it complete?
    "tree": (*PYTHON, "tests.checks.tree"),
}
# As on a real site: what `check --deploy` has to say must be about the code, not about a trial's settings.
PRODUCTION = {"HTTPS": "1", "BEHIND_PROXY": "1", "DEBUG": "0", "ALLOWED_HOSTS": "bao.example"}


def main(chosen: list[str]) -> int:
    """Run the checks named in `chosen`, or all; 0 if none failed."""
    failed = []
    with tempfile.TemporaryDirectory(prefix="toa-soan-check-") as folder:
        environment = {**os.environ, **PRODUCTION, "DATA_DIR": f"{folder}/data", "TMPDIR": folder, "DATABASE_URL": ""}
        environment["PYTHONWARNINGS"] = "default"
        for name in chosen or CHECKS:
            if not passes(name, environment):
                failed.append(name)
    ran = len(chosen or CHECKS)
    print(f"{ran - len(failed)} passed, {len(failed)} failed{': ' if failed else ''}{', '.join(failed)}")
    return 1 if failed else 0


def passes(name: str, environment: dict[str, str]) -> bool:
    """Run one check and show its output if it failed."""
    started = time.monotonic()
    done = subprocess.run(CHECKS[name], cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    print(f"{'✓' if done.returncode == 0 else '✗'} {name:<13} {time.monotonic() - started:5.1f} s", flush=True)
    if done.returncode:
        print(done.stdout.decode(errors="replace").strip(), flush=True)
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
