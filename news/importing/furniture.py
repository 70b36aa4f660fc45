"""The comment form that a saved web page carries after the article: no part of the manuscript."""

import re
from collections.abc import Sequence
from itertools import accumulate

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
LONGEST_HEADING = 60  # code points, decomposed or not; longer lines need not be folded to know
EARLIEST = 2  # blocks; before that it is a headline or a standfirst


def is_comment_heading(text: str) -> bool:
    """Whether a line is "BÌNH LUẬN", in any case or form, alone or with a count."""
    return len(text) <= LONGEST_HEADING and _HEADING.fullmatch(fold(text).strip()) is not None


def without_comment_form(blocks: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    """The blocks of the article, and those of the comment form that followed it.

    A heading begins a form if it has a count, if prompts follow it, or if less follows it than stands before it;
    else it is a subheading of an analysis.
    """
    headings = [place for place, block in enumerate(blocks) if place >= EARLIEST and is_comment_heading(block.text)]
    last_prompt = max((place for place in range(len(blocks)) if headings and _prompts(blocks[place])), default=0)
    before = [0, *accumulate(len(block.text) for block in blocks)]
    for place in headings:
        heading = blocks[place].text
        tail_is_shorter = before[-1] - before[place] < before[place] + len(heading)
        if tail_is_shorter or last_prompt > place or any(sign.isdigit() for sign in heading):
            return list(blocks[:place]), list(blocks[place:])
    return list(blocks), []


def _prompts(block: Block) -> bool:
    folded = fold(block.text)
    return any(prompt in folded for prompt in _PROMPTS)
