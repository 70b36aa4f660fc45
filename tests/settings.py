"""The house's settings with files in a place of their own and plain static names."""

import os
import tempfile
from pathlib import Path

TEST_FILES = Path(os.environ.get("TEST_FILES") or tempfile.mkdtemp(prefix="toa-soan-test-"))
os.environ.setdefault("DATA_DIR", str(TEST_FILES))
os.environ.setdefault("SECRET_KEY", "for-tests-only-and-long-enough-not-to-be-complained-about")

from config.settings import *  # noqa: E402, F403
from config.settings import DATABASES, STORAGES  # noqa: E402

# A file, not memory: the browser tests' server reads it from another thread, and WAL is what production has.
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": str(TEST_FILES / "test.sqlite3")}
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # fast: nothing here is secret
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
COMMENTS_PER_MINUTE = 6
