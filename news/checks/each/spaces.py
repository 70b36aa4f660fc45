"""Spaces: one between words, none before a mark, one after it."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from news.checks.finding import Finding, at
from news.checks.text import Text

_TOKEN = re.compile(r"\S+")
_ADDRESS = re.compile(r"://|@|www\.|[\w-]\.[a-z]{2,6}(?!\w)")  # links, mail, vnexpress.net
_TWO = re.compile(r"(?<=\S)[ \xa0]{2,}(?=\S)")
_BEFORE_MARK = re.compile(r"(?<=[^\s(\[“«])[ \xa0]+(?=(?:[,;:?!]|\.(?![\w.]))(?![\w()-])|[)”])")
_AFTER_MARK = re.compile(
    r"(?<=[^\W\d_]{2})[,;?!](?=[^\W\d_])"  # Lan,Huệ
    r"|(?<=[^\W\d_]{2}):(?=[A-ZÀ-ỸĐ])"  # nói:Tôi; but nam:nữ is a ratio
    r"|(?<=[0-9])[,;?!](?=[^\W\d_]{2})"  # năm 2026,ông
    r"|(?<=[^\W\d_]{2})[,;](?=[0-9])"  # Hà Nội,30/4
    r"|(?<=[^\W\d_]{2})\.(?=[^\W\d_])"  # hôm nay.Sáng mai; looked at once more below
)
LONGEST_WORD = 30  # characters
_WORD_BEFORE = re.compile(r"[^\W\d_]+$")
_WORD_AFTER = re.compile(r"[^\W\d_]+")
SHORTENED = frozenset({"tp", "ts", "ths", "gs", "pgs", "bs", "bsck", "ks", "kts", "ds", "ls", "cn", "nsnd", "nsưt"} | {
    *("nxb", "tt", "tx", "mr", "mrs", "ms", "dr", "st", "no", "vs", "vv", "cty", "tnhh", "đt", "kp", "tl", "kt"),
})  # fmt: skip


def spaces(text: Text) -> Iterator[Finding]:
    """Each place, with what should stand there."""
    for field, shown in text.worded():
        prose = _TOKEN.sub(_covered, shown)
        for place, sentence, fix in (*_doubled(prose), *_before(prose), *_after(prose)):
            yield at("spaces", field, shown, place, sentence, fix)


def _covered(token: re.Match[str]) -> str:
    """The token; for an address as many letters, so that its marks are not looked at."""
    return "x" * len(token[0]) if _ADDRESS.search(token[0]) else token[0]


Slip = tuple[tuple[int, int], str, str]


def _doubled(text: str) -> Iterator[Slip]:
    for found in _TWO.finditer(text):
        if not _BEFORE_MARK.match(text, found.start()):
            yield found.span(), _("Thừa dấu cách."), " "


def _before(text: str) -> Iterator[Slip]:
    for found in _BEFORE_MARK.finditer(text):
        yield found.span(), _("Thừa dấu cách trước “%(mark)s”.") % {"mark": text[found.end()]}, ""


def _after(text: str) -> Iterator[Slip]:
    for found in _AFTER_MARK.finditer(text):
        if found[0] != "." or _ends_a_sentence(text, found.start()):
            yield found.span(), _("Thiếu dấu cách sau “%(mark)s”.") % {"mark": found[0]}, f"{found[0]} "


def _ends_a_sentence(text: str, stop: int) -> bool:
    """Whether the full stop there ends a sentence: a whole word before it, a capital and more after it."""
    before, after = _WORD_BEFORE.search(text[max(stop - LONGEST_WORD, 0) : stop]), _WORD_AFTER.match(text, stop + 1)
    if not before or not after or before[0].lower() in SHORTENED or before[0].isupper():
        return False
    vietnamese = not (before[0] + after[0]).isascii()  # "Node.Js" and the like are names
    return after[0][0].isupper() and not after[0][1:].isupper() and (vietnamese or before[0].islower())
