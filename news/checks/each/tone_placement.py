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

_EITHER = sorted({*OLD_FOR, *OLD_FOR.values()})
_ENDING = re.compile(rf"(?<![qQ])(?:{'|'.join(_EITHER)})(?![^\W\d_])")

Place = tuple[str, str, int, int]  # field, its text, where the syllable begins and ends


def tone_placement(text: Text) -> Iterator[Finding]:
    """Where both occur, each syllable of the rarer kind; as many of each: the new one, which is not the house's."""
    places = [(field, shown, *place) for field, shown in text.worded() for place in _used(shown)]
    new = [place for place in places if _written(place)[-2:] in OLD_FOR]
    old = [place for place in places if _written(place)[-2:] not in OLD_FOR]
    if old and new:
        yield from map(_as_of_old, new) if len(new) <= len(old) else map(_unlike_the_rest, old)


def _used(text: str) -> Iterator[tuple[int, int]]:
    """The syllables in question; a single word in quotation marks is talked about, not used."""
    for found in _ENDING.finditer(text):
        start = found.start()
        while start and text[start - 1].isalpha():
            start -= 1
        if text[max(start - 1, 0)] != "“" or text[found.end() : found.end() + 1] != "”":
            yield start, found.end()


def _written(place: Place) -> str:
    _field, shown, start, end = place
    return shown[start:end]


def _as_of_old(place: Place) -> Finding:
    field, shown, start, end = place
    written = _written(place)
    right = written[:-2] + OLD_FOR[written[-2:]]
    sentence = _("Bài đặt dấu thanh hai kiểu: “%(found)s” theo nếp nhà là “%(right)s”.")
    return at("tone_placement", field, shown, (start, end), sentence % {"found": written, "right": right}, right)


def _unlike_the_rest(place: Place) -> Finding:
    field, shown, start, end = place
    sentence = _("Bài đặt dấu thanh hai kiểu: “%(found)s” khác phần lớn bài. Nếp nhà là kiểu cũ (hòa, khỏe, thủy).")
    return at("tone_placement", field, shown, (start, end), sentence % {"found": _written(place)})
