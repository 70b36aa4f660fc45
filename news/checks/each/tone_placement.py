"""Old and new places of the tone in one text: hòa beside hoà.

They differ only where a syllable ends in oa, oe or uy, without q before. Newspapers put the tone where it was of old.
"""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from news.checks.finding import Finding, at
from news.checks.text import Text

_OLD = "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy"
_NEW = "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ"
OLD_FOR = dict(zip(f"{_NEW} {_NEW.upper()}".split(), f"{_OLD} {_OLD.upper()}".split(), strict=True))
OLD_FOR |= {
    new[0].upper() + new[1]: old[0].upper() + old[1] for new, old in zip(_NEW.split(), _OLD.split(), strict=True)
}

_ENDINGS = "|".join(_OLD.split() + _NEW.split())
_SYLLABLE = re.compile(rf"(?<![^\W\d_])[^\W\d_]*?(?<![qQ])({_ENDINGS})(?![^\W\d_])", re.IGNORECASE)

Place = tuple[str, str, re.Match[str]]  # field, its text, the syllable


def tone_placement(text: Text) -> Iterator[Finding]:
    """Where both occur, each syllable of the rarer kind; as many of each: the new one, which is not the house's."""
    places = [(field, shown, found) for field, shown in text.worded() for found in _used(shown)]
    new = [place for place in places if place[2][1] in OLD_FOR]
    old = [place for place in places if place[2][1] not in OLD_FOR]
    if old and new:
        yield from map(_as_of_old, new) if len(new) <= len(old) else map(_unlike_the_rest, old)


def _used(text: str) -> Iterator[re.Match[str]]:
    """The syllables in question; a single word in quotation marks is talked about, not used."""
    for found in _SYLLABLE.finditer(text):
        if text[max(found.start() - 1, 0)] != "“" or text[found.end() : found.end() + 1] != "”":
            yield found


def _as_of_old(place: Place) -> Finding:
    field, shown, found = place
    right = found[0][: -len(found[1])] + OLD_FOR[found[1]]
    sentence = _("Bài đặt dấu thanh hai kiểu: “%(found)s” theo nếp nhà là “%(right)s”.")
    return at("tone_placement", field, shown, found.span(), sentence % {"found": found[0], "right": right}, right)


def _unlike_the_rest(place: Place) -> Finding:
    field, shown, found = place
    sentence = _("Bài đặt dấu thanh hai kiểu: “%(found)s” khác phần lớn bài. Nếp nhà là kiểu cũ (hòa, khỏe, thủy).")
    return at("tone_placement", field, shown, found.span(), sentence % {"found": found[0]})
