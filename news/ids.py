"""Numbers that can be the id of a row: what strangers send may be larger than a database takes, or than Python reads."""

from collections.abc import Iterable

LARGEST_ID = 2**63 - 1


def id_in(raw: str) -> int | None:
    """The id that the text names; None for anything else than so many digits as an id has at most."""
    if not (raw.isascii() and raw.isdecimal() and len(raw) <= len(str(LARGEST_ID))):
        return None
    return int(raw) if int(raw) <= LARGEST_ID else None


def ids_in(raws: Iterable[str]) -> list[int]:
    """The ids that the texts name, each once, in their order; what names none is left out."""
    return list(dict.fromkeys(pk for raw in raws if (pk := id_in(raw.strip()))))
