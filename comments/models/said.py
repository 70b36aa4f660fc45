"""What has been said of late, as marks of its words: the same and nearly the same is found by index, not by reading."""

from collections.abc import Iterable
from datetime import datetime
from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from comments.models.comments import Comment


class SaidQuerySet(models.QuerySet["Said"]):
    """Questions about marks."""

    def bearing(self, marks: Iterable[int]) -> Self:
        """Those of these marks that somebody's words bear: at most one row each."""
        return self.filter(mark__in=list(marks))

    def past(self, before: datetime) -> Self:
        """What was said before then (aware), in the order in which all who write here lock it."""
        return self.filter(at__lt=before).order_by("mark")


class Said(models.Model):
    """One mark, and the newest comment whose words bear it. Written by comments/moderation/echoes.py and privacy.py alone."""

    mark = models.BigIntegerField(primary_key=True)  # a keyed hash of 64 bits: nothing can be read from it
    comment = models.ForeignKey(Comment, models.CASCADE, related_name="+")
    at = models.DateTimeField()

    objects = SaidQuerySet.as_manager()

    class Meta:
        verbose_name = _("dấu của lời đã nói")
        verbose_name_plural = _("dấu của lời đã nói")

    def __str__(self) -> str:
        return f"{self.mark:x}"
