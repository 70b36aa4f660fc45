"""Names of leaders and bodies that are spelt otherwise than the house spells them (HouseName)."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from django.utils.translation import gettext as _

from news.checks.finding import Finding, at
from news.checks.text import Text
from news.models import HouseName
from news.vietnamese.letters import fold

LONG = 5  # syllables; so many in a row are no accident, whatever their capitals and diacritics
LONGEST_COMPOUND = 8  # characters, with its space
COMPOUNDS = frozenset({"cán", "toàn", "nội", "đồng", "liên", "tiến", "đảng", "sách"})  # cán bộ y tế is no Bộ Y tế


def house_names(text: Text) -> Iterator[Finding]:
    """Each place where a name of the list is spelt otherwise. One query."""
    names = list(HouseName.objects.all())
    if not names:
        return
    right_for = {same_length_fold(name.name): name.name for name in names}
    wrong_for = {wrong.lower(): name.name for name in names for wrong in name.wrong_spellings}
    for field, shown in text.worded():
        for pattern, known, read in (
            (_any_of(right_for), right_for, same_length_fold(shown)),
            (_any_of(wrong_for), wrong_for, shown.lower() if len(shown.lower()) == len(shown) else shown),
        ):
            for found in pattern.finditer(read):
                written = shown[found.start() : found.end()]
                right = _as_written(written, known[found[0]])
                before = (
                    shown[max(found.start() - LONGEST_COMPOUND, 0) : found.start()].rstrip().rpartition(" ")[2].lower()
                )
                if written != right and (known is wrong_for or _is_that_name(written, right, before)):
                    sentence = _("Nếp nhà viết “%(right)s”, không viết “%(written)s”.")
                    words = sentence % {"right": right, "written": written}
                    yield at("house_names", field, shown, found.span(), words, right)


def _any_of(spellings: dict[str, str]) -> re.Pattern[str]:
    """Any of them as whole words, the longest first, so that a name inside a longer one is not looked at alone."""
    longest_first = sorted(spellings, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:%s)(?!\w)" % ("|".join(map(re.escape, longest_first)) or r"(?!)"))


def _as_written(written: str, right: str) -> str:
    """The right spelling in the capitals of the place: a headline's all, or none where it is a common noun."""
    if written.isupper():
        return right.upper()
    return right.lower() if written.islower() and _capitals(right) == 1 else right


def _is_that_name(written: str, right: str, before: str) -> bool:
    """Whether the words mean the name at all: "cán bộ y tế", "bỏ xây dựng" and "chinh phụ" do not."""
    syllables, capitals = right.count(" ") + 1, _capitals(written)
    if written[0].islower() and before in COMPOUNDS:
        return False
    if _tones_apart(written.lower()) == _tones_apart(right.lower()):
        return capitals > 0 or syllables >= LONG or written.lower() != right.lower()
    looks_like_a_name = capitals >= min(2, _capitals(right)) and (syllables > 2 or capitals > 1)
    return looks_like_a_name or syllables >= LONG


def _capitals(name: str) -> int:
    return sum(syllable[:1].isupper() for syllable in name.split(" "))


def _tones_apart(text: str) -> str:
    """Each syllable with its tone behind its letters: hòa and hoà are the same word."""
    return " ".join(map(_tone_at_the_end, text.split(" ")))


@cache
def _tone_at_the_end(syllable: str) -> str:
    decomposed = unicodedata.normalize("NFD", syllable)
    tones = "".join(letter for letter in decomposed if letter in "\u0300\u0301\u0303\u0309\u0323")
    return "".join(letter for letter in decomposed if letter not in tones) + tones


def same_length_fold(text: str) -> str:
    """The text folded letter by letter, so that every place in it is the same place in the text."""
    return "".join(map(_folded, text))


@cache
def _folded(letter: str) -> str:
    folded = fold(letter)
    return folded if len(folded) == 1 else letter
