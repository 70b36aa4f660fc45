"""Who did what at the desk, for years: nothing here points at anything, so that nothing here goes with anything."""

from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _


class AuditQuerySet(models.QuerySet["AuditEntry"]):
    """Questions about the past."""

    def newest_first(self) -> Self:
        """In the order in which an index lies."""
        return self.order_by("-at", "-id")


class AuditEntry(models.Model):
    """One act. Written by news/audit.py alone; the database refuses to change or delete a row."""

    at = models.DateTimeField(_("lúc"), auto_now_add=True)
    by_id = models.BigIntegerField(_("số của người làm"), null=True)
    by_name = models.CharField(_("người làm"), max_length=255, blank=True)
    act = models.CharField(_("việc"), max_length=60)
    subject_kind = models.CharField(_("loại đối tượng"), max_length=60, blank=True)
    subject_id = models.CharField(_("số của đối tượng"), max_length=40, blank=True)
    subject_label = models.CharField(_("đối tượng"), max_length=300, blank=True)
    note = models.TextField(_("ghi chú"), blank=True)
    details = models.JSONField(_("chi tiết"), default=dict, blank=True)
    network = models.CharField(_("mạng"), max_length=45, blank=True)  # a /24 or a /48, never a whole address
    session = models.CharField(_("phiên"), max_length=12, blank=True)  # tells sessions apart, opens none

    objects = AuditQuerySet.as_manager()

    class Meta:
        verbose_name = _("mục nhật ký hệ thống")
        verbose_name_plural = _("nhật ký hệ thống")
        default_permissions = ("view",)
        indexes = [
            models.Index(fields=["-at", "-id"], name="audit_newest"),
            models.Index(fields=["by_id", "-at", "-id"], name="audit_by_person"),
            models.Index(fields=["act", "-at", "-id"], name="audit_by_act"),
            models.Index(fields=["subject_kind", "subject_id", "-at", "-id"], name="audit_by_subject"),
        ]

    def __str__(self) -> str:
        return f"{self.act} · {self.by_name or '–'}"
