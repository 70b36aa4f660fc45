"""What makes two texts nearly the same: syllables three in a row, and few marks by which the like of a text is found.

Marks are MinHash bands (Broder 1997): two texts that share 75 % of their shingles share a band with 96 %. They only find
who to compare with; whether it is nearly the same is counted on the words themselves.
"""

import re
from collections.abc import Iterable
from datetime import datetime
from functools import cache
from hashlib import blake2b
from itertools import islice

from django.utils.crypto import salted_hmac

from comments.models import Comment, Said
from news.vietnamese.letters import fold

IN_A_ROW = 3  # syllables of a shingle: two are half of all phrases, four miss what had one word changed
MOST_SYLLABLES = 1_000  # of a text; more than the longest comment has
BANDS, ROWS = 4, 2
_SYLLABLE = re.compile(r"[^\W_]+")
_TURNS = [int.from_bytes(blake2b(bytes([turn]), digest_size=8).digest(), "big") for turn in range(BANDS * ROWS)]

Shingles = frozenset[str]


def syllables(text: str) -> list[str]:
    """The text's syllables without diacritics, capitals and marks between them."""
    return syllables_in(fold(text))


def syllables_in(folded: str) -> list[str]:
    """The same of a text that is folded already."""
    return [found[0] for found in islice(_SYLLABLE.finditer(folded), MOST_SYLLABLES)]


def shingles(said: list[str]) -> Shingles:
    """Each three in a row, once; of a shorter text all of it."""
    rows = range(max(1, len(said) - IN_A_ROW + 1))
    return frozenset(" ".join(said[at : at + IN_A_ROW]) for at in rows) if said else frozenset()


def likeness(one: Shingles, other: Shingles) -> float:
    """The share of shingles that both have (Jaccard): 0.0 to 1.0."""
    return len(one & other) / len(one | other) if one or other else 0.0


def marks(text: str, article_id: int, address_hash: str) -> list[int]:
    """The marks of a text, in ascending order: its bands, and one that only the same sender's same words have there."""
    said = syllables(text)
    if not said:
        return []
    own = _hash(f"{article_id}\0{address_hash}\0{' '.join(said)}")
    hashes = [_hash(one) for one in shingles(said)]
    least = [min(map(turn.__xor__, hashes)) for turn in _TURNS]
    bands = [_hash(f"{at}\0{least[at : at + ROWS]}") for at in range(0, len(least), ROWS)]
    return sorted({_signed(one) for one in (own, *bands)})


def remember(comment: Comment, found: Iterable[int], at: datetime) -> None:
    """Let the comment be found by these marks: one query. They are locked in their order, so that nobody waits in a ring."""
    rows = [Said(mark=mark, comment=comment, at=at) for mark in sorted(found)]
    if rows:
        Said.objects.bulk_create(rows, update_conflicts=True, unique_fields=["mark"], update_fields=["comment", "at"])


def _hash(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8, key=_key()).digest(), "big")


def _signed(number: int) -> int:
    """As the database's largest integer holds it."""
    return number - (1 << 64) if number >= 1 << 63 else number


@cache
def _key() -> bytes:
    return salted_hmac("comments.echoes", "", algorithm="sha256").digest()
