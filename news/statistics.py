"""What the database's planner knows of the tables' sizes; without it a large archive is read by the wrong index."""

from django.db import connection

ROWS_LOOKED_AT = 1000  # an index, on SQLite: milliseconds instead of a walk through the whole archive


def refresh() -> None:
    """Gather the statistics anew. PostgreSQL does so by itself in time; SQLite never does."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"PRAGMA analysis_limit={ROWS_LOOKED_AT}")
        cursor.execute("ANALYZE")
