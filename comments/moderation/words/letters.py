"""A text as one canonical letter a place, whatever alphabet, width or normal form it was typed in."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from news.vietnamese.letters import BLANK_LETTERS, fold, nfc

# What other alphabets have that looks like a Latin letter: Cyrillic, Greek, Armenian and IPA, small letters.
_FOREIGN = dict(
    zip(
        "авеёкмнорстухіїјѕԁԛԝґгпиզ" + "αβγδεζηικνορτυχωϲϳς" + "օսոհ" + "ɑɡıȷɩʟᴀᴄᴅᴇɪᴊᴋᴍɴᴏᴘᴛᴜᴠᴡʏɓɗƙɨʋⅼ",
        "abeekmhopctyxiijsdqwrrnuq" + "abydeznikvoptuxwcjc" + "ounh" + "agijilacdeijkmnoptuvwybdkiul",
        strict=True,
    )
)
_SIGNS = {"🅰": "a", "🅱": "b", "🅾": "o", "🅿": "p", "€": "e", "£": "l", "¢": "c", "ø": "o", "ł": "l", "∂": "d"}
_UNSEEN = frozenset({"Cf", "Cc", "Cs", "Me"})
_NEEDS_CARE = re.compile(  # combining marks, what is invisible, eth
    "[\u0300-\u036f\u00ad\u115f\u1160\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0ðÐ\U000e0000-\U000e01ef]"
)
LONGEST_ROW = 4  # of one letter: as good as any longer one
_ROW = re.compile(r"(.)\1*", re.DOTALL)
_LONG_ROW = re.compile(rf"(.)\1{{{LONGEST_ROW},}}", re.DOTALL)


@dataclass(frozen=True)
class Canonical:
    """`letters` has one small letter of ours for each that a person sees; `starts` and `ends` say where it was typed."""

    original: str
    letters: str
    starts: "range | list[int]"
    ends: "range | list[int]"

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the original of `letters[start:end]`, which is not empty."""
        return self.starts[start], self.ends[end - 1]

    def is_foreign(self, place: int) -> bool:
        """Whether a letter was typed in another alphabet or width: its capital or another normal form is none."""
        typed = self.original[self.starts[place]]
        return not typed.isascii() and fold(typed) != fold(self.letters[place]) and typed not in "đĐðÐ"

    def hides(self, start: int, end: int) -> bool:
        """Whether something invisible was typed between two letters."""
        first, last = self.span(start, end)
        inside = self.original[first:last]
        return any(is_unseen(letter) for letter in inside) if not inside.isascii() else False


def canonical(text: str) -> Canonical:
    """The text with its canonical letters; every length, form and alphabet is welcome."""
    if text.isascii() or not (_NEEDS_CARE.search(text) or not unicodedata.is_normalized("NFC", text)):
        places = range(len(text) + 1)
        return Canonical(text, text.translate(_LETTERS), places, places[1:])
    clusters = _clusters(text)
    joined = "".join(nfc("".join(text[place] for place in cluster))[0] for cluster in clusters)
    return Canonical(
        text,
        joined.translate(_LETTERS),
        [cluster[0] for cluster in clusters],
        [cluster[-1] + 1 for cluster in clusters],
    )


def shortened(seen: Canonical) -> Canonical:
    """Rows of one letter cut to LONGEST_ROW; the last of a row stands for what was cut off."""
    if not _LONG_ROW.search(seen.letters):
        return seen
    kept, places = [], [(start, end) for start, end in zip(seen.starts, seen.ends, strict=False)]
    for row in _ROW.finditer(seen.letters):
        kept += places[row.start() : row.end()][: LONGEST_ROW - 1]
        if len(row[0]) >= LONGEST_ROW:
            kept.append((places[row.start() + LONGEST_ROW - 1][0], places[row.end() - 1][1]))
    letters = _LONG_ROW.sub(lambda row: row[1] * LONGEST_ROW, seen.letters)
    return Canonical(seen.original, letters, [start for start, _end in kept], [end for _start, end in kept])


def _clusters(text: str) -> list[list[int]]:
    """The places of each letter with the marks upon it. What is invisible belongs to none."""
    clusters: list[list[int]] = []
    for place, letter in enumerate(text):
        if is_unseen(letter):
            continue
        if unicodedata.combining(letter) and clusters:
            clusters[-1].append(place)
        else:
            clusters.append([place])
    return clusters


@cache
def is_unseen(letter: str) -> bool:
    """Whether a reader sees nothing where it stands; white space is seen."""
    unseen = unicodedata.category(letter) in _UNSEEN or letter in BLANK_LETTERS or "\ufe00" <= letter <= "\ufe0f"
    return (unseen or letter == "\u034f") and not letter.isspace()


class _Letters(dict[int, str]):
    """For str.translate: each code point as one small letter of ours, worked out when it first occurs."""

    def __missing__(self, code: int) -> str:
        self[code] = letter = _ours(chr(code))
        return letter


def _ours(letter: str) -> str:
    plain = unicodedata.normalize("NFKC", letter)
    small = (plain if len(plain) == 1 else letter).lower()[:1]
    if small in _FOREIGN or small in _SIGNS:
        return _FOREIGN.get(small) or _SIGNS[small]
    bare = unicodedata.normalize("NFD", small)[0]
    return _FOREIGN.get(bare, bare) if bare in _FOREIGN else small


_LETTERS = _Letters()
