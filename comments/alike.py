"""Which waiting comments belong together: the same words, the same address, or nearly the same words (a campaign)."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from comments.models import Comment
from comments.models.comment_questions import CommentQuerySet
from comments.moderation.echoes import Shingles, likeness, shingles, syllables_in
from news.vietnamese.letters import fold

ENOUGH = 0.5  # of the shingles of both, for a campaign; one changed syllable breaks three of them
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
    wanted = shingles(syllables_in(fold(comment.text)))
    rows = waiting.order_by("-id").values_list("pk", "name", "search_text")[:READ]
    read = ((pk, shingles(syllables_in(said[len(fold(name)) + 1 :]))) for pk, name, said in rows)
    return [pk for pk, found in read if nearness(wanted, found) >= ENOUGH]


LIKENESSES = {
    each.name: each
    for each in (
        Likeness("loi", _("Cùng lời"), same_text),
        Likeness("nguon", _("Cùng nguồn gửi"), same_address),
        Likeness("chien-dich", _("Cùng chiến dịch (lời gần giống)"), same_campaign),
    )
}


def nearness(one: Shingles, other: Shingles) -> float:
    """How much two texts have in common, 0 to 1; two that have no syllables, as smileys have none, have all."""
    return 1.0 if one == other else likeness(one, other)
