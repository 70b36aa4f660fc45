"""What a phase thinks of a submission."""

from dataclasses import dataclass
from typing import TypedDict

from comments.models import Reason, State


@dataclass(frozen=True)
class Verdict:
    """The state in which the comment is kept, and why it is not shown."""

    state: State
    reason: Reason | None = None


class Opinion(TypedDict):
    """One phase's part, as it is kept with the comment: an empty verdict means that it had nothing to say."""

    phase: str
    verdict: str
    reason: str
    ms: float
