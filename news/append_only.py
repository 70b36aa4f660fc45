"""Tables that the database itself lets nobody change: triggers refuse UPDATE and DELETE, whoever asks.

Made by a migration. SQLite forgets a table's triggers when a later migration makes the table anew: such a migration
ends with `protect` again.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

REFUSED = "append-only"  # what the database's error says
ACTS = ("UPDATE", "DELETE")

_SQLITE = (
    "CREATE TRIGGER IF NOT EXISTS {table}_no_{act} BEFORE {act} ON {table} BEGIN SELECT RAISE(ABORT, '{refused}'); END"
)
_FUNCTION = (
    "CREATE OR REPLACE FUNCTION {table}_refuse() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION '{refused}' USING ERRCODE = 'integrity_constraint_violation'; END $$"
)
_POSTGRESQL = (
    "CREATE OR REPLACE TRIGGER {table}_no_{act} BEFORE {act} ON {table} FOR EACH ROW EXECUTE FUNCTION {table}_refuse()"
)


def protect(connection: Any, table: str) -> None:
    """Refuse changes to the table's rows from now on; nothing happens where they are refused already."""
    postgresql = connection.vendor == "postgresql"
    statements = [_FUNCTION, *[_POSTGRESQL] * 2] if postgresql else [_SQLITE] * 2
    _run(connection, table, statements, ["", *ACTS] if postgresql else ACTS)


def release(connection: Any, table: str) -> None:
    """Let the table's rows be changed: before it goes, or inside `released`."""
    postgresql = connection.vendor == "postgresql"
    drop = "DROP TRIGGER IF EXISTS {table}_no_{act}" + (" ON {table}" if postgresql else "")
    _run(connection, table, [drop] * 2, ACTS)
    if postgresql:
        _run(connection, table, ["DROP FUNCTION IF EXISTS {table}_refuse()"], [""])


@contextmanager
def released(connection: Any, table: str) -> Iterator[None]:
    """A block in which rows may go, for an operator's act; inside a transaction nobody else sees the door open."""
    release(connection, table)
    try:
        yield
    finally:
        protect(connection, table)


def _run(connection: Any, table: str, statements: Any, acts: Any) -> None:
    with connection.cursor() as cursor:
        for statement, act in zip(statements, acts, strict=True):
            cursor.execute(statement.format(table=table, act=act, refused=REFUSED))
