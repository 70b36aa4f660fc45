"""The clashes of a merge as questions of a form: per clash what I wrote, what they wrote, and a choice.

The form's part is templates/news/desk/parts/clashes.html; its fields are called `clash-0`, `clash-1` and so on.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.safestring import SafeString

from news.revisions.compare import compare_bodies, text_row
from news.revisions.merge import Choice, Merge

_CHOICES = {choice.value: choice for choice in Choice}


@dataclass(frozen=True)
class Question:
    """One clash: its field's name in the form, both sides with what each changed marked, and what was chosen so far."""

    name: str
    mine: SafeString
    theirs: SafeString
    chosen: Choice | None = None


def questions(merge: Merge, first: int = 0, posted: Mapping[str, str] | None = None) -> list[Question]:
    """The clashes in order. `first` is the number of the first one in the form, where a form asks about several merges."""
    chosen = choices(merge, posted or {}, first)
    return [
        Question(
            _name(first + number),
            _marked(clash.base, clash.mine, merge.is_html),
            _marked(clash.base, clash.theirs, merge.is_html),
            chosen.get(number),
        )
        for number, clash in enumerate(merge.clashes)
    ]


def choices(merge: Merge, posted: Mapping[str, str], first: int = 0) -> dict[int, Choice]:
    """What the form says, for `settle`. What is missing or no choice at all is left out."""
    said = {number: posted.get(_name(first + number), "") for number in range(len(merge.clashes))}
    return {number: _CHOICES[word] for number, word in said.items() if word in _CHOICES}


def _name(number: int) -> str:
    return f"clash-{number}"


def _marked(base: str, side: str, is_html: bool) -> SafeString:
    """What the side made of the base, what came and went marked; empty where it deleted what was there."""
    if not side:
        return SafeString("")
    if not is_html:
        return text_row(base, side).whole
    return SafeString("".join(row.whole for row in compare_bodies(base, side)))
