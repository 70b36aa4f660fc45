"""Letters to readers who left an e-mail: which went out, and who wants no more of them. No address is kept here."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from comments.models.comments import Comment


class LetterKind(models.TextChoices):
    """What a letter tells."""

    DECIDED = "decided", _("kết quả duyệt")
    ANSWERED = "answered", _("có người trả lời")


class LetterQuerySet(models.QuerySet["Letter"]):
    """Questions about letters."""

    def settled(self, now: datetime) -> Self:
        """What went out, is going, or was given up; the rest may be tried again at `now` (aware)."""
        return self.exclude(next_try_at__lte=now)

    def since(self, moment: datetime) -> Self:
        """What was begun since then (aware); by index."""
        return self.filter(began_at__gte=moment)


class Letter(models.Model):
    """One letter about one comment. The row is there before the letter goes, so that none goes twice, whoever sends.

    Sent where `sent_at` is set; waiting for another try where `next_try_at` is; with neither it was given up, or its
    sender was ended in the middle, and nobody knows. Written by comments/letters/sending.py alone.
    """

    kind = models.CharField(max_length=10, choices=LetterKind)
    about = models.ForeignKey(Comment, models.CASCADE, related_name="letters")  # what was decided; the answer
    began_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    objects = LetterQuerySet.as_manager()

    class Meta:
        verbose_name = _("thư gửi bạn đọc")
        verbose_name_plural = _("thư gửi bạn đọc")
        indexes = [models.Index(fields=["-began_at"], name="letter_newest")]
        constraints = [
            models.UniqueConstraint(fields=["about", "kind"], name="letter_once"),
            models.CheckConstraint(condition=Q(kind__in=LetterKind.values), name="letter_kind_known"),
            models.CheckConstraint(condition=Q(sent_at=None) | Q(next_try_at=None), name="letter_sent_is_done"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} #{self.about_id}"


class LetterEnd(models.Model):
    """The writer of the comment wants no letters about answers. It holds for all comments with the same e-mail, for as long
    as that is kept. Written by comments/letters/ending.py alone."""

    comment = models.OneToOneField(Comment, models.CASCADE, primary_key=True, related_name="letter_end")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("lời thôi nhận thư")
        verbose_name_plural = _("lời thôi nhận thư")

    def __str__(self) -> str:
        return f"#{self.pk}"
