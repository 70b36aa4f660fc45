"""The demo comments as they are kept in `conversations/`: a file named like the article, a block for each comment.

A block is a header, `hours after publication | name | state[:reason] [| featured] [| email=…]`, and the text below;
`> ` before the header makes it an answer to the last comment without. Blocks are parted by a line `===`.
"""

from dataclasses import dataclass
from pathlib import Path

from comments.models import Reason, State

FOLDER = Path(__file__).parent / "conversations"
ANSWER = "> "


@dataclass(frozen=True)
class Remark:
    """One comment of the demo edition."""

    hours_after: float
    name: str
    text: str
    state: State
    reason: Reason | None = None
    featured: bool = False
    email: str = ""
    answers: "Remark | None" = None


def all_conversations() -> dict[str, list[Remark]]:
    """The remarks of every file, in the order of the file, by its stem."""
    return {path.stem: read(path) for path in sorted(FOLDER.glob("*.txt"))}


def read(path: Path) -> list[Remark]:
    """One file. Raises ValueError where it breaks the form; the tests read every file."""
    remarks: list[Remark] = []
    last: Remark | None = None
    for block in path.read_text(encoding="utf-8").split("\n===\n"):
        answer = block.startswith(ANSWER)
        remark = parse(block.removeprefix(ANSWER).strip(), answers=last if answer else None)
        last = last if answer else remark
        remarks.append(remark)
    return remarks


def parse(block: str, answers: Remark | None) -> Remark:
    """One block. Raises ValueError for an unknown state or reason, or a header that is too short."""
    header, _, text = block.partition("\n")
    hours_after, name, state, *marks = (part.strip() for part in header.split("|"))
    state, _, reason = state.partition(":")
    return Remark(
        hours_after=float(hours_after),
        name=name,
        text=text.strip(),
        state=State(state),
        reason=Reason(reason) if reason else None,
        featured="featured" in marks,
        email=next((mark.removeprefix("email=") for mark in marks if mark.startswith("email=")), ""),
        answers=answers,
    )
