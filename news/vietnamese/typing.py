"""Words as they were typed when the typing program was off: Telex ("hooij") and VNI ("ho65i") for "hội".

Only what can be nothing else is recognised: "boots" is English, though Telex would make "bốt" of it.
"""

import re
import unicodedata

from news.vietnamese.syllables import is_syllable

_TELEX_TONES = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
_TELEX_VOWELS = {"uow": "ươ", "uwow": "ươ", "aa": "â", "ee": "ê", "oo": "ô", "aw": "ă", "ow": "ơ", "uw": "ư"}
_TELEX_VOWEL = re.compile("uwow|uow|aa|ee|oo|aw|ow|uw")
_TELEX_ONLY = re.compile(
    "^dd|uow|uw|iee|yee|j"
)  # no language that newspapers quote has these in a word with another mark
_NO_TELEX = frozenset({"ddos"})

_VNI_TONES = {"1": "\u0301", "2": "\u0300", "3": "\u0309", "4": "\u0303", "5": "\u0323"}
_VNI_VOWELS = {"a6": "â", "e6": "ê", "o6": "ô", "u7": "ư", "o7": "ơ", "a8": "ă", "uo7": "ươ", "u7o7": "ươ"}
_VNI_VOWEL = re.compile("u7o7|uo7|[aeo]6|[uo]7|a8")
_VNI_SHAPE = re.compile(r"[a-z]{1,3}9?(?:[aeiouy][1-9]*[aeiouy1-9]*)(?:c|ch|m|n|ng|nh|p|t)?[1-5]?")

_PLAIN = re.compile(r"[A-Za-z][a-z0-9]{2,9}")
_VOWELS = "aăâeêioôơuưy"
_MARKED = re.compile("[ăâêôơư]")


def typed_out(word: str) -> str:
    """What the word was meant to be; "" unless it can only be a left-over of Telex or VNI."""
    if word.isalpha() and not _TELEX_ONLY.search(word.lower()):
        return ""  # nearly every word goes out here
    if not _PLAIN.fullmatch(word):
        return ""
    small = word.lower()
    meant = _from_telex(small) if small.isalpha() else _from_vni(small)
    return meant[:1].upper() + meant[1:] if word[0].isupper() else meant


def _from_telex(word: str) -> str:
    if word in _NO_TELEX:
        return ""
    letters = f"đ{word[2:]}" if word.startswith("dd") else word
    bare, tone = _without_tone(letters, _TELEX_TONES)
    vowels = _TELEX_VOWEL.sub(lambda found: _TELEX_VOWELS[found[0]], bare)
    return _if_certain(vowels, tone, marks=(letters != word) + (vowels != bare) + bool(tone))


def _from_vni(word: str) -> str:
    if not _VNI_SHAPE.fullmatch(word):
        return ""
    letters = word.replace("d9", "đ", 1)
    vowels = _VNI_VOWEL.sub(lambda found: _VNI_VOWELS[found[0]], _tone_last(letters))
    tone = _VNI_TONES.get(vowels[-1:], "")
    bare = vowels[:-1] if tone else vowels
    digits = sum(letter.isdigit() for letter in word)
    inside = word[-1].isalpha() and sum(map(str.isalpha, word)) > 2  # "tra1n", but not "h2o"
    return _if_certain(bare, tone, marks=digits + inside)


def _tone_last(word: str) -> str:
    """The word with its digit for the tone behind the letters: ho65i is ho6i5."""
    tones = [letter for letter in word if letter in _VNI_TONES]
    return "".join(letter for letter in word if letter not in _VNI_TONES) + "".join(tones)


def _without_tone(word: str, tones: dict[str, str]) -> tuple[str, str]:
    """The word without its key for the tone, which stands at the end or behind the vowels; and the tone."""
    if word[-1] in tones:
        return word[:-1], tones[word[-1]]
    inside = re.search(r"(?<=[aeiouyw])[sfrxj](?=[a-z])", word)
    return (word[: inside.start()] + word[inside.end() :], tones[inside[0]]) if inside else (word, "")


def _if_certain(bare: str, tone: str, marks: int) -> str:
    """The word with its tone if it took two marks or more to type and is a syllable; else nothing."""
    toned = with_tone(bare, tone) if tone else bare
    return toned if marks >= 2 and not toned.isascii() and is_syllable(toned) else ""


def with_tone(syllable: str, tone: str) -> str:
    """A syllable in small letters with the combining tone where newspapers put it (hòa, thủy, quý, giá, hoàn, đường)."""
    start = 2 if re.match("qu[a-zăâêôơ]|gi[aăâeêoôơuư]", syllable) else 0
    places = [place for place, letter in enumerate(syllable) if letter in _VOWELS and place >= start]
    if not places:
        return ""
    marked = [place for place in places if _MARKED.match(syllable[place])]
    closed = places[-1] + 1 < len(syllable)
    unmarked = places[-1] if closed else places[max(len(places) - 2, 0)]
    place = marked[-1] if marked else unmarked
    return unicodedata.normalize("NFC", syllable[: place + 1] + tone + syllable[place + 1 :])
