"""One place in a text where an entry may stand: is it meant there, and what had to be undone to see it?"""

import re
from dataclasses import dataclass
from itertools import pairwise

from comments.models import Strictness
from comments.moderation.words.entries import Entry, Spelling
from comments.moderation.words.letters import Canonical
from comments.moderation.words.marks import Marks, compare, once, parts, resolve, stands_alone
from news.vietnamese.letters import fold
from news.vietnamese.syllables import is_syllable

_CLAUSE_ENDS = re.compile(r"[.,;:!?…“”\"()]\s|\s[-–—]\s|\s[(“\"]")
_SIGNS = frozenset("@$|")
FEWEST_LETTERS, SHORTEST = 2, 3  # what a word with digits in it must have: D1, C4 and A3 are names of things

BARE, WRONG, MISSPELT_FORM = "bare", "wrong", "form"
ALIKE, TEEN, FOREIGN, SPLIT, REPEATED, UNSEEN, MASKED, JOINED, SWAPPED = (
    "alike", "teen", "foreign", "split", "repeated", "unseen", "masked", "joined", "swapped",
)  # fmt: skip
SHORT = "short"  # too few letters beside a figure
TYPED = "typed"  # what Telex or VNI left over: "cawcj"
EVIDENCE = frozenset({ALIKE, FOREIGN, SPLIT, UNSEEN, MASKED})  # nobody does these by mistake


@dataclass(frozen=True)
class Place:
    """Canonical letters, the same folded, and where in them the syllables of a spelling were found."""

    canonical: Canonical
    letters: str
    found: "re.Match[str]"
    masked: frozenset[int] = frozenset()
    retyped: frozenset[int] = frozenset()

    def written(self, number: int) -> str:
        """The letters of a syllable as they stand there, without what separates them."""
        start, end = self.found.span(number)
        return "".join(letter for letter in self.letters[start:end] if letter.isalnum() or letter in _SIGNS)


def undone(entry: Entry, spelling: Spelling, place: Place) -> frozenset[str] | None:
    """What was undone to find the entry there (nothing: it stands there in plain letters); None if it isn't meant."""
    if _is_plain(spelling, place):
        return frozenset({SWAPPED}) if spelling.is_swapped else frozenset()
    if _gaps_end_a_clause(place, len(spelling.syllables)):
        return None
    tricks = _tricks(spelling, place)
    marks = [_marks(place, number, meant, tricks) for number, meant in enumerate(spelling.syllables, 1)]
    if Marks.OTHER in marks or not _strict_enough(entry, spelling, marks, tricks):
        return None
    if Marks.WRONG not in marks and Marks.BARE in marks and _is_innocently_bare(spelling, place, tricks):
        return None
    if TEEN in tricks and (MASKED in tricks or _is_initials(spelling)):
        return None
    if SHORT in tricks and len(spelling.syllables) == 1:
        return None
    if SPLIT in tricks and Marks.BARE in marks and _is_initials(spelling):  # D.M. is somebody's name
        return None
    if MASKED in tricks and len(spelling.syllables) == 1 and _visible(place) < FEWEST_LETTERS:
        return None
    if not _split_on_purpose(spelling, place, marks, tricks):
        return None
    said = {Marks.BARE: BARE, Marks.WRONG: WRONG}
    return frozenset(
        tricks | {said[each] for each in marks if each in said} | ({SWAPPED} if spelling.is_swapped else set())
    )


def _marks(place: Place, number: int, meant: str, tricks: set[str]) -> Marks:
    """How a syllable is marked; where letters are torn apart, one that only lacks its tone counts as bare: đ u m á."""
    written = _unmasked(place, number, meant)
    found = compare(written, meant)
    lacks_tone = parts(resolve(once(written), once(meant))) == (parts(once(meant))[0], "")
    is_phrase = place.found.re.groups > 1
    return Marks.BARE if found == Marks.OTHER and SPLIT in tricks and is_phrase and lacks_tone else found


def _unmasked(place: Place, number: int, meant: str) -> str:
    """The written syllable; a masked letter bears the marks of the one that is meant."""
    start, end = place.found.span(number)
    if not place.masked & set(range(start, end)):
        return place.written(number)
    marked = {fold(letter): letter for letter in meant}
    letters = [(at, place.letters[at]) for at in range(start, end) if place.letters[at].isalnum()]
    return "".join(marked.get(letter, letter) if at in place.masked else letter for at, letter in letters)


def _visible(place: Place) -> int:
    """How many letters of the match are not masked."""
    start, end = place.found.span()
    return sum(place.letters[at].isalpha() and at not in place.masked for at in range(start, end))


def _is_plain(spelling: Spelling, place: Place) -> bool:
    """Whether it stands there as anybody would write it: most do."""
    start, end = place.found.span()
    if place.letters[start:end] != " ".join(spelling.syllables) or place.masked or place.retyped:
        return False
    first, last = place.canonical.span(start, end)
    return place.canonical.original[first:last].lower() == place.letters[start:end]


