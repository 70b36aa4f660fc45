"""A database of its own for a measurement: SQLite in a folder that goes, or an empty one that DATABASE_URL names."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

import django


@contextmanager
def paper() -> Iterator[None]:
    """Django with all migrations; DATA_DIR is a folder of its own, whatever the environment says."""
    folder = tempfile.mkdtemp(prefix="toa-soan-bench-")
    os.environ |= {"DATA_DIR": folder, "DJANGO_SETTINGS_MODULE": "config.settings"}
    try:
        django.setup()
        from django.core.management import call_command
        from django.db import connections

        call_command("migrate", verbosity=0)
        yield
        connections.close_all()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
