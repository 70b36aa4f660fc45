"""What was learned from the newsroom's decisions, in one row."""

from django.db import models
from django.utils.translation import gettext_lazy as _

THE_SCORE = 1  # the row's only key


class LearnedScore(models.Model):
    """The model that holds, and what is known of it. Written by comments/moderation/learned/keeping.py alone."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=THE_SCORE, editable=False)
    version = models.CharField(max_length=20)  # another one with each training; empty while it is switched off
    packed = models.BinaryField()  # see comments/moderation/learned/model.py
    figures = models.JSONField(default=dict)  # of comments/moderation/learned/training.py
    trained_at = models.DateTimeField(_("học lúc"))

    class Meta:
        verbose_name = _("điểm tự học")
        verbose_name_plural = _("điểm tự học")
        constraints = [models.CheckConstraint(condition=models.Q(id=THE_SCORE), name="learned_score_one_row")]

    def __str__(self) -> str:
        return self.version
