"""Nói lái: two syllables exchange what they end in, their tones, or their places, and everybody still hears the first pair."""

import re

from comments.moderation.words.marks import parts
from news.vietnamese.syllables import is_syllable
from news.vietnamese.typing import with_tone

_ONSET = re.compile("(ngh|ng|nh|gh|gi(?=[aăâeêoôơuư])|kh|ph|qu|th|tr|ch|[bcdđghklmnpqrstvx])?(.+)")


def swapped(first: str, second: str) -> set[tuple[str, str]]:
    """What two syllables (NFC, small letters) become; only what can be spelled, and never the pair itself."""
    (front, rime, tone), (other_front, other_rime, other_tone) = _taken_apart(first), _taken_apart(second)
    made = {
        (_said(front, other_rime, other_tone), _said(other_front, rime, tone)),
        (_said(front, other_rime, tone), _said(other_front, rime, other_tone)),
        (_said(front, rime, other_tone), _said(other_front, other_rime, tone)),
        (_said(other_front, rime, tone), _said(front, other_rime, other_tone)),
    }
    return {pair for pair in made if all(map(is_syllable, pair)) and set(pair) != {first, second}}


def _taken_apart(syllable: str) -> tuple[str, str, str]:
    bare, tone = parts(syllable)
    found = _ONSET.fullmatch(bare)
    return (found[1] or "", found[2], tone) if found else ("", bare, tone)


def _said(onset: str, rime: str, tone: str) -> str:
    """The syllable in our spelling: k, gh and ngh stand before i, e and ê alone."""
    front = rime[0] in "ieêy"
    spelled = {"c": "k", "g": "gh", "ng": "ngh"} if front else {"k": "c", "gh": "g", "ngh": "ng"}
    syllable = spelled.get(onset, onset) + rime
    return with_tone(syllable, tone) if tone else syllable
