"""Which waiting comments belong together: the same words, the same address, or nearly the same words (a campaign)."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from comments.models import Comment
from comments.models.comments import CommentQuerySet
from news.vietnamese.letters import fold

SYLLABLES = 3  # of a shingle: single syllables say little in Vietnamese, a word has up to four
ENOUGH = 0.5  # of the shingles of both, for a campaign; one changed word breaks three of them
READ = 3000  # waiting comments that are compared, the newest: one look, some hundredths of a second


@dataclass(frozen=True)
class Likeness:
    """One way to belong together: its name in addresses, in words, and the ids among those that wait."""

    name: str
    label: str | Promise
    among: Callable[[CommentQuerySet, Comment], list[int]]


def same_text(waiting: CommentQuerySet, comment: Comment) -> list[int]:
    """The same words, whoever sent them, marks or none."""
    wanted = fold(comment.text)
    rows = waiting.filter(search_text__endswith=f" {wanted}").values_list("pk", "text")
    return [pk for pk, text in rows.order_by("-id")[:READ] if fold(text) == wanted]


def same_address(waiting: CommentQuerySet, comment: Comment) -> list[int]:
    """What came from the same address; nothing where it is not kept any more."""
    if not comment.address_hash:
        return []
    return list(waiting.filter(address_hash=comment.address_hash).order_by("-id").values_list("pk", flat=True)[:READ])


def same_campaign(waiting: CommentQuerySet, comment: Comment) -> list[int]:
    """Nearly the same words, under whatever article."""
    wanted = shingles(fold(comment.text))
    rows = waiting.order_by("-id").values_list("pk", "name", "search_text")[:READ]
    return [pk for pk, name, said in rows if nearness(wanted, shingles(said[len(fold(name)) + 1 :])) >= ENOUGH]


LIKENESSES = {
    each.name: each
    for each in (
        Likeness("loi", _("Cùng lời"), same_text),
        Likeness("nguon", _("Cùng nguồn gửi"), same_address),
        Likeness("chien-dich", _("Cùng chiến dịch (lời gần giống)"), same_campaign),
    )
}


def shingles(folded: str) -> frozenset[str]:
    """Each three syllables in a row of a folded text, without punctuation; all of a shorter one."""
    syllables = "".join(letter if letter.isalnum() else " " for letter in folded).split()
    stretches = range(max(1, len(syllables) - SYLLABLES + 1))
    return frozenset(" ".join(syllables[start : start + SYLLABLES]) for start in stretches)


def nearness(one: frozenset[str], other: frozenset[str]) -> float:
    """How much two texts have in common: shared shingles among all (Jaccard), 0 to 1."""
    together = len(one | other)
    return len(one & other) / together if together else 0.0
