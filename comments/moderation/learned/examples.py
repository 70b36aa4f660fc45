"""What there is to learn from."""

from dataclasses import dataclass
from pathlib import Path

from comments.models import Comment, State
from comments.moderation.words import labelled

LINES = Path(__file__).parent / "data" / "decided.txt"
DRILL = 0.5  # of the weight of a comment that could have been sent
MOST = 10_000  # decisions of either kind, the newest: more teach little, and take a night's time


@dataclass(frozen=True)
class Example:
    """A comment, what became of it, how much it teaches, and whether this newsroom decided it."""

    text: str
    is_refused: bool
    weight: float = 1.0
    is_own: bool = False
    is_drill: bool = False  # teaches, but is too artificial to be measured on


def shipped(weight: float = 1.0) -> list[Example]:
    """The lines that come with the house: comments (data/decided.txt), and the dodges and innocent neighbours of bad words on
    which the list of words is measured."""
    rows = LINES.read_text("utf-8").splitlines()
    comments = [Example(row[2:], row[0] == "+", weight) for row in rows if row.startswith(("+ ", "- "))]
    drills = [Example(line.text, line.is_bad, weight * DRILL, is_drill=True) for line in labelled.lines()]
    return comments + drills


def decided() -> list[Example]:
    """What people of this newsroom decided, by the words that stand there now; two queries."""
    kinds = ((False, [State.APPROVED]), (True, [State.REJECTED, State.SPAM]))
    return [
        Example(text, is_refused, is_own=True)
        for is_refused, states in kinds
        for text in Comment.objects.telling(states).values_list("text", flat=True)[:MOST]
    ]
