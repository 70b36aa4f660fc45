"""What else came from the address of a comment: a moderator reads a first comment with other eyes than a tenth."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Count, QuerySet

from comments.models import Comment, State

History = dict[str, int]  # how many comments in each state


def histories(comments: Iterable[Comment]) -> dict[str, History]:
    """The history of every address from which these comments came, by its hash; one query."""
    addresses = {comment.address_hash for comment in comments} - {""}
    found: dict[str, History] = defaultdict(dict)
    rows = Comment.objects.filter(address_hash__in=addresses).order_by()
    for address, state, count in rows.values_list("address_hash", "state").annotate(Count("pk")):
        found[address][State(state).name.lower()] = count
    return found


def others_from(comment: Comment) -> list[Comment]:
    """The newest other comments from the same address."""
    if not comment.address_hash:
        return []
    rows = Comment.objects.filter(address_hash=comment.address_hash).exclude(pk=comment.pk).select_related("article")
    return list(rows.defer("article__body", "article__search_text", "opinions").newest_first()[:10])


def newest_from(comments: Iterable[Comment], most: int = 5) -> dict[str, list[Comment]]:
    """The newest comments of every address from which these came, one more than `most` each, by its hash; one query."""
    addresses = sorted({comment.address_hash for comment in comments} - {""})
    found: dict[str, list[Comment]] = defaultdict(list)
    if not addresses:
        return found
    shown = Comment.objects.only(
        *("address_hash", "state", "text", "created_at", "words_erased_at"), *("decided_by", "answered_by")
    )
    parts = [shown.filter(pk__in=_newest_keys(address).values("pk")[: most + 1]).order_by() for address in addresses]
    for comment in parts[0].union(*parts[1:], all=True).order_by("-id"):
        found[comment.address_hash].append(comment)
    return found


def _newest_keys(address: str) -> QuerySet[Comment]:
    return Comment.objects.filter(address_hash=address).order_by("-created_at", "-id")
