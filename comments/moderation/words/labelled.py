"""How good the list of words is: a labelled set, and what the list makes of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from comments.moderation.words.matcher import Matcher

LABELLED = Path(__file__).parent / "data" / "labelled.txt"


@dataclass(frozen=True)
class Line:
    """A comment, and whether a watched word is in it."""

    text: str
    is_bad: bool


@dataclass(frozen=True)
class Report:
    """What the list found and what it should have found."""

    lines: int
    found: int  # bad lines that were found
    missed: list[str]  # bad lines that were not
    alarms: list[str]  # innocent lines that were found all the same

    @property
    def precision(self) -> float:
        """Of the lines that were found, the share that is bad."""
        return self.found / max(1, self.found + len(self.alarms))

    @property
    def recall(self) -> float:
        """Of the bad lines, the share that was found."""
        return self.found / max(1, self.found + len(self.missed))


def lines() -> list[Line]:
    """The labelled set of data/labelled.txt."""
    rows = LABELLED.read_text("utf-8").splitlines()
    return [Line(row[2:], row[0] == "+") for row in rows if row.startswith(("+ ", "- "))]


def measure(matcher: Matcher, labelled: Iterable[Line]) -> Report:
    """What the matcher makes of the lines."""
    judged = [(line, bool(matcher.find(line.text))) for line in labelled]
    return Report(
        lines=len(judged),
        found=sum(line.is_bad and found for line, found in judged),
        missed=[line.text for line, found in judged if line.is_bad and not found],
        alarms=[line.text for line, found in judged if found and not line.is_bad],
    )
