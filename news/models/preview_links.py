"""Links by which people without a login may look at an article before readers do. Written by news/previews.py alone."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class PreviewLinkQuerySet(models.QuerySet["PreviewLink"]):
    """The newsroom's questions."""

    def working(self, at: datetime | None = None) -> Self:
        """Links that open at the moment `at` (aware; now if None)."""
        return self.filter(revoked_at=None, ends_at__gt=at or timezone.now())


class PreviewLink(models.Model):
    """One link, for one person or house outside; how often it was opened tells whether they have looked."""

    article = models.ForeignKey("news.Article", models.CASCADE, related_name="preview_links")
    revision = models.ForeignKey(
        "news.Revision", models.CASCADE, null=True, related_name="+", verbose_name=_("bản")
    )  # None: always the newest
    recipient = models.CharField(_("gửi cho"), max_length=100, blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(_("tạo lúc"), default=timezone.now)
    ends_at = models.DateTimeField(_("dùng được đến"))
    revoked_at = models.DateTimeField(_("thu hồi lúc"), null=True)
    opened = models.PositiveIntegerField(_("số lần mở"), default=0)
    last_opened_at = models.DateTimeField(_("mở lần cuối"), null=True)

    objects = PreviewLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("liên kết xem trước")
        verbose_name_plural = _("liên kết xem trước")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=models.F("made_at")), name="preview_link_has_time")
        ]

    def __str__(self) -> str:
        return self.recipient or f"#{self.pk}"

    def works(self, at: datetime | None = None) -> bool:
        """The question of `working()` for this one link."""
        return self.revoked_at is None and self.ends_at > (at or timezone.now())
