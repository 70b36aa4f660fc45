"""Two processes may want to write the same row at the same moment; the database lets one, and the other finds it there."""

from collections.abc import Callable
from typing import TypeVar

from django.db import IntegrityError

Result = TypeVar("Result")


def again_if_raced(act: Callable[[], Result]) -> Result:
    """What `act` returns, which is one transaction and looks before it writes; once more where a constraint stopped it."""
    try:
        return act()
    except IntegrityError:
        return act()
