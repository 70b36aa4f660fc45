"""Every decision about a comment, so that each can be told and undone."""

from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from comments.models.comments import Comment
from comments.models.states import Reason, State

UNDO_WINDOW = timedelta(days=30)  # as long as a quarrel about a comment lasts; later it is decided anew


class DecisionQuerySet(models.QuerySet["Decision"]):
    """Questions about decisions."""

    def standing(self) -> Self:
        """What nobody has undone."""
        return self.filter(undone_at=None)

    def of_the_queue(self, since: datetime) -> Self:
        """What moderators have decided since then (aware) about comments that waited, the newest first; not what went with
        a ban, for nobody judged its words."""
        decided = self.standing().filter(swept=None, before=State.WAITING, at__gte=since)
        return decided.exclude(after=State.TAKEN_BACK).order_by("-at")

    def told_once(self) -> Self:
        """Of several decisions that were one act the first alone."""
        earlier = Decision.objects.filter(batch=OuterRef("batch"), pk__lt=OuterRef("pk")).order_by()
        return self.filter(Q(batch=None) | ~Exists(earlier))

    def own(self, by: int) -> Self:
        """What the person has decided, the newest first; by index."""
        return self.filter(by=by).order_by("-at", "-id")


class Decision(models.Model):
    """One change of a comment's state. Written by comments/moderation alone; undoing sets `undone_at`."""

    comment = models.ForeignKey(Comment, models.CASCADE, related_name="decisions")
    before = models.CharField(_("trước"), max_length=10, choices=State)
    after = models.CharField(_("sau"), max_length=10, choices=State)
    reason_before = models.CharField(max_length=20, choices=Reason, blank=True)
    reason = models.CharField(_("lý do"), max_length=20, choices=Reason, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name=_("người duyệt"), null=True, related_name="+"
    )
    at = models.DateTimeField(_("lúc"), auto_now_add=True)
    undone_at = models.DateTimeField(_("hoàn tác lúc"), null=True, blank=True)
    batch = models.UUIDField(null=True, blank=True, editable=False)  # what was one act is undone as one

    objects = DecisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("quyết định")
        verbose_name_plural = _("quyết định")
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["before", "-at"], name="decision_newest_from"),
            models.Index(fields=["by", "-at", "-id"], name="decision_own_by_time"),
            models.Index(fields=["batch", "id"], condition=Q(batch__isnull=False), name="decision_of_batch"),
        ]

    def __str__(self) -> str:
        return f"{self.get_before_display()} → {self.get_after_display()}"
