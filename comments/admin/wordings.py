"""What a comment said before its writer changed it, compared with what came after."""

from collections.abc import Callable
from dataclasses import dataclass

from comments.models import Comment, Wording
from comments.moderation.masking import is_masked, masked
from news.revisions.compare import Row, text_row


@dataclass(frozen=True)
class Changed:
    """One change: the wording before it, and both compared, the name only where it changed."""

    earlier: Wording
    rows: list[Row]


def wordings_of(comment: Comment) -> list[Changed]:
    """The changes, the newest first; one query, and none for what was never changed."""
    if not comment.edition:
        return []
    found: list[Changed] = []
    after: Comment | Wording = comment
    for earlier in comment.wordings.all():
        found.append(Changed(earlier, _compared(earlier, after, masked if is_masked(comment) else str)))
        after = earlier
    return found


def _compared(before: Wording, after: Comment | Wording, shown: Callable[[str], str]) -> list[Row]:
    names = [text_row(before.name, after.name)] if before.name != after.name else []
    return [*names, text_row(shown(before.text), shown(after.text))]
