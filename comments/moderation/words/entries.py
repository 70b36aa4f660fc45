"""One watched word, and the patterns of how it can be written."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product

from comments.models import Action, Reason, Strictness
from comments.moderation.words.swapping import swapped
from news.vietnamese.letters import collapse, fold, nfc

Syllables = tuple[str, ...]

MARK = r"(?:[^\w\s]|_)"
GAP = rf"(?:{MARK}|\s){{0,3}}"  # between the letters of a syllable; whether what stands there is a disguise, reading tells
REPEATS = 6  # bounded, as gaps are: letters that share look-alikes must not try every way to part a long row
BETWEEN = rf"(?:{MARK}|\s){{0,4}}"
_ALIKE = {"a": "a4@", "e": "e3", "i": "ijyl1|", "o": "o0", "u": "uw", "c": "ckq", "s": "s5$", "l": "l1i|", "g": "g9"}
_ALIKE |= {"y": _ALIKE["i"], "k": _ALIKE["c"], "q": _ALIKE["c"]}
_BEGINNINGS = {  # how else a syllable's beginning is typed; each as the letters that are typed
    "ph": ("ph", "f"),
    "qu": ("qu", "w", "kw"),
    "gi": ("gi", "d", "z", "j", "zi"),
    "d": ("d", "z", "gi", "j"),
}
_SKELETON = str.maketrans("jyl1|zqcp034@5$9w", "iiiiidkkboeaassgu")


@dataclass(frozen=True)
class Spelling:
    """Syllables that stand for an entry: its own, or those of a nói lái."""

    syllables: Syllables
    is_swapped: bool = False

    @property
    def plain(self) -> str:
        """Folded, in one line."""
        return fold(" ".join(self.syllables))


@dataclass(frozen=True, eq=False)
class Entry:
    """A watched word as the matcher needs it."""

    text: str
    strictness: Strictness = Strictness.DODGE_PROOF
    action: Action = Action.REJECT
    reason: Reason = Reason.OFFENSIVE
    exceptions: tuple[str, ...] = ()
    swaps: bool = False
    section: int | None = None  # None: everywhere
    pk: int | None = None
    _patterns: dict[Spelling, "re.Pattern[str]"] = field(default_factory=dict, repr=False)

    @cached_property
    def spellings(self) -> list[Spelling]:
        """Its own, and where it is asked for those of its nói lái."""
        own = syllables_of(self.text)
        wanted = self.swaps and len(own) == 2 and self.strictness == Strictness.DODGE_PROOF
        others = sorted(swapped(*own)) if wanted else []
        return [Spelling(own), *(Spelling(pair, is_swapped=True) for pair in others)]

    def pattern(self, spelling: Spelling) -> "re.Pattern[str]":
        """Finds the spelling in folded canonical letters, a group for each syllable; made when it is first needed."""
        if spelling not in self._patterns:
            disguised = self.strictness == Strictness.DODGE_PROOF and not spelling.is_swapped
            self._patterns[spelling] = _disguised(spelling) if disguised else plain_pattern(spelling.syllables)
        return self._patterns[spelling]

    @cached_property
    def innocent(self) -> list[tuple[Syllables, "re.Pattern[str]"]]:
        """The phrases in which it is innocent."""
        phrases = [syllables_of(phrase) for phrase in self.exceptions]
        return [(phrase, plain_pattern(phrase)) for phrase in phrases if phrase]


def syllables_of(text: str) -> Syllables:
    """The text's syllables in small NFC letters; marks between them are gone."""
    return tuple(re.findall(r"[^\W_]+", collapse(nfc(text)).lower()))


def plain_pattern(syllables: Syllables) -> "re.Pattern[str]":
    """The syllables one after another with white space or one mark between them."""
    inside = rf"(?:\s+|{MARK})".join(f"({re.escape(fold(one))})" for one in syllables)
    return re.compile(rf"(?<![^\W_]){inside}(?![^\W_])")


def _disguised(spelling: Spelling) -> "re.Pattern[str]":
    inside = BETWEEN.join(f"({_syllable(one)})" for one in spelling.syllables)
    return re.compile(rf"(?<![^\W_]){inside}(?![^\W_])")


def _syllable(syllable: str) -> str:
    """Alternatives of the beginning, then letter by letter with gaps and repeats."""
    start, bare = _beginning(syllable), fold(syllable)
    rest = bare[len(start) :]
    begin = "|".join(GAP.join(_letter(one) for one in way) for way in _ways(start, rest))
    letters = [*([f"(?:{begin})"] if start else []), *map(_letter, rest[:-1])]
    last = _letter(rest[-1], "pb" if rest[-1] == "p" and len(bare) > 1 else "") if rest else ""
    return GAP.join([*letters, last] if last else letters)


def _letter(letter: str, alike: str = "") -> str:
    typed = f"[{alike or _ALIKE.get(letter, re.escape(letter))}]"
    return f"{typed}(?:{MARK}{{0,3}}{typed}){{0,{REPEATS}}}"


def _beginning(syllable: str) -> str:
    """What of its beginning has several ways of being typed; đ has none, though it folds to d."""
    return next((one for one in _BEGINNINGS if syllable.startswith(one)), "")


def _ways(start: str, rest: str) -> tuple[str, ...]:
    """How the beginning is typed; of gi alone the i is the vowel and stays behind z and d."""
    ways = _BEGINNINGS.get(start, ())
    return (
        tuple(f"{way}i" if way in ("z", "d") else way for way in ways) if start == "gi" and _is_closed(rest) else ways
    )


def _is_closed(rest: str) -> bool:
    return rest[:1] not in tuple("aeouy")


def skeletons(spelling: Spelling) -> set[str]:
    """What the trie knows a spelling by: every disguise of it has one of these skeletons."""
    each = []
    for syllable in spelling.syllables:
        start, bare = _beginning(syllable), fold(syllable)
        rest = bare[len(start) :]
        each.append({way + rest for way in _ways(start, rest)} or {bare})
    return {once_each(skeleton("".join(way))) for way in product(*each)}


def skeleton(plain: str) -> str:
    """Folded letters with everything that can stand for another as one of a class."""
    return plain.translate(_SKELETON)


def once_each(letters: str) -> str:
    """No letter twice in a row."""
    return re.sub(r"(.)\1+", r"\1", letters)
