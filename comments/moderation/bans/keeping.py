"""To ban, to change the end, to lift, to undo. The only writer of Ban.

Each function asks the right of the person (None: the house itself), has its effect and its entry in the desk's log, which
knows a ban by its number alone: the log is kept longer than what is known of readers.
"""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from comments.models import Ban, Comment, Kept, State, Swept
from comments.models.bans import KEYS
from comments.moderation.bans.keys import Person, email_key, is_nobodys, masked, name_key
from comments.moderation.bans.sweeping import start
from comments.moderation.errors import AlreadySo, CannotDecide, NotAllowed, TooLate
from comments.moderation.in_memory import renew
from news import audit
from news.models import Outcome, User


class Unbannable(CannotDecide):
    """Nothing is known by which that person could be banned, or too many others would be."""


@dataclass(frozen=True)
class Wanted:
    """A ban as it was asked for. `comment` is what it is for, `sweep` the ids of what goes with it."""

    person: Person
    note: str
    until: datetime | None
    silent: bool = False
    comment: Comment | None = None
    sweep: Collection[int] = ()
    state: State = State.REJECTED  # what becomes of the swept
    reason: str = ""


def ban(wanted: Wanted, by: User | None, key: UUID) -> Ban:
    """Ban the person and sweep. The same key again is the same ban, which is made once. Raises NotAllowed, Unbannable."""
    require(by, "add")
    refuse_unbannable(wanted.person)
    with transaction.atomic():
        found, is_new = Ban.objects.get_or_create(key=key, defaults=_fields(wanted) | {"by": by})
        if found.by_id != (by.pk if by else None):
            raise NotAllowed(_("Đây là lệnh cấm của người khác."))
        if is_new:
            Swept.objects.bulk_create(Swept(ban=found, comment_id=pk) for pk in wanted.sweep)
            renew(Kept.BANS)
            _log("added", by, found, count=len(wanted.sweep), silent=wanted.silent)
    if is_new:
        start(found, len(wanted.sweep))
    return found


def change_end(found: Ban, until: datetime | None, by: User | None) -> None:
    """Let it hold until then (None: without an end). Raises NotAllowed, CannotDecide where it has ended."""
    with _locked(found, by) as live:
        live.until = until
        live.save(update_fields=["until", "search_text"])
        _log("changed", by, live)


def lift(found: Ban, by: User | None) -> None:
    """End it now; what was swept stays as it is. Raises NotAllowed, CannotDecide where it has ended."""
    with _locked(found, by) as live:
        live.lifted_at, live.lifted_by = timezone.now(), by
        live.save(update_fields=["lifted_at", "lifted_by", "search_text"])
        _log("lifted", by, live)


def undo(found: Ban, by: User | None) -> None:
    """Lift it and put back what was swept with it, but for what somebody has decided since.

    Raises NotAllowed, AlreadySo, TooLate after thirty days.
    """
    require(by, "change")
    now = timezone.now()
    with transaction.atomic():
        found.refresh_from_db(from_queryset=Ban.objects.select_for_update(of=("self",)))
        if found.undone_at:
            raise AlreadySo(_("Lệnh cấm này đã được hoàn tác rồi."))
        if found.undo_until <= now:
            raise TooLate(_("Đã quá 30 ngày nên không hoàn tác được nữa; có thể gỡ lệnh cấm."))
        found.swept.filter(outcome=Outcome.WAITING).update(
            outcome=Outcome.REFUSED, sentence=_("Đã hoàn tác trước khi tới lượt.")
        )
        if found.is_live(now):
            found.lifted_at, found.lifted_by = now, by
        found.undone_at, found.undone_by = now, by
        found.save(update_fields=["undone_at", "undone_by", "lifted_at", "lifted_by", "search_text"])
        renew(Kept.BANS)
        number = found.swept.filter(outcome=Outcome.DONE).count()
        _log("undone", by, found, count=number)
    start(found, number)


def forget(bans: Sequence[Ban], now: datetime) -> int:
    """What says on whom these ended bans were goes."""
    for one in bans:
        one.name = one.email = one.hashed_in = ""
        for key in KEYS:
            setattr(one, key, "")
        one.erased_at = now
        one.save()
    return len(bans)


def refuse_unbannable(person: Person) -> None:
    """Raises Unbannable where nothing is left to ban by, or the name is everybody's."""
    if person.name and is_nobodys(person.name):
        raise Unbannable(_("Tên “%(name)s” quá ngắn hoặc quá chung, cấm theo tên sẽ cấm nhầm.") % {"name": person.name})
    if person == Person():
        raise Unbannable(_("Hãy chọn ít nhất một cách nhận ra người gửi."))


def about(comments: Sequence[Comment]) -> Q:
    """The bans that concern whoever sent these comments: by e-mail, or made for one of them."""
    emails = {email_key(comment.email) for comment in comments} - {""}
    return Q(email_key__in=emails) | Q(comment__in=[comment.pk for comment in comments])


def keys_of(person: Person) -> dict[str, str]:
    """The four keys by which the person can be banned, empty where nothing is known."""
    return {
        "name_key": "" if is_nobodys(person.name) else name_key(person.name),
        "email_key": email_key(person.email),
        "address_hash": person.address_hash,
        "network_hash": person.network_hash,
    }


def require(by: User | None, act: str) -> None:
    """Raises NotAllowed for lack of the right to “view”, “add” or “change” bans."""
    if by is not None and not by.has_perm(f"comments.{act}_ban"):
        raise NotAllowed(_("Bạn không có quyền cấm bình luận."))


def _fields(wanted: Wanted) -> dict[str, object]:
    person = wanted.person
    return {
        **keys_of(person),
        "hashed_in": person.month,
        "name": person.name,
        "email": masked(person.email),
        "note": wanted.note,
        "silent": wanted.silent,
        "until": wanted.until,
        "comment": wanted.comment,
        "swept_state": wanted.state,
        "swept_reason": wanted.reason,
    }


@contextmanager
def _locked(found: Ban, by: User | None) -> Iterator[Ban]:
    """The same object with the row's newest values, locked; every process learns of what becomes of it."""
    require(by, "change")
    with transaction.atomic():
        found.refresh_from_db(from_queryset=Ban.objects.select_for_update(of=("self",)))
        if not found.is_live(timezone.now()):
            raise AlreadySo(_("Lệnh cấm này đã hết hạn hoặc đã được gỡ."))
        yield found
        renew(Kept.BANS)


def _log(act: str, by: User | None, found: Ban, **details: Any) -> None:
    if found.until:
        details["until"] = found.until.isoformat()
    audit.record(f"ban.{act}", by, number=found.pk, **details)
