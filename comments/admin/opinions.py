"""What the phases thought of a comment, in words for moderators."""

from dataclasses import dataclass

from comments.admin.phases import NAMES
from comments.models import Comment, Reason, State
from comments.moderation.masking import is_masked, masked, masked_in
from comments.moderation.verdict import Opinion


@dataclass(frozen=True)
class Told:
    """One phase's opinion: its name and its verdict in words, milliseconds, and what it found."""

    phase: str
    verdict: str
    ms: float
    sentence: str
    matched: list[str]


def told(comment: Comment) -> list[Told]:
    """Each phase's opinion; a phase that is no more keeps its name in code, older opinions have no sentence. What is
    masked in the comment is masked in what is told of it.
    """
    hide = is_masked(comment)
    return [_told(one, one.get("matched", []) if hide else []) for one in comment.opinions]


def _told(one: Opinion, quoted: list[str]) -> Told:
    return Told(
        str(NAMES.get(one["phase"], one["phase"])),
        verdict(one["verdict"], one["reason"]),
        one["ms"],
        masked_in(one.get("told", ""), quoted),
        [masked(typed) for typed in quoted] or one.get("matched", []),
    )


def deciding(opinions: list[Told]) -> Told | None:
    """The opinion that decided, where it has something to tell: the phases end with it."""
    return opinions[-1] if opinions and opinions[-1].sentence else None


def verdict(state: str, reason: str) -> str:
    """A verdict in words; a dash where the phase had nothing to say."""
    words = [kind(value).label for kind, value in ((State, state), (Reason, reason)) if value in kind.values]
    return ": ".join(map(str, words)) or "–"
