"""Is a text Vietnamese? Told by the shape of its syllables, with or without diacritics, not by a list of words."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from news.vietnamese.letters import fold, nfc
from news.vietnamese.syllables import bare_syllables, is_syllable

_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"|«[^«»]*»|„[^„“”]*[“”]")
_ADDRESS = re.compile(r"://|www\.|[@#]")  # of a page, of mail, a tag: in no language
_WORD = re.compile(r"[^\W\d_]+")
_BEGINS = re.compile(r"^$|[.!?:]\s*$")
_OTHER_SCRIPT = re.compile(  # those without capitals and those whose letters a Latin reader can't tell apart
    "[\u0370-\u03ff\u0400-\u052f\u0530-\u1cff\u2c00-\u2dff\u3040-\u9fff\ua000-\uabff\uac00-\ud7ff\uf900-\ufaff]"
)
SHORTEST = 3  # letters of a word that tells something: "me", "to", "an" and teencode are shorter
MOST_FOREIGN = 0.55  # share of such words; of English some three quarters, of Vietnamese with names and slang a third
LEAST_MARKED = 0.15  # of all words with a mark that only we write: below that nobody writes Vietnamese with diacritics
SAMPLE, LONGEST = 600, 6_000  # words, code points: more of the same would not change the judgement


def is_foreign(text: str, fewest: int) -> bool:
    """Whether the text is clearly in another language. Texts of fewer than `fewest` telling words, quotations left out,
    are nobody's: False.
    """
    unquoted = _QUOTED.sub(" ", nfc(text[:LONGEST]))
    said = " ".join(word for word in unquoted.split() if not _ADDRESS.search(word))
    if (others := len(_OTHER_SCRIPT.findall(said))) > sum(map(str.isalpha, said)) / 2:
        return others >= fewest * SHORTEST or len(_WORD.findall(said)) >= fewest
    words = [found[0].lower() for found in islice(_WORD.finditer(said), SAMPLE)]
    telling = [found.lower() for found in _telling(said)]
    if len(telling) < fewest:
        return False
    marked = sum(not word.isascii() and is_syllable(word) for word in words)
    foreign = sum(not _may_be_ours(word) for word in telling)
    return foreign > MOST_FOREIGN * len(telling) and marked < LEAST_MARKED * len(words)


def _telling(said: str) -> Iterator[str]:
    """Words that are long enough and no names: these have a capital inside a sentence, where not everything has."""
    shouted = sum(map(str.isupper, said)) > sum(map(str.islower, said))
    for found in islice(_WORD.finditer(said), SAMPLE):
        begins = _BEGINS.search(said[max(0, found.start() - 3) : found.start()])
        if len(found[0]) >= SHORTEST and (shouted or begins or not found[0][0].isupper()):
            yield found[0]


@lru_cache(maxsize=20_000)
def _may_be_ours(word: str) -> bool:
    """A syllable, whatever marks it has or lacks; stretched letters and laughter are everybody's."""
    plain = fold(word)
    once = re.sub(r"(.)\1+", r"\1", plain)
    return plain in bare_syllables() or once in bare_syllables() or len(set(once)) <= 2
