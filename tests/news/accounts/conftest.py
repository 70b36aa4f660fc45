"""Waits are counted in seconds, so that no clock runs by itself here."""

from collections.abc import Iterator

import pytest
import time_machine
from django.utils import timezone


@pytest.fixture(autouse=True)
def clock() -> Iterator[object]:
    """Stands still; `clock.shift(seconds)` moves it."""
    with time_machine.travel(timezone.now(), tick=False) as standing:
        yield standing
