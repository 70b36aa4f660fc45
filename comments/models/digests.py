"""Until when somebody of the newsroom has been written to about comments under their own articles."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Digest(models.Model):
    """One row a person, written by comments/digests.py alone: what stands there has been told and is not told again."""

    to = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="+")
    until = models.DateTimeField(_("đã báo đến"))

    class Meta:
        verbose_name = _("thư tóm tắt bình luận")
        verbose_name_plural = _("thư tóm tắt bình luận")

    def __str__(self) -> str:
        return f"{self.to}: {self.until}"
