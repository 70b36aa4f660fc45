"""Which comments would go with a ban, told before anything is done."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from comments.models import Comment, State
from comments.moderation.bans.keys import Person, email_key, name_key

MOST = 5000  # comments with one ban: a few minutes' work in the background
EXAMPLES = 5
THIS, WAITING = "this", "waiting"
DAYS = (1, 7, 30)
SHOWN = (State.WAITING, State.APPROVED)  # what there is to take away


@dataclass(frozen=True)
class Count:
    """What would be swept: by id with the wording's number, how many of each state, the newest of them, what to heed."""

    pks: list[int]
    waiting: int
    approved: int
    examples: list[Comment]
    heed: list[str]
    mark: str  # the same as long as the same would happen


def count(comment: Comment, person: Person, sweep: str, now: datetime) -> Count:
    """What would go with a ban on the person for this comment: itself (`this`), all that waits (`waiting`), or all of so
    many days (a number in letters).
    """
    rows = list(to_sweep(comment, person, sweep, now).order_by("-pk").values_list("pk", "state", "edition")[:MOST])
    pks = sorted(pk for pk, _state, _edition in rows)
    states = [state for _pk, state, _edition in rows]
    newest = Comment.objects.filter(pk__in=[row[0] for row in rows[:EXAMPLES]]).select_related("article")
    return Count(
        pks,
        states.count(State.WAITING),
        states.count(State.APPROVED),
        list(newest.defer("article__body", "article__search_text", "opinions").order_by("-pk")),
        heed(comment, person, now),
        hashlib.blake2b(repr(sorted(rows)).encode(), digest_size=12).hexdigest(),
    )


def to_sweep(comment: Comment, person: Person, sweep: str, now: datetime) -> QuerySet[Comment]:
    """Comments that readers see or may see yet; the newsroom's own words never."""
    shown = Comment.objects.filter(state__in=SHOWN, answered_by=None)
    if sweep == THIS:
        return shown.filter(pk=comment.pk)
    reach = shown.filter(state=State.WAITING) if sweep == WAITING else shown.filter(created_at__gt=_days(sweep, now))
    return shown.filter(pk=comment.pk) | reach.filter(by_person(reach, person))


def by_person(reach: QuerySet[Comment], person: Person) -> Q:
    """What among these comments is the person's. Names and e-mails are compared here, as bans compare them: each that
    occurs once.
    """
    sent = Q(pk=None)
    if person.address_hash:
        sent |= Q(address_hash=person.address_hash)
    if person.network_hash:
        sent |= Q(network_hash=person.network_hash)
    if person.email:
        sent |= Q(email__in=_alike(reach.exclude(email=""), "email", email_key, person.email))
    if person.name:
        sent |= Q(name__in=_alike(reach, "name", name_key, person.name))
    return sent


def heed(comment: Comment, person: Person, now: datetime) -> list[str]:
    """Whom else a ban by name or by network would hit: sources of the last thirty days that are not this one."""
    lately = Comment.objects.filter(created_at__gt=now - timedelta(days=30)).exclude(address_hash="")
    others = lately.exclude(address_hash=comment.address_hash)
    told = []
    if person.name:
        number = _sources(others.filter(by_person(others, person.only({"name"}))))
        told += (
            [_("Tên này còn do %(count)d nguồn gửi khác dùng trong 30 ngày qua.") % {"count": number}] if number else []
        )
    if person.network_hash:
        number = _sources(others.filter(network_hash=person.network_hash))
        told += (
            [_("Dải mạng này còn %(count)d nguồn gửi khác trong 30 ngày qua.") % {"count": number}] if number else []
        )
    return told


def _sources(comments: QuerySet[Comment]) -> int:
    return comments.order_by().values("address_hash").distinct().count()


def _alike(rows: QuerySet[Comment], field: str, key: Callable[[str], str], wanted: str) -> list[str]:
    there = rows.order_by().values_list(field, flat=True).distinct()
    return [one for one in there.iterator() if key(one) == key(wanted)]


def _days(sweep: str, now: datetime) -> datetime:
    return now - timedelta(days=int(sweep))
