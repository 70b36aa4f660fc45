"""Reads every file under version control for what must never be in it: foreign hosts, secrets, this machine's paths."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Written in pieces, so that this file does not report itself.
HOSTS = (
    r"pypi\.org",
    r"pythonhosted\.org",
    r"npmjs\.(org|com)",
    r"registry\.yarnpkg",
    r"googleapis\.com",
    r"gstatic\.com",
    r"cdnjs\.",
    r"jsdelivr\.",
    r"unpkg\.com",
    r"bootstrapcdn\.",
    r"cloudflare\.com",
    r"(deb|archive)\.(debian|ubuntu)\.",
    r"(index|extra-index)-url\s*[=:]",
)
SECRETS = (
    r"-----BEGIN [A-Z ]*PRIVATE KEY",
    r"AKIA[0-9A-Z]{16}",
    r"gh[pousr]_[A-Za-z0-9]{36}",
    r"(?i)secret_?key\s*=\s*[\"'](?!for-tests-only)[^\"']{20,}",
    r"(?i)postgres(ql)?://\w+:[\w-]+@(?!127\.0\.0\.1|localhost|db\b|host\b)",
)
MACHINE = (r"(?<![\w.<-])/work/", r"(?<![\w.])/root/", r"(?<![\w.])/home/\w", r"\.\./shared")
RULES = {"foreign host": HOSTS, "secret": SECRETS, "path of one machine": MACHINE}
ITSELF = "tests/checks/"  # names what it looks for, and tests that it finds it
SEED = "tests/conftest.py"  # the one place that may look for the original text beside the checkout
UPSTREAM = ("LICENSE", "static/fonts/")  # licences quote their own addresses
LARGEST = 600_000  # bytes; more is no source


def faults_in(text: str) -> Iterator[str]:
    """What must not be in `text`, one description a finding."""
    for name, patterns in RULES.items():
        for pattern in patterns:
            for found in re.finditer(pattern, text):
                yield f"{text.count(chr(10), 0, found.start()) + 1}: {name}: {found.group()[:60]!r}"


def tracked_files() -> list[Path]:
    """Every file under version control that is there."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    return [path for name in listed.decode().split("\0") if name and (path := ROOT / name).is_file()]


def faults() -> Iterator[str]:
    """What is wrong with the tree, a line each."""
    for path in tracked_files():
        name = path.relative_to(ROOT).as_posix()
        if path.stat().st_size > LARGEST:
            yield f"{name}: larger than {LARGEST} bytes"
        if name.startswith((ITSELF, *UPSTREAM)):
            continue
        text = path.read_bytes().decode("utf-8", errors="ignore")
        yield from (f"{name}:{fault}" for fault in faults_in(text) if not (name == SEED and "shared" in fault))


def check() -> int:
    """0 if the tree is clean; else prints each fault."""
    found = list(faults())
    print(*found, sep="\n", end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(check())
