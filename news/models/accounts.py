"""What stands around a person's account: invitations, failed tries, sessions, recovery codes."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class InvitationQuerySet(models.QuerySet["Invitation"]):
    """Questions about invitations."""

    def open(self, at: datetime | None = None) -> Self:
        """Those that can still be accepted at the moment `at` (aware; now if None)."""
        return self.filter(accepted_at=None, revoked_at=None, ends_at__gt=at or timezone.now())


class Invitation(models.Model):
    """A door held open for one person. Written by news/accounts/invitations.py alone."""

    display_name = models.CharField(_("tên hiển thị"), max_length=100)
    email = models.EmailField(_("thư điện tử"))
    roles = models.ManyToManyField(Group, verbose_name=_("vai trò"), related_name="+")
    key = models.CharField(_("khóa"), max_length=32)  # part of the link; a new one ends older links
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name=_("người mời"), null=True, related_name="+"
    )
    made_at = models.DateTimeField(_("mời lúc"), auto_now_add=True)
    sent_at = models.DateTimeField(_("gửi lúc"), null=True)
    ends_at = models.DateTimeField(_("hạn"))
    accepted_at = models.DateTimeField(_("nhận lúc"), null=True)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name=_("tài khoản"), null=True, related_name="+"
    )
    revoked_at = models.DateTimeField(_("thu hồi lúc"), null=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("lời mời")
        verbose_name_plural = _("lời mời")
        default_permissions = ()

    def __str__(self) -> str:
        return self.display_name

    def is_open(self) -> bool:
        """Whether it can still be accepted."""
        return not self.accepted_at and not self.revoked_at and self.ends_at > timezone.now()


class TryQuerySet(models.QuerySet["Try"]):
    """Questions about tries."""

    def before(self, one: "Try", since: datetime) -> Self:
        """Those from `since` on that were stored before `one`."""
        return self.filter(at__gte=since, pk__lt=one.pk)


class Try(models.Model):
    """A try at a secret that has failed or is being checked. Written by news/accounts/throttle.py alone."""

    account = models.CharField(_("tài khoản"), max_length=64)  # keyed hash: what was typed may be a password
    source = models.CharField(_("nguồn"), max_length=64)  # keyed hash of the address, or of a known browser's number
    known = models.BooleanField(_("trình duyệt quen"), default=False)
    at = models.DateTimeField(_("lúc"), default=timezone.now)

    objects = TryQuerySet.as_manager()

    class Meta:
        verbose_name = _("lần thử")
        verbose_name_plural = _("các lần thử")
        default_permissions = ()
        indexes = [
            models.Index(fields=["account", "source", "at"], name="try_pair"),
            models.Index(fields=["source", "at"], name="try_source"),
            models.Index(fields=["at"], name="try_at"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%H:%M:%S}"


class DeskSession(models.Model):
    """Where a person is signed in, in words for them. Written by news/accounts/sessions.py alone."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    session_key = models.CharField(max_length=40, unique=True)
    agent = models.CharField(_("thiết bị"), max_length=300, blank=True)
    network = models.CharField(_("mạng"), max_length=45, blank=True)
    began_at = models.DateTimeField(_("từ"), default=timezone.now)
    seen_at = models.DateTimeField(_("hoạt động lần cuối"), default=timezone.now)

    class Meta:
        verbose_name = _("phiên làm việc")
        verbose_name_plural = _("phiên làm việc")
        default_permissions = ()
        ordering = ["-seen_at", "-id"]

    def __str__(self) -> str:
        return f"{self.network} {self.seen_at:%d/%m}"


class RecoveryCode(models.Model):
    """One way in without the telephone, kept as a hash. Written by news/accounts/two_factor.py alone."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64)
    used_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("mã dự phòng")
        verbose_name_plural = _("mã dự phòng")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["person", "digest"], name="recovery_code_once")]

    def __str__(self) -> str:
        return f"#{self.pk}"
