"""From the bytes of a text file, or from text pasted with the wrong letters, to Vietnamese in Unicode.

UTF-8 and UTF-16 say what they are. The old encodings do not: each is tried, and the one that gives Vietnamese
syllables is taken. Where none does, or two do and disagree, the file is refused: a wrong letter in print is worse.
"""

import codecs
import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from django.utils.translation import gettext as _

from news.vietnamese.letters import eths, nfc
from news.vietnamese.syllables import share_of_syllables
from news.vietnamese.tables import TCVN3, VISCII, VNI, WINDOWS_1258, Table, western

OLD_ENCODINGS: dict[str, Table] = {"TCVN3 (ABC)": TCVN3, "VNI": VNI, "Windows-1258": WINDOWS_1258, "VISCII": VISCII}
GOOD_SHARE = 0.85  # of marked words that are Vietnamese syllables; the rest are foreign names and slips
POOR_SHARE = 0.5  # text in Unicode below this may be an old encoding in disguise
CLEAR_LEAD = 0.1  # by which the best reading must be better than the next

_BYTE_ORDER_MARKS = {codecs.BOM_UTF8: "UTF-8", codecs.BOM_UTF16_LE: "UTF-16-LE", codecs.BOM_UTF16_BE: "UTF-16-BE"}
_NEVER_IN_TEXT = re.compile("[\0\x1b]")  # NUL: binary, or UTF-16 without its mark; ESC: ISO-2022 and terminals
_ORDINARY_CONTROLS = frozenset("\t\n\v\f\r\x1a")  # Ctrl-Z ended files under DOS


class UnknownEncoding(ValueError):
    """The bytes are not text in an encoding that we can name with certainty; the message says what to do."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Không nhận ra bảng mã của tệp. Hãy mở tệp bằng chương trình đã soạn nó, lưu lại thành văn bản "
                "Unicode (UTF-8) rồi thử lại."
            )
        )


@dataclass(frozen=True)
class Decoded:
    """Text in NFC, the name of the encoding that it was in, and how many eths were mended to đ."""

    text: str
    encoding: str
    eths: int = 0


def decode(raw: bytes) -> Decoded:
    """The text of a file. Raises UnknownEncoding for binary files and for text that could be read in two ways."""
    try:
        decoded = _as_unicode(raw) or _best_reading(western(raw))
    except UnicodeDecodeError as error:
        raise UnknownEncoding from error
    if decoded is None or _NEVER_IN_TEXT.search(decoded.text):
        raise UnknownEncoding
    return mend(decoded.text) or Decoded(nfc(decoded.text), decoded.encoding, eths(decoded.text))


def mend(text: str) -> Decoded | None:
    """Text that was pasted from an old encoding ("Uû ban nh©n d©n") made readable; None if it isn't such a text."""
    if text.isascii() or share_of_syllables(nfc(text)) > POOR_SHARE:
        return None
    return _best_reading(text)


def convert(text: str, encoding: str) -> str:
    """A piece of a text whose old encoding is known already, from what a Western computer shows for it."""
    table = OLD_ENCODINGS[encoding]
    return nfc(_looks(encoding).sub(lambda look: table[look[0]], text))


def _as_unicode(raw: bytes) -> Decoded | None:
    """None if the file neither says what it is nor is UTF-8. Raises UnicodeDecodeError if it says so and isn't."""
    for mark, encoding in _BYTE_ORDER_MARKS.items():
        if raw.startswith(mark):
            return Decoded(raw[len(mark) :].decode(encoding), encoding)
    try:
        return Decoded(raw.decode("utf-8"), "UTF-8")
    except UnicodeDecodeError:
        return None


def _best_reading(seen: str) -> Decoded | None:
    """The one old encoding in which `seen`, the look on a Western computer, is Vietnamese."""
    readings = [Decoded(convert(seen, encoding), encoding) for encoding in OLD_ENCODINGS if _covers(encoding, seen)]
    shares = {reading.encoding: share_of_syllables(reading.text) for reading in readings}
    best = max(readings, key=lambda reading: shares[reading.encoding], default=None)
    if best is None or shares[best.encoding] < GOOD_SHARE:
        return None
    rivals = [reading for reading in readings if reading.text != best.text]
    in_doubt = any(shares[rival.encoding] > shares[best.encoding] - CLEAR_LEAD for rival in rivals)
    return None if in_doubt else best


def _covers(encoding: str, seen: str) -> bool:
    """Whether the table explains every letter; what is no letter (quotation marks, degrees) may keep its look."""
    rest = set(_looks(encoding).sub("", seen)) - _ORDINARY_CONTROLS
    return not any(unicodedata.category(sign) == "Cc" or (sign.isalpha() and not sign.isascii()) for sign in rest)


@cache
def _looks(encoding: str) -> re.Pattern[str]:
    longest_first = sorted(OLD_ENCODINGS[encoding], key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)))
