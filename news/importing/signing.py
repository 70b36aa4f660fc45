"""How Vietnamese manuscripts end: a byline, a source, or both."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from news.importing.blocks import Block
from news.vietnamese.letters import visible_length

LONGEST = 60  # characters that people see
MOST_WORDS = 6  # "Nguyễn Thị Minh Khai - Văn Kiên" has six, without the dash
MOST_WORDS_IN_A_SOURCE = 10  # "Theo Cổng thông tin điện tử Chính phủ"

_CLOSING_MARKS = (".", "!", "?", "…", ":", ";", ",", "”", "»")
_INITIALS = re.compile(r"(\w\.\s?){1,4}\w?")  # V.K. ends with a full stop and is a byline all the same
_SOURCE = re.compile(r"(theo|nguồn\s*:)\s+\S.*", re.IGNORECASE)
_BOTH = re.compile(r"(?P<byline>.+?)\s*[-–(]\s*(?P<source>theo\s+[^()]+?)\)?", re.IGNORECASE)
_ROLE = re.compile(r"(tác giả|bài|bài và ảnh|bài, ảnh|thực hiện)\s*:\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Signature:
    """Who wrote it, and where it comes from; empty if the manuscript doesn't say."""

    byline: str = ""
    source_line: str = ""

    def __bool__(self) -> bool:
        return bool(self.byline or self.source_line)


def sign_off(blocks: Sequence[Block]) -> tuple[list[Block], Signature]:
    """The paragraphs, and what the last line or two say; one paragraph always stays, however short."""
    rest, signature = list(blocks), Signature()
    while len([block for block in rest if block.text]) > 1 and _is_bare_line(rest[-1]):
        found = read_signature(rest[-1].text)
        if not found or (found.byline and signature.byline) or (found.source_line and signature.source_line):
            break
        signature = Signature(found.byline or signature.byline, found.source_line or signature.source_line)
        rest.pop()
    return rest, signature


def read_signature(line: str) -> Signature:
    """What a short last line says; an empty Signature if it is an ordinary sentence."""
    bare = line[1:-1].strip() if line.startswith("(") and line.endswith(")") else line
    if visible_length(bare) > LONGEST or not bare:
        return Signature()
    if _SOURCE.fullmatch(bare):
        return Signature(source_line=bare) if _is_unfinished(bare, MOST_WORDS_IN_A_SOURCE) else Signature()
    both = _BOTH.fullmatch(line)
    if both and _is_byline(both["byline"]):
        return Signature(both["byline"], both["source"])
    byline = _ROLE.sub("", bare, count=1) if _ROLE.match(bare) else bare
    return Signature(byline=byline) if _is_byline(byline) else Signature()


def _is_bare_line(block: Block) -> bool:
    return block.is_line and bool(block.text) and "<img" not in block.html


def _is_byline(line: str) -> bool:
    if _INITIALS.fullmatch(line):
        return line[0].isupper()
    return line[:1].isupper() and not any(sign.isdigit() for sign in line) and _is_unfinished(line, MOST_WORDS)


def _is_unfinished(line: str, most_words: int) -> bool:
    """Few words and no closing mark: names end so, sentences do not."""
    words = [word for word in line.split() if any(sign.isalpha() for sign in word)]
    return len(words) <= most_words and not line.endswith(_CLOSING_MARKS)
