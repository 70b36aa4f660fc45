"""Pictures in no time: what the loader does with drawings doesn't depend on what they show."""

from collections.abc import Iterable

from tests.factories import picture_file


def plain_drawings(names: Iterable[str]) -> dict[str, bytes]:
    """A small real picture for each name, no two alike."""
    return {
        name: picture_file(160, 100, colour=f"#{number * 40009 % 0xFFFFFF:06x}")
        for number, name in enumerate(sorted(names), 1)
    }
