"""Who has an article open at the desk right now. Written by news/presence.py alone."""

from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from news.models.users import User

FRESH = timedelta(seconds=30)  # three beats: one may get lost on the way
FORGOTTEN = timedelta(days=1)  # long enough to know again the window whose first answer got lost on the way


class PresenceQuerySet(models.QuerySet["Presence"]):
    """The newsroom's questions."""

    def fresh(self, at: datetime) -> Self:
        """Windows that are open, as far as one knows at that moment (aware)."""
        return self.filter(seen_at__gt=at - FRESH)

    def stale(self, at: datetime) -> Self:
        """Windows that were not heard of for a while."""
        return self.filter(seen_at__lte=at - FRESH)

    def forgotten(self, at: datetime) -> Self:
        """Windows that nobody will ask about any more."""
        return self.filter(seen_at__lte=at - FORGOTTEN)

    def yielding_to(self, user: User) -> Self:
        """Other people's windows whose pen this person may simply take."""
        return self.filter(holds=True, yields=True).exclude(user=user)

    def holding(self) -> Self:
        """Windows in which the text may be changed."""
        return self.filter(holds=True)


class Presence(models.Model):
    """A window in which somebody has an article open; at most one of an article's windows holds the pen."""

    article = models.ForeignKey("news.Article", models.CASCADE, related_name="presences")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    window = models.CharField(max_length=64)  # made up by the browser, one a tab
    field = models.CharField(max_length=40, blank=True)  # where the cursor stands
    seen_at = models.DateTimeField()
    holds = models.BooleanField(default=False)
    yields = models.BooleanField(default=False, db_default=False)  # the pen, to the next who may write

    objects = PresenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("người đang mở bài")
        verbose_name_plural = _("người đang mở bài")
        constraints = [
            models.UniqueConstraint(fields=["article", "window"], name="presence_once_a_window"),
            models.UniqueConstraint(fields=["article"], condition=Q(holds=True), name="presence_one_holder"),
            models.CheckConstraint(condition=Q(yields=False) | Q(holds=True), name="presence_yields_what_it_holds"),
        ]
        indexes = [
            models.Index(fields=["seen_at"], name="presence_seen"),
            models.Index(fields=["window"], name="presence_window"),
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.article}"
