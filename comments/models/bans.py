"""Who may not comment for a while, and what was cleared away when that was decided."""

from datetime import datetime
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Count, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from comments.models.comments import Comment
from comments.models.decisions import UNDO_WINDOW, Decision
from comments.models.states import State
from news.models import Outcome
from news.vietnamese.letters import fold

NOTE_LENGTH = 200
KEYS = ("name_key", "email_key", "address_hash", "network_hash")


class BanQuerySet(models.QuerySet["Ban"]):
    """Questions about bans."""

    def live(self, at: datetime) -> Self:
        """Those that hold at that moment (aware)."""
        return self.filter(Q(until=None) | Q(until__gt=at), lifted_at=None)

    def ended(self, at: datetime) -> Self:
        """Those that were lifted or whose time was over at that moment (aware)."""
        return self.filter(Q(lifted_at__isnull=False) | Q(until__lte=at))

    def newest_first(self) -> Self:
        """In the order in which an index lies."""
        return self.order_by("-at", "-id")

    def on(self, **keys: str) -> Self:
        """Those on any of these keys; empty ones say nothing."""
        given = [Q(**{name: value}) for name, value in keys.items() if value]
        return self.filter(Q(*given, _connector=Q.OR)) if given else self.none()

    def due(self, before: datetime) -> Self:
        """Those that had ended before then (aware) and still tell on whom they were."""
        over = self.alias(over_at=Coalesce("lifted_at", "until")).filter(over_at__lt=before, erased_at=None)
        return over.order_by("pk")

    def counted(self) -> Self:
        """With who banned, and how many swept comments came to which outcome: `waiting`, `done`, `undone`, …"""
        numbers = {one.value: Count("swept", filter=Q(swept__outcome=one)) for one in Outcome}
        return self.select_related("by", "lifted_by").annotate(**numbers)


class Ban(models.Model):
    """One decision on one person, by as many of four keys as moderators chose. Written by comments/moderation/bans/ alone."""

    key = models.UUIDField(unique=True, editable=False)  # of the page that asked: sent twice, it is one ban
    name = models.CharField(_("tên"), max_length=240, blank=True)  # as it was typed, for moderators
    name_key = models.CharField(max_length=240, blank=True)  # the same without what disguises it
    email = models.CharField(_("thư điện tử"), max_length=254, blank=True)  # masked, for moderators
    email_key = models.CharField(max_length=64, blank=True)  # hashed, as are the next two
    address_hash = models.CharField(max_length=64, blank=True)
    network_hash = models.CharField(max_length=64, blank=True)
    hashed_in = models.CharField(max_length=7, blank=True)  # the month whose key made them, such as 2026-11
    note = models.CharField(_("lý do"), max_length=NOTE_LENGTH)  # for moderators
    silent = models.BooleanField(_("lặng lẽ"), default=False)
    until = models.DateTimeField(_("đến"), null=True, blank=True)
    comment = models.ForeignKey(
        Comment, models.SET_NULL, verbose_name=_("vì bình luận"), null=True, blank=True, related_name="bans"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name=_("người cấm"), null=True, related_name="+"
    )
    at = models.DateTimeField(_("lúc"), auto_now_add=True)
    swept_state = models.CharField(max_length=10, choices=State, default=State.REJECTED)  # what the sweep makes of each
    swept_reason = models.CharField(max_length=20, blank=True)
    lifted_at = models.DateTimeField(_("gỡ lúc"), null=True, blank=True)
    lifted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    undone_at = models.DateTimeField(_("hoàn tác lúc"), null=True, blank=True)  # the sweep as well
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    erased_at = models.DateTimeField(null=True, blank=True)  # on whom it was, by comments/privacy.py
    search_text = models.TextField(blank=True, editable=False)  # name and note, folded

    objects = BanQuerySet.as_manager()

    class Meta:
        verbose_name = _("lệnh cấm")
        verbose_name_plural = _("lệnh cấm")
        ordering = ["-at", "-id"]
        default_permissions = ("view", "add", "change")  # never deleted: the log speaks of it
        indexes = [models.Index(fields=["-at", "-id"], name="ban_newest")]
        constraints = [
            models.CheckConstraint(
                condition=Q(erased_at__isnull=False) | ~Q(**dict.fromkeys(KEYS, "")), name="ban_on_somebody"
            ),
            models.CheckConstraint(
                condition=Q(swept_state__in=[State.REJECTED, State.SPAM]), name="ban_sweeps_out_of_sight"
            ),
        ]

    def __str__(self) -> str:
        known = gettext("nguồn gửi") if self.address_hash else gettext("dải mạng") if self.network_hash else ""
        return self.name or self.email or known or gettext("số %(number)s") % {"number": self.pk}

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keeps the search text in step."""
        self.search_text = fold(f"{self.name} {self.email} {self.note}")
        super().save(*args, **kwargs)

    def is_live(self, at: datetime) -> bool:
        """Whether it holds at that moment (aware): the question `live` asks."""
        return self.lifted_at is None and (self.until is None or self.until > at)

    @property
    def undo_until(self) -> datetime:
        """The moment from which it can't be undone any more."""
        return self.at + UNDO_WINDOW


class Swept(models.Model):
    """A comment that went with a ban: what became of it, and the decision by which it did."""

    ban = models.ForeignKey(Ban, models.CASCADE, related_name="swept")
    comment = models.ForeignKey(Comment, models.CASCADE, related_name="swept")
    decision = models.OneToOneField(Decision, models.SET_NULL, null=True, related_name="swept")
    featured_at = models.DateTimeField(null=True)  # what the decision took away besides the state
    outcome = models.CharField(max_length=10, choices=Outcome, default=Outcome.WAITING)
    sentence = models.CharField(max_length=300, blank=True)  # why it was not done, or not undone

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["ban", "comment"], name="swept_once")]
        indexes = [models.Index(fields=["ban", "outcome", "id"], name="swept_in_turn")]

    def __str__(self) -> str:
        return f"{self.ban_id}: {self.comment_id}"
