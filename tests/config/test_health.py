"""What a probe is told."""

import pytest
from django.db import DatabaseError
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client

from config import health


def test_the_process_says_that_it_is_alive_without_a_database(client: Client) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}


@pytest.mark.django_db
def test_the_paper_is_ready_with_one_look_at_the_migrations(client: Client, django_assert_max_num_queries) -> None:
    with django_assert_max_num_queries(2):
        answer = client.get("/readyz")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.django_db
def test_the_paper_is_not_ready_while_a_migration_is_missing(client: Client) -> None:
    MigrationRecorder.Migration.objects.filter(app="comments").latest("id").delete()
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()["reason"]) == (503, "migrations")


@pytest.mark.django_db
def test_the_paper_is_not_ready_without_its_database(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(self: MigrationRecorder) -> None:
        raise DatabaseError

    monkeypatch.setattr(MigrationRecorder, "applied_migrations", gone)
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()["reason"]) == (503, "database")


@pytest.mark.parametrize("path", sorted(health.ANSWERS))
@pytest.mark.django_db
def test_a_probe_needs_neither_our_name_nor_https(client: Client, settings, path: str) -> None:
    settings.SECURE_SSL_REDIRECT = True
    assert client.get(path, headers={"host": "10.1.2.3"}).status_code == 200


@pytest.mark.parametrize("path", sorted(health.ANSWERS))
def test_a_probe_only_asks(client: Client, path: str) -> None:
    assert client.post(path).status_code == 405
