"""Which version of a small table holds, so that a process may keep the whole table in memory."""

from django.db import models
from django.db.models import Q

from comments.models.words import new_version


class Kept(models.TextChoices):
    """The tables that processes hold in memory."""

    BANS = "bans"
    SWITCHES = "switches"


class KeptVersion(models.Model):
    """One row a table; another version with each change. Written by comments/moderation/in_memory.py alone."""

    table = models.CharField(primary_key=True, max_length=10, choices=Kept)
    version = models.CharField(max_length=16, default=new_version)

    class Meta:
        default_permissions = ()
        constraints = [models.CheckConstraint(condition=Q(table__in=Kept.values), name="kept_table_known")]

    def __str__(self) -> str:
        return f"{self.table} {self.version}"
