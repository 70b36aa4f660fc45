"""A comment as numbers: its syllables and pairs of neighbours, once with their marks and once without."""

import re
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

from comments.moderation.words.letters import canonical
from news.vietnamese.letters import fold

SIZE = 1 << 18  # places that hashes share: few collide, and a model stays below a megabyte
LONGEST = 24  # letters of a syllable that count: what goes on for longer is noise, and one thing
_PIECE = re.compile(r"[^\W\d_]+|\d+|[!?]+")


def features(text: str) -> dict[int, str]:
    """Each number that stands for a part of the text, with that part as it was typed; {} where there is no syllable."""
    seen = canonical(text)
    found = [(_syllable(match[0]), *seen.span(*match.span())) for match in _PIECE.finditer(seen.letters)]
    parts: dict[int, str] = {}
    for letters, start, end in found:
        _add(parts, letters, text[start:end])
    for (first, start, _first_end), (second, _second_start, end) in pairwise(found):
        _add(parts, f"{first} {second}", text[start:end])
    return parts


def _add(parts: dict[int, str], letters: str, typed: str) -> None:
    for place in _places(letters):
        parts.setdefault(place, typed)


def _syllable(piece: str) -> str:
    """Letters as they are, numbers by their length, marks by their kind."""
    if piece[0].isdecimal():
        return f"#{min(len(piece), LONGEST)}"
    return piece[0] if piece[0] in "!?" else piece[:LONGEST]


@lru_cache(maxsize=1 << 15)
def _places(letters: str) -> tuple[int, int]:
    """Where the letters count as they were written, and where without their marks. The same in every process."""
    return crc32(letters.encode()) % SIZE, crc32(f"\0{fold(letters)}".encode()) % SIZE
