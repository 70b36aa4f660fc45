"""Which phases are on, in which order, and their thresholds, as the newsroom chose."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from comments.models.words import new_version

THE_PIPELINE = 1  # the number of the one row


class PipelineSettings(models.Model):
    """The one row. Written by comments/moderation/rules/keeping.py alone; what it holds is read by rules/stored.py."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=THE_PIPELINE, editable=False)
    version = models.CharField(max_length=16, default=new_version)
    chosen = models.JSONField(default=dict)  # {"order": [phase, …], "off": [phase, …], "thresholds": {name: number}}

    class Meta:
        verbose_name = _("các bước kiểm bình luận")
        verbose_name_plural = _("các bước kiểm bình luận")
        default_permissions = ("view", "change")
        constraints = [models.CheckConstraint(condition=Q(id=THE_PIPELINE), name="pipeline_settings_one_row")]

    def __str__(self) -> str:
        return str(self._meta.verbose_name)
