"""Where comments come from, without knowing who."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Sender(models.Model):
    """A network address as a keyed hash. Its row is what posts from one address queue at, so that several processes count as one."""

    address_hash = models.CharField(_("mã địa chỉ"), max_length=64, unique=True)
    first_seen_at = models.DateTimeField(_("thấy lần đầu"), auto_now_add=True)

    class Meta:
        verbose_name = _("nguồn gửi")
        verbose_name_plural = _("nguồn gửi")

    def __str__(self) -> str:
        return self.address_hash[:8]
