"""What else came from the address of a comment: a moderator reads a first comment with other eyes than a tenth."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Count

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
