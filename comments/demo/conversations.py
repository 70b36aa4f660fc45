"""The demo comments as they are kept in `conversations/`: a file named like the article, a block for each comment.

A block is a header, `hours after publication | name | state[:reason] [| featured] [| email=…] [| likes=…] [| reported=reason]`,
and the text below; `> ` before the header makes it an answer to the last comment without, `>> ` to the block above it.
Blocks are parted by a line `===`.
"""

from dataclasses import dataclass
from pathlib import Path

from comments.models import Reason, State

FOLDER = Path(__file__).parent / "conversations"
ANSWER = "> "
ANSWER_TO_ANSWER = ">> "


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
    likes: int = 0
    reported: Reason | None = None


def all_conversations() -> dict[str, list[Remark]]:
    """The remarks of every file, in the order of the file, by its stem."""
    return {path.stem: read(path) for path in sorted(FOLDER.glob("*.txt"))}


def read(path: Path) -> list[Remark]:
    """One file. Raises ValueError where it breaks the form; the tests read every file."""
    remarks: list[Remark] = []
    last: Remark | None = None
    for block in path.read_text(encoding="utf-8").split("\n===\n"):
        answered = last if block.startswith(ANSWER) else None
        if block.startswith(ANSWER_TO_ANSWER):
            answered = remarks[-1]
        remark = parse(block.lstrip(ANSWER), answered)
        last = last if answered else remark
        remarks.append(remark)
    return remarks


def parse(block: str, answers: Remark | None) -> Remark:
    """One block. Raises ValueError for an unknown state or reason, or a header that is too short."""
    header, _, text = block.partition("\n")
    hours_after, name, state, *marks = (part.strip() for part in header.split("|"))
    state, _, reason = state.partition(":")
    said = dict(mark.split("=", 1) for mark in marks if "=" in mark)
    return Remark(
        hours_after=float(hours_after),
        name=name,
        text=text.strip(),
        state=State(state),
        reason=Reason(reason) if reason else None,
        featured="featured" in marks,
        email=said.get("email", ""),
        answers=answers,
        likes=int(said.get("likes", 0)),
        reported=Reason(said["reported"]) if "reported" in said else None,
    )
