"""What is asked around a comment on its way in: one query for what was said, none for what is counted, which comes with
the article's row.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db.models import IntegerField, QuerySet, Subquery

from comments.models import Comment, Said, State
from comments.moderation.around import FLOOD, TRUST, Around, Echo
from comments.moderation.rules.chosen import BOUNDS
from news.models import Article

SAME_FOR = timedelta(minutes=10)  # a double click, a reload, a retry after a time-out
MOST_COUNTED = max(BOUNDS["article_limit"][1], BOUNDS["network_limit"][1])
MOST_KNOWN = 200  # of one address's newest comments: as much of a past as anybody is judged by
NOT_SHOWN = (State.REJECTED, State.SPAM)


class HowMany(Subquery):
    """How many rows a query has, as a column of another one; `where` asks about the rows' state."""

    output_field = IntegerField()

    def __init__(self, rows: "QuerySet[Any, Any]", where: Sequence[State] = (), **extra: Any) -> None:
        states = ", ".join(f"'{state.value}'" for state in where)  # our own words, no reader's
        condition = f" WHERE state IN ({states})" if states else ""
        self.template = f"(SELECT COUNT(*) FROM (%(subquery)s) counted{condition})"  # noqa: S608 (see above)
        super().__init__(rows, **extra)


def said(
    addresses: Sequence[str], marks: Iterable[int], now: datetime, key: str | None = None
) -> tuple[list[Comment], list[Comment]]:
    """What the address, by these hashes, has sent in the time in which the same is not taken in twice; and with that what
    bears one of the marks, or came with the key of the draft.
    """
    own = Comment.objects.recent_from(addresses, now - SAME_FOR) if addresses else Comment.objects.none()
    alike = Comment.objects.filter(pk__in=Said.objects.bearing(marks).values("comment"))
    parts = [own, alike, *([Comment.objects.filter(submission_key=key)] if key else [])]
    first, *others = (some.defer("search_text", "opinions").order_by() for some in parts)
    rows = {one.pk: one for one in first.union(*others, all=True)}
    lately = [one for one in rows.values() if one.address_hash in addresses and one.created_at > now - SAME_FOR]
    return lately, list(rows.values())


def counted(addresses: Sequence[str], network_hash: str, now: datetime, article_id: int) -> dict[str, HowMany]:
    """Columns for `live_article`."""
    under = Comment.objects.of_the_article(article_id, now - FLOOD).values("pk")[:MOST_COUNTED]
    columns = {"under_article": HowMany(under)}
    if addresses:
        known = Comment.objects.recent_from(addresses, now - TRUST).order_by("-created_at")
        states = known.values("state")[:MOST_KNOWN]
        columns |= {"approved": HowMany(states, [State.APPROVED]), "refused": HowMany(states, NOT_SHOWN)}
    if network_hash:
        near = Comment.objects.of_the_network(network_hash, now - FLOOD).values("pk")[:MOST_COUNTED]
        columns["from_network"] = HowMany(near)
    return columns


def around(article: Article, found: tuple[Echo, ...]) -> Around:
    """All of it, of an article that came with the columns."""
    asked = vars(article)
    numbers = {name: asked[name] for name in ("under_article", "from_network", "approved", "refused") if name in asked}
    return Around(found, **numbers)


def echoes(alike: Iterable[Comment], addresses: Collection[str], now: datetime) -> tuple[Echo, ...]:
    """Other comments as a phase compares them. What their own writer took back may be said again, by them."""
    found = []
    for one in alike:
        is_own = bool(one.address_hash) and one.address_hash in addresses
        if not (is_own and one.state == State.TAKEN_BACK) and not one.words_erased_at:
            days = (now - one.created_at) / timedelta(days=1)
            found.append(Echo(one.name, one.text, one.article_id, is_own, State(one.state), days))
    return tuple(found)
