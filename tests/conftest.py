"""What every test may ask for."""

import gc
import shutil
from collections.abc import Iterator
from pathlib import Path

import factory
import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import CommandError
from django.db import OperationalError, connection
from django.db.models.signals import post_migrate
from django.test import Client, TransactionTestCase
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

from comments.roles import COMMENT_PERMISSIONS, PIPELINE_PERMISSIONS
from news import append_only
from news.models import AuditEntry, User
from news.reads import counting
from news.reads.repeats import Repeats
from news.roles import AUDIT_PERMISSIONS, NEWS_PERMISSIONS, grant
from tests import factories
from tests.databases import divided
from tests.factories import UserFactory
from tests.run import is_ci

# A busy machine must not fail a test; the same examples for everybody on CI, new ones at every desk.
hypothesis_settings.register_profile("desk", deadline=None, suppress_health_check=[HealthCheck.too_slow])
hypothesis_settings.register_profile("ci", hypothesis_settings.get_profile("desk"), derandomize=True)
hypothesis_settings.load_profile("ci" if is_ci() else "desk")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What no database changes runs on one."""
    items[:], elsewhere = divided(items)
    config.hook.pytest_deselected(items=elsewhere)


@pytest.fixture(scope="session", autouse=True)
def _rubbish_is_looked_for_less_often() -> None:
    """The suite keeps much and drops little: by Python's own rhythm the collector took an eighth of its time."""
    gc.freeze()
    gc.set_threshold(100_000, 50, 50)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None) -> Iterator[None]:
    """The test database. Tests with real transactions end in emptied tables: the roles of the migrations come back.

    Django's own `serialized_rollback` keeps its copy on the connection object, and Playwright's event loop makes
    the connections of a thread other ones.
    """

    def roles_come_back(**kwargs: object) -> None:
        grant(apps, "news", NEWS_PERMISSIONS)
        grant(apps, "news", AUDIT_PERMISSIONS)
        grant(apps, "comments", COMMENT_PERMISSIONS)
        grant(apps, "comments", PIPELINE_PERMISSIONS)

    post_migrate.connect(roles_come_back, sender=apps.get_app_config("comments"), weak=False)
    yield
    post_migrate.disconnect(roles_come_back, sender=apps.get_app_config("comments"))


@pytest.fixture(scope="session", autouse=True)
def _the_log_empties_between_tests() -> Iterator[None]:
    """Tests with real transactions end in emptied tables; the desk's log refuses that, so its triggers step aside."""
    empty = TransactionTestCase._fixture_teardown

    def empty_with_the_log(self: TransactionTestCase) -> None:
        for patience in (4, 3, 2, 1, 0):
            try:
                with append_only.released(connection, AuditEntry._meta.db_table):
                    empty(self)
            # A page that was just closed still says goodbye, and both wait for each other; `flush` wraps the error.
            except (OperationalError, CommandError):
                if not patience:
                    raise
            else:
                return

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", empty_with_the_log)
        yield


@pytest.fixture(scope="session", autouse=True)
def _files_go_with_the_run() -> Iterator[None]:
    yield
    if "toa-soan-test-" in settings.DATA_DIR.name:
        shutil.rmtree(settings.DATA_DIR, ignore_errors=True)


@pytest.fixture(autouse=True)
def _numbers_begin_anew() -> None:
    """A name like "lần 30" is the same whichever tests went before, so it passes or fails for everybody alike."""
    for made in vars(factories).values():
        if isinstance(made, type) and issubclass(made, factory.Factory):
            made.reset_sequence(1, force=True)


@pytest.fixture(autouse=True)
def _media_of_its_own(settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture(autouse=True)
def _readings_wait_until_asked(monkeypatch) -> Iterator[None]:
    """No thread of its own writes into another test's database."""
    monkeypatch.setattr(counting, "write_soon", lambda: None)
    monkeypatch.setattr(counting, "repeats", Repeats())
    yield
    counting.tally.take()


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
