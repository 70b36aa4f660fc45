"""What a reader says who asks the newsroom to look once more at a comment that was not shown."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from comments.models.comments import Comment
from comments.models.decisions import Decision

PLEA_LENGTH = 500  # characters that people see: a few sentences, not a second comment


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

    class Meta:
        verbose_name = _("lời xin xem lại")
        verbose_name_plural = _("lời xin xem lại")

    def __str__(self) -> str:
        return self.words[:60]
