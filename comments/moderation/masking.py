"""Numbers of cards, telephones and accounts, and addresses of mail, are nobody's to read until a person has decided that
they may stand there (Personal Data Protection Law 91/2025/QH15).
"""

import re
from collections.abc import Iterable

from comments.models import Comment, State
from comments.moderation.contacts import Span, personal

DOTS = "••••"
_MAY_HOLD_SOME = re.compile(
    r"[@＠﹫]|(?:\d\D{0,24}){4}"
)  # what most comments lack; numbers in words never get to readers


def masked(text: str) -> str:
    """The text with dots for whatever identifies, reaches or pays somebody."""
    read, reached = "", 0
    for start, end in joined(personal(text)):
        read, reached = f"{read}{text[reached:start]}{DOTS}", end
    return read + text[reached:]


def masked_in(sentence: str, quoted: Iterable[str]) -> str:
    """A sentence about a comment, with dots for what it quotes of such things."""
    for typed in quoted:
        if masked(typed) != typed:
            sentence = sentence.replace(typed, DOTS)
    return sentence


def joined(spans: list[Span]) -> list[Span]:
    """The same places without overlaps; they come from left to right."""
    found: list[Span] = []
    for start, end in spans:
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def is_masked(comment: Comment) -> bool:
    """Whether no person has decided about it yet: what a phase let through, and what waits."""
    decided = comment.decided_by_id or comment.answered_by_id
    return not decided and comment.state in (State.WAITING, State.APPROVED)


def hides(comment: Comment) -> bool:
    """Whether something in its words is masked, so that there is something to reveal."""
    return is_masked(comment) and any(masked(typed) != typed for typed in (comment.text, comment.name))


def for_readers(comment: Comment) -> str:
    """What readers see of a comment."""
    return until_decided(comment, comment.text)


def name_for_readers(comment: Comment) -> str:
    """What they see of its writer's name."""
    return until_decided(comment, comment.name)


def until_decided(comment: Comment, typed: str) -> str:
    """Something typed into the comment, with dots while nobody has decided about it."""
    return masked(typed) if is_masked(comment) and _MAY_HOLD_SOME.search(typed) else typed