def _strict_enough(entry: Entry, spelling: Spelling, marks: list[Marks], tricks: set[str]) -> bool:
    if entry.strictness == Strictness.EXACT or spelling.is_swapped:
        return all(each == Marks.SAME for each in marks)
    return True


def _is_innocently_bare(spelling: Spelling, place: Place, tricks: set[str]) -> bool:
    """One syllable without marks may be another word, unless somebody took pains to hide it."""
    if len(spelling.syllables) > 1 or tricks & EVIDENCE:
        return False
    meant = spelling.syllables[0]
    if "j" in place.written(1) and not is_syllable(fold(resolve(once(place.written(1)), once(meant)))):
        return False
    return not stands_alone(meant)


def _tricks(spelling: Spelling, place: Place) -> set[str]:
    """What was done to letters and gaps."""
    tricks: set[str] = set()
    for number, meant in enumerate(spelling.syllables, 1):
        start, end = place.found.span(number)
        tricks |= _done_to_letters(place, number, meant)
        raw = place.letters[start:end]
        if len(raw) > len(place.written(number)):
            tricks.add(SPLIT)
        if place.canonical.hides(start, end):
            tricks.add(UNSEEN)
        if any(
            place.canonical.is_foreign(at)
            for at in range(start, end)
            if place.letters[at].isalpha() and at not in place.masked
        ):
            tricks.add(FOREIGN)
        if place.masked & set(range(start, end)):
            tricks.add(MASKED)
    if place.retyped & set(range(*place.found.span())):
        tricks.add(TYPED)
    gaps = [place.letters[end:start] for end, start in _gaps(place, len(spelling.syllables))]
    return tricks | ({JOINED} if any(gap == "" for gap in gaps) else set()) | _odd_gaps(gaps)


def _odd_gaps(gaps: list[str]) -> set[str]:
    return {SPLIT} if any(gap.strip() not in {"", "-"} for gap in gaps) else set()


def _done_to_letters(place: Place, number: int, meant: str) -> set[str]:
    written = place.written(number)
    plain, bare = once(fold(written)), once(fold(meant))
    done: set[str] = {REPEATED} if len(fold(written)) > len(plain) and len(fold(meant)) == len(bare) else set()
    strange = any(letter.isdigit() or letter in _SIGNS for letter in written)
    if strange and not any(letter.isdigit() for letter in meant):
        letters = sum(letter.isalpha() for letter in written)
        done |= {ALIKE} if letters >= FEWEST_LETTERS and len(written) >= SHORTEST else {TEEN, SHORT}
    elif plain != bare:
        done.add(TEEN)
    return done


def _gaps(place: Place, syllables: int) -> list[tuple[int, int]]:
    """Where each syllable ends and the next begins."""
    return [(place.found.end(one), place.found.start(other)) for one, other in pairwise(range(1, syllables + 1))]


def _gaps_end_a_clause(place: Place, syllables: int) -> bool:
    """Whether a sentence ends between two syllables; where the letters themselves are split, marks mean nothing."""
    if any(re.search(r"[^\w]", place.letters[slice(*place.found.span(one))]) for one in range(1, syllables + 1)):
        return False
    return any(_CLAUSE_ENDS.search(place.letters[end:start]) for end, start in _gaps(place, syllables))


def _split_on_purpose(spelling: Spelling, place: Place, marks: list[Marks], tricks: set[str]) -> bool:
    """Syllables torn apart by spaces: letter by letter and no part of a longer row, or with every mark in its place."""
    if SPLIT in tricks and _ends_inside(place) and any(each != Marks.SAME for each in marks):
        return False
    pieces = [place.letters[slice(*place.found.span(one))] for one in range(1, len(spelling.syllables) + 1)]
    torn = [piece for piece in pieces if re.search(r"\s", piece)]
    if not torn or (all(each == Marks.SAME for each in marks) and not "".join(spelling.syllables).isascii()):
        return True
    one_by_one = all(len(piece) == 1 for part in torn for piece in re.findall(r"[^\W_]+", part))
    return one_by_one and not _goes_on(place)


def _is_initials(spelling: Spelling) -> bool:
    """Letters that stand for words, as in vcl: VCI is a company, and nobody disguises what is a disguise."""
    return not re.search("[aeiouy]", spelling.plain)


def _ends_inside(place: Place) -> bool:
    """Whether marks join it to more letters: in đ-ị-t no đ-ị is meant."""
    start, end = place.found.span()
    return bool(re.search(r"[^\W_][^\w\s]$", place.letters[:start]) or re.match(r"[^\w\s][^\W_]", place.letters[end:]))


def _goes_on(place: Place) -> bool:
    """Whether single letters stand before or behind, so that the row spells something longer."""
    start, end = place.found.span()
    before, behind = place.letters[:start], place.letters[end:]
    return bool(
        re.search(r"(?:^|[\W_])[^\W\d_][\W_]{1,2}$", before) or re.match(r"[\W_]{1,2}[^\W\d_](?:[\W_]|$)", behind)
    )
