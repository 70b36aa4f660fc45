"""What every test may ask for."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from news.models import User
from tests.factories import UserFactory


@pytest.fixture(scope="session", autouse=True)
def _files_go_with_the_run() -> Iterator[None]:
    yield
    if "toa-soan-test-" in settings.DATA_DIR.name:
        shutil.rmtree(settings.DATA_DIR, ignore_errors=True)


@pytest.fixture(autouse=True)
def _media_of_its_own(settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def editor(db) -> User:
    """A biên tập viên."""
    return UserFactory(role="biên tập viên")


@pytest.fixture
def desk(client: Client, editor: User) -> Client:
    """A browser in which the editor is signed in."""
    client.force_login(editor)
    return client


@pytest.fixture
def seed_text() -> bytes:
    """The original text as it reached the paper; the test is skipped where it is not at hand."""
    found = sorted((Path(__file__).parents[2] / "shared" / "seed").glob("*.txt"))
    if not found:
        pytest.skip("bản gốc không có ở đây (../shared/seed)")
    return found[0].read_bytes()
