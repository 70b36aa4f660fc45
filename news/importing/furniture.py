"""The comment form that a saved web page carries after the article: no part of the manuscript."""

import re
from collections.abc import Sequence

from news.importing.blocks import Block
from news.vietnamese.letters import fold

_HEADING = re.compile(r"(?P<before>\(?\d[\d.]*\)? )?binh luan ?:?(?P<after> ?[(\[]?\d[\d.]*[)\]]?)?")
_PROMPTS = (
    "vui long nhap",
    "nhap binh luan",
    "gui binh luan",
    "binh luan cua ban",
    "y kien cua ban",
    "ten cua ban",
    "chua co binh luan",
    "dang nhap de",
)
EARLIEST = 2  # blocks; before that it is a headline or a standfirst


def is_comment_heading(text: str) -> bool:
    """Whether a line is "BÌNH LUẬN", in any case or form, alone or with a count."""
    return _HEADING.fullmatch(fold(text).strip()) is not None


def without_comment_form(blocks: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    """The blocks of the article, and those of the comment form that followed it."""
    for place, block in enumerate(blocks):
        if place >= EARLIEST and is_comment_heading(block.text) and _is_furniture(blocks, place):
            return list(blocks[:place]), list(blocks[place:])
    return list(blocks), []


def _is_furniture(blocks: Sequence[Block], place: int) -> bool:
    """A heading with a count or a form below it, or a tail shorter than the article; else an analysis with that subheading."""
    heading, before, after = blocks[place], blocks[:place], blocks[place + 1 :]
    if any(sign.isdigit() for sign in heading.text) or any(
        prompt in fold(block.text) for block in after for prompt in _PROMPTS
    ):
        return True
    return _length(after) < _length(before)


def _length(blocks: Sequence[Block]) -> int:
    return sum(len(block.text) for block in blocks)
