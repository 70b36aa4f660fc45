"""Which waiting comment is before whose eyes, so that two people don't read the same one at the same time."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from comments.models.comments import Comment


class ReservationQuerySet(models.QuerySet["Reservation"]):
    """The moderators' questions."""

    def of_others(self, by: int, at: datetime) -> Self:
        """What others than this person have before them at that moment (aware)."""
        return self.filter(until__gt=at).exclude(by=by)

    def over(self, at: datetime) -> Self:
        """What ended before then (aware)."""
        return self.filter(until__lte=at)


class Reservation(models.Model):
    """One comment kept for one person until a moment. Written by comments/moderation/reserving.py alone."""

    comment = models.OneToOneField(Comment, models.CASCADE, primary_key=True, related_name="reservation")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    until = models.DateTimeField()

    objects = ReservationQuerySet.as_manager()

    class Meta:
        verbose_name = _("bình luận đang có người đọc")
        verbose_name_plural = _("bình luận đang có người đọc")
        indexes = [models.Index(fields=["until"], name="reservation_ends")]

    def __str__(self) -> str:
        return f"{self.comment_id} · {self.by_id}"
