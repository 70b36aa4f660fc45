"""Quotation marks and brackets without their other half."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from news.checks.finding import Finding, at
from news.checks.text import Text

CLOSES = {"”": "“", "»": "«", ")": "(", "]": "["}
OPENS = {opening: closing for closing, opening in CLOSES.items()}
NEAR = 10  # characters, which tell a list or a smile
QUOTES = "“«"  # these may run over several paragraphs, each of which may open anew

_MARK = re.compile("[“”«»()\\[\\]]")
_LIST_SIGN = re.compile(r"(?:^|[\s(“])(?:[0-9]{1,3}|[a-zđA-ZĐ]|[ivxIVX]{1,5})$")  # "a)", "1)", "iv)"
_SMILE = re.compile(r"[:;=8]['-]?$")


def unclosed_marks(text: Text) -> Iterator[Finding]:
    """Each mark that opens and is never closed, or closes what nobody opened."""
    for field, shown in text.worded():
        for place, mark in _alone(shown):
            sentence = _("Dấu %(mark)s mở mà không đóng.") if mark in OPENS else _("Dấu %(mark)s đóng mà không mở.")
            yield at("unclosed_marks", field, shown, (place, place + 1), sentence % {"mark": mark})


def _alone(text: str) -> Iterator[tuple[int, str]]:
    """Marks without their half, with their places; line by line, since no bracket runs over two paragraphs."""
    start = 0
    carried: list[tuple[int, str]] = []
    for line in text.split("\n"):
        opened, lonely = _of_line(line, start, carried)
        yield from lonely
        start += len(line) + 1
        runs_on = opened[-1:] if opened and _runs_on(text[start:], opened[-1][1]) else []
        yield from (one for one in opened if one not in runs_on)
        carried = runs_on


def _of_line(
    line: str, start: int, carried: list[tuple[int, str]]
) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
    """What is still open after the line, and what closes there without having been opened."""
    opened = list(carried)
    lonely = []
    for found in _MARK.finditer(line):
        mark, before = found[0], line[max(found.start() - NEAR, 0) : found.start()]
        if mark in OPENS:
            if opened and opened == carried and opened[-1][1] == mark and not line[: found.start()].strip():
                opened = []  # the quotation goes on: its new paragraph opens it anew
            opened.append((start + found.start(), mark))
        elif opened and opened[-1][1] == CLOSES[mark]:
            opened.pop()
        elif not _stands_alone(mark, before):
            lonely.append((start + found.start(), mark))
    return opened, lonely


def _runs_on(rest: str, quote: str) -> bool:
    """Whether a quotation that is open at the end of its paragraph goes on in the next ones."""
    if quote not in QUOTES:
        return False
    following = rest.lstrip()
    next_mark = re.search(f"[{quote}{OPENS[quote]}]", following)
    return following.startswith(quote) or (next_mark is not None and next_mark[0] == OPENS[quote])


def _stands_alone(mark: str, before: str) -> bool:
    """A bracket after a letter of a list or in a smile; the sign for inches."""
    if mark == ")":
        return bool(_LIST_SIGN.search(before) or _SMILE.search(before))
    return mark == "”" and before[-1:].isdigit()
