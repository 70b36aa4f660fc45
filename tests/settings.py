"""The house's settings with files in a place of their own, away from any real paper, and plain static names."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

# One place a process: parallel workers share nothing. A real DATA_DIR in the environment is never touched.
TEST_FILES = Path(tempfile.gettempdir()) / f"toa-soan-test-{os.getpid()}"
atexit.register(shutil.rmtree, TEST_FILES, ignore_errors=True)
os.environ["DATA_DIR"] = str(TEST_FILES)
os.environ["SECRET_KEY"] = "for-tests-only-and-long-enough-not-to-be-complained-about"

from config.settings import *  # noqa: E402, F403
from config.settings import DATABASES, STATIC_ROOT, STORAGES  # noqa: E402

# A file, not memory: the browser tests' server reads it from another thread, and WAL is what production has.
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": str(TEST_FILES / "test.sqlite3")}
STATIC_ROOT.mkdir(exist_ok=True)  # WhiteNoise warns where it is missing
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # fast: nothing here is secret
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
COMMENTS_PER_MINUTE = 6
LEARNED_SCORE = False  # tests about other things are not to depend on a guess; those about it turn it on
TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}  # what is asked for is noted, nothing runs
