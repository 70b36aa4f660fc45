"""What a process holds of a small table: built once for each version, and the version comes along with a query that is
asked anyway, so that it costs none of its own.
"""

from collections.abc import Callable
from typing import Generic, TypeVar

from django.db.models import Subquery

from comments.models import Kept, KeptVersion
from comments.models.words import new_version

Held = TypeVar("Held")


class InMemory(Generic[Held]):
    """One table. `build` reads it whole; what it made is replaced as one, so that threads see version and rows together."""

    def __init__(self, table: Kept, build: Callable[[], Held], nothing: Held) -> None:
        self.table, self.build, self.nothing = table, build, nothing
        self._built: tuple[str | None, Held] = (None, nothing)

    def version(self) -> Subquery:
        """The version that holds, for a place in another query."""
        return Subquery(KeptVersion.objects.filter(table=self.table).values("version")[:1])

    def of(self, wanted: str | None) -> Held:
        """The rows of that version (None: there never was one); one query where this process hasn't built it."""
        if wanted is None:
            return self.nothing
        if self._built[0] != wanted:
            self._built = wanted, self.build()
        return self._built[1]

    def newest(self) -> Held:
        """The rows that hold now; one query more than `of`."""
        return self.of(KeptVersion.objects.filter(table=self.table).values_list("version", flat=True).first())

    def renew(self) -> None:
        """Another version, in the caller's transaction: whoever sees the change sees that there is one."""
        KeptVersion.objects.update_or_create(pk=self.table, defaults={"version": new_version()})
