"""Inviting people. Nothing else writes Invitation.

The link is signed, opens once, ends after a week, and is void as soon as the invitation is sent again or revoked.
"""

import secrets
from collections.abc import Collection
from datetime import timedelta

from django.contrib.auth.models import Group
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from news import audit
from news.models import Invitation, User

LIFETIME = timedelta(days=7)
SENT_AGAIN_AFTER = timedelta(minutes=1)  # nobody's mailbox is filled from here
_SALT = "news.accounts.invitations"


class Closed(Exception):
    """The invitation is used, revoked, too old, or was sent again since; or it never was one."""


class NameTaken(Exception):
    """Somebody took the user name a moment ago."""


class TooSoon(Exception):
    """The last letter has only just left."""


def invite(by: User, display_name: str, email: str, roles: Collection[Group]) -> Invitation:
    """Hold the door open for somebody. Raises PermissionDenied."""
    require_may_invite(by)
    now = timezone.now()
    with transaction.atomic():
        invitation = Invitation.objects.create(
            display_name=display_name, email=email, key=_new_key(), invited_by=by, sent_at=now, ends_at=now + LIFETIME
        )
        invitation.roles.set(roles)
        audit.record("invitation.sent", by, invitation, roles=sorted(role.name for role in roles))
    return invitation


def send_again(invitation: Invitation, by: User) -> Invitation:
    """A new link and a new week, also after the old one ended. Raises PermissionDenied, Closed, TooSoon."""
    require_may_invite(by)
    with transaction.atomic():
        invitation = _lock(invitation.pk)
        if invitation.accepted_at or invitation.revoked_at:
            raise Closed
        now = timezone.now()
        if invitation.sent_at and invitation.sent_at > now - SENT_AGAIN_AFTER:
            raise TooSoon
        invitation.key, invitation.sent_at, invitation.ends_at = _new_key(), now, now + LIFETIME
        invitation.save(update_fields=["key", "sent_at", "ends_at"])
        audit.record("invitation.sent_again", by, invitation)
    return invitation


def revoke(invitation: Invitation, by: User) -> None:
    """Close the door. Raises PermissionDenied, Closed."""
    require_may_invite(by)
    with transaction.atomic():
        invitation = _lock(invitation.pk)
        if invitation.accepted_at or invitation.revoked_at:
            raise Closed
        invitation.revoked_at = timezone.now()
        invitation.save(update_fields=["revoked_at"])
        audit.record("invitation.revoked", by, invitation)


def token_of(invitation: Invitation) -> str:
    """The secret part of the link."""
    return signing.dumps([invitation.pk, invitation.key], salt=_SALT)


def behind(token: str) -> Invitation:
    """The invitation that the link opens. Raises Closed."""
    try:
        number, key = signing.loads(token, salt=_SALT)
    except (signing.BadSignature, ValueError, TypeError) as error:
        raise Closed from error
    invitation = Invitation.objects.open().filter(pk=number, key=key).first()
    if invitation is None:
        raise Closed
    return invitation


def accept(token: str, username: str, password: str) -> User:
    """The invited person's new account. Raises Closed, NameTaken; AcceptForm has checked name and password."""
    try:
        with transaction.atomic():
            return _accept(behind(token), username, password)
    except IntegrityError as error:
        raise NameTaken(_("Tên đăng nhập này đã có người dùng.")) from error


def _accept(found: Invitation, username: str, password: str) -> User:
    invitation = _lock(found.pk)
    if not invitation.is_open() or invitation.key != found.key:
        raise Closed
    person = User.objects.create_user(
        username, invitation.email, password, display_name=invitation.display_name, is_staff=True
    )
    person.groups.set(invitation.roles.all())
    invitation.accepted_at, invitation.accepted_by = timezone.now(), person
    invitation.save(update_fields=["accepted_at", "accepted_by"])
    audit.record("invitation.accepted", person, invitation, username=username)
    return person


def require_may_invite(by: User) -> None:
    """Raises PermissionDenied unless the person lets people in."""
    if not by.has_perm("news.add_user"):
        raise PermissionDenied(_("Bạn không có quyền mời người mới."))


def _lock(number: int) -> Invitation:
    return Invitation.objects.select_for_update().get(pk=number)


def _new_key() -> str:
    return secrets.token_hex(16)
