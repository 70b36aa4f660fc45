"""What a comment said before its writer changed it, so that a moderator sees what was shown or judged."""

from datetime import datetime
from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from comments.models.comments import NAME_LENGTH, Comment
from comments.models.states import UNSEEN, State


class WordingQuerySet(models.QuerySet["Wording"]):
    """Questions about earlier wordings."""

    def due(self, before: datetime) -> Self:
        """Those given up before then (aware) of what is shown or waits, the oldest first; by index. The others go with their
        comment's words."""
        return self.filter(at__lt=before).exclude(comment__state__in=UNSEEN).order_by("at")


class Wording(models.Model):
    """An earlier wording, and what had become of it. Written by comments/moderation/editing.py alone."""

    comment = models.ForeignKey(Comment, models.CASCADE, related_name="wordings")
    name = models.CharField(_("tên"), max_length=NAME_LENGTH[1] * 4)
    text = models.TextField(_("bình luận"))
    state = models.CharField(_("trạng thái"), max_length=10, choices=State)
    at = models.DateTimeField(_("sửa lúc"))  # when the next wording took its place

    objects = WordingQuerySet.as_manager()

    class Meta:
        verbose_name = _("lời trước khi sửa")
        verbose_name_plural = _("lời trước khi sửa")
        ordering = ["-id"]
        indexes = [models.Index(fields=["at"], name="wording_by_time")]

    def __str__(self) -> str:
        return f"{self.name}: {self.text[:60]}"
