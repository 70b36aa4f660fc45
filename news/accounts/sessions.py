"""Where people are signed in. Nothing else writes DeskSession or ends somebody's session.

A session begins with Django's own signal, so that every way in is seen.
"""

from datetime import timedelta
from typing import Any

from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import QuerySet
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils import timezone

from news import audit
from news.addresses import client_address, neighbourhood
from news.models import DeskSession, User

SEEN = "seen"  # in the session: minutes since 1970 when it was last noted, so that most requests write nothing
NOTED_EVERY = 5  # minutes


@receiver(user_logged_in)
def begin(sender: object, request: HttpRequest, user: User, **kwargs: Any) -> None:
    """Note the new session and where it is."""
    DeskSession.objects.filter(person=user).exclude(session_key__in=_alive()).delete()
    if request.session.session_key:  # after another person in the same browser it has none yet: `see` notes it
        _note(request, user)


@receiver(user_logged_out)
def leave(sender: object, request: HttpRequest, user: User | None, **kwargs: Any) -> None:
    """The session is over; Django deletes its own row after this."""
    if user is not None:
        DeskSession.objects.filter(session_key=request.session.session_key).delete()
        audit.record("account.signed_out", user, user)


def renew(request: HttpRequest, person: User) -> None:
    """Keep this session, and only this one, through a change of the password; it gets a new key."""
    here = DeskSession.objects.filter(session_key=request.session.session_key)
    update_session_auth_hash(request, person)
    here.update(session_key=request.session.session_key)


def see(request: HttpRequest, person: User) -> None:
    """Note that the session is in use, every few minutes; no query in between."""
    if _minute() - request.session.get(SEEN, 0) >= NOTED_EVERY:
        if not request.session.session_key:
            request.session.save()
        _note(request, person)


def _note(request: HttpRequest, person: User) -> None:
    now = timezone.now()
    where = {
        "agent": request.META.get("HTTP_USER_AGENT", "")[:300].replace("\0", ""),
        "network": neighbourhood(client_address(request)),
        "seen_at": now,
    }
    key = request.session.session_key
    DeskSession.objects.update_or_create(
        session_key=key,
        defaults={"person": person, **where},
        create_defaults={"person": person, "began_at": now, **where},
    )
    request.session[SEEN] = _minute()


def _minute() -> int:
    return int(timezone.now().timestamp() // timedelta(minutes=1).total_seconds())


def of(person: User) -> list[DeskSession]:
    """Where the person is signed in, the last used one first; rows whose session has run out are not among them."""
    return list(DeskSession.objects.filter(person=person, session_key__in=_alive()))


def _alive() -> QuerySet[Any, Any]:
    return Session.objects.filter(expire_date__gt=timezone.now()).values("session_key")


def end(person: User, number: int, by: User) -> bool:
    """End one session of the person; False if there is none of that number."""
    return _end(DeskSession.objects.filter(person=person, pk=number), person, by) > 0


def end_others(request: HttpRequest, person: User) -> int:
    """End every session of the person but this one; how many there were."""
    others = DeskSession.objects.filter(person=person).exclude(session_key=request.session.session_key)
    return _end(others, person, by=person)


def end_all(person: User, by: User | None) -> int:
    """End every session of the person; how many there were."""
    return _end(DeskSession.objects.filter(person=person), person, by)


def _end(rows: QuerySet[DeskSession], person: User, by: User | None) -> int:
    with transaction.atomic():
        keys = list(rows.values_list("session_key", flat=True))
        Session.objects.filter(session_key__in=keys).delete()
        ended, _details = DeskSession.objects.filter(session_key__in=keys).delete()
        if ended:
            audit.record("account.sessions_ended", by, person, count=ended)
    return ended
