"""Who likes a comment, as far as it takes to count everybody once; how many do stands on the comment."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from comments.models.comments import Comment


class LikeQuerySet(models.QuerySet["Like"]):
    """Questions about likes."""

    def recent_from(self, address_hash: str, since: datetime) -> Self:
        """What one address pressed since then (aware); by index."""
        return self.filter(address_hash=address_hash, at__gt=since)

    def due(self, before: datetime) -> Self:
        """Those last pressed before then (aware), the oldest first; by index."""
        return self.filter(at__lt=before).order_by("at")


class Like(models.Model):
    """One reader's press, taken back or not. Written by comments/likes.py alone; erased in time by comments/privacy.py."""

    comment = models.ForeignKey(Comment, models.CASCADE, related_name="liked_by")
    address_hash = models.CharField(_("mã địa chỉ"), max_length=64)
    browser_hash = models.CharField(max_length=64, blank=True)  # empty where the browser runs no script
    counts = models.BooleanField(_("được tính"), default=True)  # False: taken back
    turns = models.PositiveSmallIntegerField(default=1)  # presses and second thoughts: all of them go by the budget
    at = models.DateTimeField(_("lúc"))  # the last of them

    objects = LikeQuerySet.as_manager()

    class Meta:
        verbose_name = _("lượt thích")
        verbose_name_plural = _("lượt thích")
        default_permissions = ()
        indexes = [
            models.Index(fields=["address_hash", "at"], name="like_from_address"),
            models.Index(fields=["at"], name="like_by_time"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["comment", "address_hash"], name="like_once_an_address"),
            models.UniqueConstraint(
                fields=["comment", "browser_hash"], condition=~Q(browser_hash=""), name="like_once_a_browser"
            ),
        ]

    def __str__(self) -> str:
        return self.address_hash[:8]
