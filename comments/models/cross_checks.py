"""What a second moderator would have done, so that a newsroom knows how far its moderators agree."""

from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from comments.models.decisions import Decision
from comments.models.states import State


class CrossCheckQuerySet(models.QuerySet["CrossCheck"]):
    """Questions about cross-checks."""

    def agreeing(self) -> Self:
        """Where both would show the comment, or neither would."""
        both = models.Q(decision__after=State.APPROVED, after=State.APPROVED)
        return self.filter(both | ~models.Q(decision__after=State.APPROVED) & ~models.Q(after=State.APPROVED))


class CrossCheck(models.Model):
    """A decision looked at again by somebody who doesn't know it. Written by comments/moderation/agreement.py alone."""

    decision = models.OneToOneField(Decision, models.CASCADE, primary_key=True, related_name="cross_check")
    after = models.CharField(_("sẽ quyết"), max_length=10, choices=State)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name=_("người đối chiếu"), null=True, related_name="+"
    )
    at = models.DateTimeField(_("lúc"), db_index=True)

    objects = CrossCheckQuerySet.as_manager()

    class Meta:
        verbose_name = _("đối chiếu")
        verbose_name_plural = _("đối chiếu")

    def __str__(self) -> str:
        return f"{self.decision}: {self.get_after_display()}"
