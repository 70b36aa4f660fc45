"""Letters of other alphabets inside Vietnamese words: they look right, and nobody finds them by searching."""

import re
import unicodedata
from collections.abc import Iterator

from django.utils.translation import gettext as _

from news.checks.finding import Finding, at
from news.checks.text import Text
from news.vietnamese.letters import nfc
from news.vietnamese.syllables import is_syllable

_CYRILLIC = dict(zip("аеорсухіјѕһԁАВЕКМНОРСТУХІЈЅ", "aeopcyxijshdABEKMHOPCTYXIJS", strict=True))
_GREEK = dict(zip("οΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "oABEZHIKMNOPTYX", strict=True))  # science writes α, κ, ν beside Latin
_ETH = {"ð": "đ", "Ð": "Đ"}
_NO_ETH = str.maketrans(_ETH)
LATIN_FOR = str.maketrans(_CYRILLIC | _GREEK | _ETH)

_WORD = re.compile(r"[\w\u0300-\u036f]+")
_STRANGE = re.compile(r"[\u00d0\u00f0\u0370-\u052f\uff21-\uff3a\uff41-\uff5a]")
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]")
_WIDE = re.compile("[\uff01-\uff5e]+")


def look_alikes(text: Text) -> Iterator[Finding]:
    """Each word that mixes alphabets, wears eth for đ, or is set in full width; a whole foreign word is left alone."""
    for field, shown in text.worded():
        for found in _WORD.finditer(shown) if _STRANGE.search(shown) else ():
            latin = in_latin(found[0])
            if latin != found[0] and _belongs_to_latin(found[0], latin):
                sentence = _("“%(found)s” có chữ cái lạ trông giống chữ Việt; viết lại là “%(right)s”.")
                words = sentence % {"found": found[0], "right": latin}
                yield at("look_alikes", field, shown, found.span(), words, latin)


def in_latin(word: str) -> str:
    """The word with look-alikes replaced by what they look like."""
    narrow = _WIDE.sub(lambda wide: unicodedata.normalize("NFKC", wide[0]), word)
    return nfc(narrow.translate(LATIN_FOR))


def _belongs_to_latin(word: str, latin: str) -> bool:
    """Whether Latin letters stand beside the strange ones, all of which have a look-alike."""
    if not word.isascii() and not _STRANGE.search(word.translate(_NO_ETH)):
        return is_syllable(latin)  # an Icelandic name keeps its eth: Davíð
    letters = [letter for letter in latin if letter.isalpha()]
    return bool(_WIDE.search(word) or _LATIN.search(word)) and all(map(_LATIN.match, letters))
