"""Collects static files, but only when something changed: a second start must not wait for the compressor."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.core.management import call_command

STAMP = "static.stamp"  # in DATA_DIR, beside the collected files


def changed() -> bool:
    """Whether the sources differ from what was collected last."""
    stamp = _stamp()
    return not stamp.is_file() or stamp.read_text() != _digest() or not _manifest().is_file()


def gather() -> None:
    """Collect into STATIC_ROOT. Files of older pages stay: somebody may be reading one."""
    digest = _digest()
    _stamp().unlink(missing_ok=True)
    call_command("collectstatic", interactive=False, verbosity=0)
    _stamp().write_text(digest)


def _stamp() -> Path:
    return Path(settings.DATA_DIR) / STAMP


def _manifest() -> Path:
    return Path(settings.STATIC_ROOT) / "staticfiles.json"


def _digest() -> str:
    """Our own files by name, size and time; those of the packages by the pins that they came from."""
    digest = hashlib.sha256((settings.BASE_DIR / "requirements.txt").read_bytes())
    digest.update(str(settings.STATIC_ROOT).encode())
    for path in sorted(_sources()):
        status = path.stat()
        digest.update(f"{path}\0{status.st_size}\0{status.st_mtime_ns}\0".encode())
    return digest.hexdigest()


def _sources() -> Iterator[Path]:
    folders = [
        *map(Path, settings.STATICFILES_DIRS),
        *(settings.BASE_DIR / app / "static" for app in ("news", "comments")),
    ]
    for folder in folders:
        yield from (path for path in folder.rglob("*") if path.is_file())
