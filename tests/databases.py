"""What says the same on either database is run on SQLite: the suite has to stay short enough to be run before each change."""

import pytest
from django.db import connection

once = pytest.mark.once
ASK_A_DATABASE = {"db", "live_server"}  # fixtures; others build on these


def divided(items: list[pytest.Item]) -> tuple[list[pytest.Item], list[pytest.Item]]:
    """The tests to run on this database, and those that another one answers for."""
    if connection.vendor == "sqlite":
        return items, []
    return [item for item in items if not _says_the_same(item)], [item for item in items if _says_the_same(item)]


def _says_the_same(item: pytest.Item) -> bool:
    asks = item.get_closest_marker("django_db") or ASK_A_DATABASE & set(getattr(item, "fixturenames", []))
    return not asks or item.get_closest_marker("once") is not None
