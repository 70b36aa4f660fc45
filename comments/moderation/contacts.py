"""Ways to reach or pay somebody, as they stand in a text: numbers in digits, dots and words, addresses, links."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from comments.moderation.words.letters import canonical
from news.vietnamese.letters import fold

_DIGIT_WORDS = {
    "khong": "0", "ko": "0", "zero": "0", "o": "0", "mot": "1", "hai": "2", "ba": "3", "bon": "4", "tu": "4",
    "nam": "5", "lam": "5", "sau": "6", "bay": "7", "tam": "8", "chin": "9",
}  # fmt: skip
_DIGIT_ALIKE = str.maketrans("oil", "011")
_TOKEN = re.compile(r"[^\W_]+")
_PHONE = re.compile(r"(?:0|84)(?:[35789]\d{8}|2\d{9})")
FEWEST_TOLD = 3  # digits in words or letters that make a number a hidden one
_LINK = re.compile(
    r"(?:https?://|www\.)\S{3,}"
    r"|(?<![\w@.])(?:[a-z0-9-]{2,}\.)+(?:com|net|org|vn|info|xyz|top|vip|club|biz|shop|online|site|me|ly|io|cc|asia|live|pro|win|bet)(?:/\S*)?(?![\w.]\w)"
    r"|(?<!\w)[a-z0-9-]{3,}\s*[\[(]?\s*(?:cham|dot)\s*[\])]?\s*(?:com|net|vn|xyz|top|vip)(?!\w)"
)
# Bounded (RFC 5321), so that no row of letters is tried twice.
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{2,64}@(?:[\w-]{2,63}\.)+[\w-]{2,63}")
_BANKS = (
    "stk|so tai khoan|so tk|tai khoan so|vietcombank|vcb|techcombank|tcb|mb ?bank|agribank|bidv|acb|tpbank|vpbank|"
    "vietinbank|sacombank|momo|hdbank|shb|ocb|vib"
)
_ACCOUNT = re.compile(rf"(?<!\w)(?:{_BANKS})(?!\w)\D{{0,30}}?(\d(?:[ .-]?\d){{5,18}})(?!\d)")
_CITIZEN = re.compile(
    r"(?<!\d)0(?:[0-8]\d|9[0-6])[0-3]\d{8}(?!\d)"
)  # Circular 59/2021/TT-BCA: province, sex and century
_OLD_CARD = re.compile(r"(?<!\w)(?:cmnd|cmt|chung minh(?: nhan dan| thu)?)\D{0,15}(\d{9})(?!\d)")


Span = tuple[int, int]


@dataclass(frozen=True)
class Number:
    """A telephone number: as it was typed, and whether in a way that hides it from machines."""

    typed: str
    is_hidden: bool
    span: Span = (0, 0)  # where it stands


def phones(text: str) -> Iterator[Number]:
    """Vietnamese telephone numbers, with digits apart, in words, or with letters for digits."""
    seen = canonical(text)
    plain = _plain(seen.letters)
    for row in _rows(plain):
        digits, told = "".join(digit for _found, digit, _told in row), sum(told for _found, _digit, told in row)
        if _PHONE.fullmatch(digits):
            start, end = seen.span(row[0][0].start(), row[-1][0].end())
            yield Number(text[start:end], told >= FEWEST_TOLD, (start, end))


def links(text: str) -> list[str]:
    """Addresses of pages."""
    return _typed(_LINK, text)


def emails(text: str) -> list[str]:
    """Addresses of mail."""
    return _typed(_EMAIL, text)


def accounts(text: str) -> list[str]:
    """Numbers of accounts beside the name of a bank or the word for them."""
    return _typed(_ACCOUNT, text)


def identity_numbers(text: str) -> list[str]:
    """Numbers of citizens' cards: twelve digits, or nine where the old card is named."""
    return _typed(_CITIZEN, text) + _typed(_OLD_CARD, text)


def personal(text: str) -> list[Span]:
    """Where something stands that identifies, reaches or pays somebody, from left to right; places may overlap."""
    found = [place for pattern in (_CITIZEN, _OLD_CARD, _ACCOUNT, _EMAIL) for place in _spans(pattern, text)]
    return sorted([*found, *(number.span for number in phones(text))])


def _typed(pattern: "re.Pattern[str]", text: str) -> list[str]:
    return [text[start:end] for start, end in _spans(pattern, text)]


def _spans(pattern: "re.Pattern[str]", text: str) -> list[Span]:
    seen = canonical(text)
    return [seen.span(*found.span()) for found in pattern.finditer(_plain(seen.letters))]


def _plain(letters: str) -> str:
    return "".join(map(_plain_letter, letters))


@lru_cache(maxsize=4_096)  # the letters that a newspaper's readers use, and some
def _plain_letter(letter: str) -> str:
    return (fold(letter) or "?")[:1]


def _rows(plain: str) -> Iterator[list[tuple["re.Match[str]", str, int]]]:
    """Stretches of digits, digits in words and letters for digits that stand side by side."""
    row: list[tuple[re.Match[str], str, int]] = []
    for found in _TOKEN.finditer(plain):
        digit, told = _digit(found[0])
        between = plain[row[-1][0].end() : found.start()] if row else ""
        if row and (not digit or len(between) > 3 or "/" in between or "\n" in between):
            yield row
            row = []
        if digit:
            row.append((found, digit, told))
    if row:
        yield row


def _digit(token: str) -> tuple[str, int]:
    """The digits that a token says, and how many of them not in figures; "" if it says none."""
    if token in _DIGIT_WORDS:
        return _DIGIT_WORDS[token], 1
    digits = token.translate(_DIGIT_ALIKE)
    if digits.isascii() and digits.isdigit() and any(letter.isdigit() for letter in token):
        return digits, sum(not letter.isdigit() for letter in token)
    return "", 0
