"""The clashes of a merge as questions of a form: per clash what I wrote, what they wrote, and a choice.

The form's part is templates/news/desk/parts/clashes.html; its fields are called `clash-0`, `clash-1` and so on.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from news.revisions.compare import compare_bodies, text_row
from news.revisions.merge import Choice, Clash, Merge

_LABELS: dict[Choice, Promise] = {
    Choice.MINE: gettext_lazy("Giữ bản của tôi"),
    Choice.THEIRS: gettext_lazy("Giữ bản của người kia"),
    Choice.BOTH: gettext_lazy("Giữ cả hai, bản của tôi đứng trước"),
}


@dataclass(frozen=True)
class Option:
    """One choice; `text` is what it keeps, with what that side changed marked, "" if it deleted. None: what stands above."""

    choice: Choice
    label: str
    text: SafeString | None
    chosen: bool


@dataclass(frozen=True)
class Question:
    """One clash: its field's name in the form, what it is about, the options, and what is wrong with the answer."""

    name: str
    about: str
    options: tuple[Option, ...]
    error: str


def questions(merge: Merge, about: str = "", first: int = 0, posted: Mapping[str, str] | None = None) -> list[Question]:
    """The clashes in order. A form that asks about several merges names each and numbers its clashes from `first` on.

    With what was `posted`, the choices made are kept and the ones not made are asked for with an error.
    """
    chosen = choices(merge, posted or {}, first)
    return [
        Question(
            _name(first + number),
            about,
            tuple(_options(clash, merge.is_html, chosen.get(number))),
            _("Hãy chọn giữ bản nào.") if posted is not None and number not in chosen else "",
        )
        for number, clash in enumerate(merge.clashes)
    ]


def choices(merge: Merge, posted: Mapping[str, str], first: int = 0) -> dict[int, Choice]:
    """What the form says, for `settle`. What is missing or no choice at all is left out."""
    known = {choice.value: choice for choice in Choice}
    said = {number: posted.get(_name(first + number), "") for number in range(len(merge.clashes))}
    return {number: known[word] for number, word in said.items() if word in known}


def _name(number: int) -> str:
    return f"clash-{number}"


def _options(clash: Clash[str], is_html: bool, chosen: Choice | None) -> Iterator[Option]:
    """Both sides, and both together unless one of them deleted."""
    sides = {Choice.MINE: clash.mine, Choice.THEIRS: clash.theirs}
    for choice, text in sides.items():
        yield Option(choice, str(_LABELS[choice]), _marked(clash.base, text, is_html), choice == chosen)
    if all(sides.values()):
        yield Option(Choice.BOTH, str(_LABELS[Choice.BOTH]), None, chosen == Choice.BOTH)


def _marked(base: str, side: str, is_html: bool) -> SafeString:
    if not side:
        return SafeString("")
    if not is_html:
        return text_row(base, side).whole
    return SafeString("".join(row.whole for row in compare_bodies(base, side)))
