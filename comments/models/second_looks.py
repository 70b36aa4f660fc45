"""What a reader says who asks the newsroom to look once more at a comment that was not shown."""

from datetime import datetime
from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from comments.models.comments import Comment
from comments.models.decisions import Decision
from comments.models.states import UNSEEN

PLEA_LENGTH = 500  # characters that people see: a few sentences, not a second comment


class SecondLookQuerySet(models.QuerySet["SecondLook"]):
    """Questions about pleas."""

    def due(self, before: datetime) -> Self:
        """Those of before then (aware) with words, about what is shown or waits, the oldest first; by index. The others go with
        their comment's words."""
        return self.filter(at__lt=before).exclude(words="").exclude(comment__state__in=UNSEEN).order_by("at")


class SecondLook(models.Model):
    """The one request of a comment's writer. Written by comments/moderation/second_look.py alone; never undone."""

    comment = models.OneToOneField(Comment, models.CASCADE, primary_key=True, related_name="second_look")
    decision = models.OneToOneField(
        Decision, models.CASCADE, related_name="second_look"
    )  # the change to waiting that it made
    words = models.CharField(
        _("lời người gửi"), max_length=PLEA_LENGTH * 4, blank=True
    )  # four code points a character, as in names
    at = models.DateTimeField(_("xin lúc"))

    objects = SecondLookQuerySet.as_manager()

    class Meta:
        verbose_name = _("lời xin xem lại")
        verbose_name_plural = _("lời xin xem lại")
        indexes = [models.Index(fields=["at"], name="second_look_by_time")]

    def __str__(self) -> str:
        return self.words[:60]
