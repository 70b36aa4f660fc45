"""How the databases are spoken to."""

import pytest
from django.db import connection

pytestmark = pytest.mark.django_db


@pytest.mark.skipif(connection.vendor != "sqlite", reason="chỉ có ở SQLite")
@pytest.mark.parametrize(("pragma", "value"), [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1)])
def test_sqlite_keeps_what_it_acknowledged(pragma: str, value: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {pragma}")
        assert cursor.fetchone() == (value,)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="chỉ có ở SQLite")
def test_sqlite_writers_queue() -> None:
    assert connection.settings_dict["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout")
        assert cursor.fetchone()[0] >= 5000


@pytest.mark.skipif(connection.vendor != "postgresql", reason="chỉ có ở PostgreSQL")
def test_postgresql_connections_are_kept_and_checked() -> None:
    assert connection.settings_dict["CONN_HEALTH_CHECKS"] is True
    assert connection.settings_dict["CONN_MAX_AGE"] > 0


def test_text_is_kept_letter_by_letter() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT %s", ["Nghị định 30/2020/NĐ-CP: hòa, thủy, ễ 👩‍👩‍👧"])
        assert cursor.fetchone() == ("Nghị định 30/2020/NĐ-CP: hòa, thủy, ễ 👩‍👩‍👧",)
