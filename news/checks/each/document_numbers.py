"""Numbers of documents that are not written as Decree 30/2020/NĐ-CP (Appendix) and the Party's guides write them.

    30/2020/NĐ-CP   749/QĐ-TTg   02/2015/TTLT-BYT-BTC   103/2016/QH13   43-CT/TW

Only what carries a known type and a known body is looked at: a score, a date, a house number or a plate has neither.
"""

import re
from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from news.checks.finding import Finding, at
from news.checks.text import Text
from news.vietnamese.letters import fold

_TYPES = "NQ NĐ QĐ CT QC QyĐ TC TB HD CTr KH PA ĐA DA BC BB TTr HĐ CĐ TT TTLT L PL KL"
_STATE = """
CP TTg CTN UBND HĐND UBTVQH VPCP BYT BTC BCA BQP BTP BNV BNG BXD BCT BKHCN BGDĐT BTTTT BVHTTDL BGTVT BTNMT BNNMT
BNNPTNT BLĐTBXH BKHĐT NHNN TTCP TANDTC VKSNDTC
"""
_PARTY = "TW BCT BBT VPTW BTCTW BTGTW BNCTW UBKTTW BCĐTW TU HU QU ĐU"
TYPES, STATE, PARTY = _TYPES.split(), _STATE.split(), _PARTY.split()
SHORT_TYPES = frozenset({"L", "TC", "TT", "DA", "PA", "BB"})  # other things too, unless a sign ties them to the number
FIRST_YEAR = 1945

_SIGN = r"\s?[-–/]\s?"


def _any_of(words: list[str]) -> str:
    """The words, also with D for Đ."""
    both = {*words, *(word.replace("Đ", "D") for word in words)}
    return "|".join(sorted(both, key=len, reverse=True))


_NUMBER = re.compile(
    rf"(?<![\w/.,-])(?P<number>\d{{1,5}})(?:\s?[/-]\s?(?P<year>\d{{2,4}}))?(?P<first>{_SIGN}|\s)"
    rf"(?P<type>{_any_of(TYPES)})(?P<second>{_SIGN})(?P<body>(?:{_any_of(STATE + PARTY)})\d{{0,2}})(?P<more>(?:-[A-ZĐ]\w*)*)(?!\w)",
    re.IGNORECASE,
)
_NO_STROKE = re.compile(r"(?<![\w/.,-])(?P<number>\d{1,5})(?P<year>/\d{4})?/(?P<type>ND|QD)-(?P<body>[A-ZĐ]{2,}\w*)")
_LAW = re.compile(
    r"(?<![\w/.,-])(?P<number>\d{1,3})\s?[/-]\s?(?P<year>\d{2,4})\s?[/-]\s?(?P<body>UBTVQH|QH)\s?(?P<term>\d{0,2})(?!\w)"
)


def document_numbers(text: Text) -> Iterator[Finding]:
    """Each number that names a document, but not in its family's form; with the right form where there is only one."""
    for field, shown in text.worded():
        places: dict[int, tuple[re.Match[str], str]] = {}
        for pattern, form in ((_NUMBER, _form), (_LAW, _law_form), (_NO_STROKE, _with_stroke)):
            for found in pattern.finditer(shown):
                places.setdefault(found.start(), (found, form(found)))
        for found, right in places.values():
            if found[0] != right and _is_meant(found, right, shown):
                yield _finding(field, shown, found, right)


def _is_meant(found: re.Match[str], right: str, shown: str) -> bool:
    """Whether that is a number at all, and not only in a headline's capitals."""
    if "first" in found.re.groupindex and not found["first"].strip():
        return found["type"] not in SHORT_TYPES and found["type"][:2].isupper() and found["body"][:2].isupper()
    return not (shown.isupper() and found[0] == right.upper())


def _finding(field: str, shown: str, found: re.Match[str], right: str) -> Finding:
    if not right:
        sentence = _("Số hiệu “%(number)s” không đúng dạng: năm hoặc khóa thiếu hay sai.") % {"number": found[0]}
    else:
        sentence = _("Số hiệu “%(number)s” viết đúng là “%(right)s”.") % {"number": found[0], "right": right}
    return at("document_numbers", field, shown, found.span(), sentence, right or None)


def _form(found: re.Match[str]) -> str:
    """The right form of a state or Party document; "" where its year cannot be."""
    number, year, more = found["number"], found["year"], found["more"] or ""
    kind = _known(found["type"], TYPES)
    term = re.search(r"\d*$", found["body"])
    letters = found["body"][: len(found["body"]) - len(term[0])] if term else found["body"]
    is_party = _known(letters, PARTY, "") and not (letters.upper() == "BCT" and (year or found["first"].strip() == "/"))
    if is_party and not year:
        return f"{number}-{kind}/{_known(letters, PARTY)}{more}"
    if year and not _is_year(year):
        return ""
    before = f"{number}/{year}" if year else number
    return f"{before}/{kind}-{_known(letters, STATE + PARTY)}{term[0] if term else ''}{more}"


def _law_form(found: re.Match[str]) -> str:
    if not found["term"] or not _is_year(found["year"]):
        return ""
    return f"{found['number']}/{found['year']}/{found['body']}{found['term']}"


def _with_stroke(found: re.Match[str]) -> str:
    return found[0].replace("/ND-", "/NĐ-").replace("/QD-", "/QĐ-")


def _known(letters: str, words: list[str], otherwise: str | None = None) -> str:
    """The word of the list that the letters mean, exactly or without its capitals and Đ."""
    if letters in words:
        return letters
    same = [word for word in words if fold(word) == fold(letters)]
    exact = [word for word in same if word.lower() == letters.lower()]
    return (exact or same or [letters if otherwise is None else otherwise])[0]


def _is_year(year: str) -> bool:
    return len(year) == 4 and FIRST_YEAR <= int(year) <= date.today().year + 1
