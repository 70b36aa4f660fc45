"""What a process holds of a small table: built once for each version, and the version comes along with a query that is
asked anyway, so that it costs none of its own.
"""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from django.db.models import QuerySet

from comments.models import Kept, KeptVersion
from comments.models.words import new_version

Held = TypeVar("Held")
Versions = Callable[[], "QuerySet[Any, Any]"]


class InMemory(Generic[Held]):
    """One table. `versions` asks for the version that holds (no row: there never was one), `build` makes what is held of it
    (None: of nothing); that is replaced as one, so that threads see version and rows together."""

    def __init__(self, versions: Versions, build: Callable[[str | None], Held]) -> None:
        self.version, self._build = versions, build
        self._built: tuple[str | None, Held] | None = None

    def of(self, wanted: str | None) -> Held:
        """What is held of that version; what building costs where this process hasn't built it."""
        built = self._built
        if built is None or built[0] != wanted:
            built = self._built = wanted, self._build(wanted)
        return built[1]

    def newest(self) -> Held:
        """What holds now; one query more than `of`."""
        return self.of(next(iter(self.version()), None))


def kept(table: Kept, build: Callable[[str | None], Held]) -> InMemory[Held]:
    """A table whose version is kept apart; every change says so by `renew`."""
    return InMemory(lambda: KeptVersion.objects.filter(table=table).values_list("version", flat=True)[:1], build)


def renew(table: Kept) -> None:
    """Another version, in the caller's transaction: whoever sees the change sees that there is one."""
    KeptVersion.objects.update_or_create(pk=table, defaults={"version": new_version()})
