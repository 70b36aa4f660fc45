"""Where comments come from, without knowing who."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from comments.models.comments import Comment


class SenderQuerySet(models.QuerySet["Sender"]):
    """Questions about senders."""

    def unused(self) -> Self:
        """Those of whose comments none bears the hash any more; by index."""
        return self.filter(~Exists(Comment.objects.filter(address_hash=OuterRef("address_hash")).order_by()))

    def due(self, before: datetime) -> Self:
        """The unused ones that were first seen before then (aware), the oldest first."""
        return self.unused().filter(first_seen_at__lt=before).order_by("first_seen_at")


class Sender(models.Model):
    """A network address as a keyed hash. Its row is what posts from one address queue at, so that several processes count as one."""

    address_hash = models.CharField(_("mã địa chỉ"), max_length=64, unique=True)
    first_seen_at = models.DateTimeField(_("thấy lần đầu"), auto_now_add=True)

    objects = SenderQuerySet.as_manager()

    class Meta:
        verbose_name = _("nguồn gửi")
        verbose_name_plural = _("nguồn gửi")
        indexes = [models.Index(fields=["first_seen_at"], name="sender_by_time")]

    def __str__(self) -> str:
        return self.address_hash[:8]
