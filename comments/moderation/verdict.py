"""What a phase thinks of a submission."""

from dataclasses import dataclass
from datetime import datetime
from typing import NotRequired, TypedDict

from comments.models import Reason, State


@dataclass(frozen=True)
class Verdict:
    """The state in which the comment is kept, and why: a mark on what waits, the rule for what is not shown."""

    state: State
    reason: Reason | None = None
    told: str = ""  # a sentence for moderators
    advice: str = ""  # one for its writer, in place of the reason's own
    matched: tuple[str, ...] = ()  # what it is about, as it was typed
    silent: bool = False  # its writer is not to know
    until: datetime | None = None  # when what stands in the way ends


class Opinion(TypedDict):
    """One phase's part, as it is kept with the comment: an empty verdict means that it had nothing to say."""

    phase: str
    verdict: str
    reason: str
    ms: float
    told: NotRequired[str]  # only where there is something to tell; older comments have none of these three
    advice: NotRequired[str]
    matched: NotRequired[list[str]]
    silent: NotRequired[bool]
    until: NotRequired[str]  # ISO 8601
