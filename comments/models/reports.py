"""What readers say against a comment that is shown, until a moderator has decided about it."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from comments.models.comments import Comment
from comments.models.decisions import Decision
from comments.models.states import Reason

REPORT_LENGTH = 300  # characters that people see: where to look, not another comment


class ReportQuerySet(models.QuerySet["Report"]):
    """Questions about reports."""

    def open(self) -> Self:
        """Those that no decision has answered."""
        return self.filter(decision=None)

    def recent_from(self, address_hash: str, since: datetime) -> Self:
        """What one address reported since then (aware); by index."""
        return self.filter(address_hash=address_hash, at__gt=since)

    def due(self, before: datetime) -> Self:
        """Those made before then (aware) that still say where they came from, the oldest first; by index."""
        return self.filter(at__lt=before).exclude(address_hash="").order_by("at")


class Report(models.Model):
    """One reader's report. Made by comments/reporting.py, answered by comments/moderation/reports.py."""

    comment = models.ForeignKey(Comment, models.CASCADE, related_name="reports")
    reason = models.CharField(_("lý do"), max_length=20, choices=Reason)
    words = models.CharField(_("lời người báo cáo"), max_length=REPORT_LENGTH * 4, blank=True)  # as in names
    address_hash = models.CharField(_("mã địa chỉ"), max_length=64, blank=True)
    browser_hash = models.CharField(max_length=64, blank=True)
    at = models.DateTimeField(_("lúc"))
    decision = models.ForeignKey(
        Decision, models.SET_NULL, null=True, blank=True, related_name="reports"
    )  # the one that answered it; None: open

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("báo cáo")
        verbose_name_plural = _("báo cáo")
        ordering = ["-id"]
        default_permissions = ()
        indexes = [
            models.Index(fields=["address_hash", "at"], name="report_from_address"),
            models.Index(fields=["at"], condition=~Q(address_hash=""), name="report_by_time"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(reason__in=Reason.values), name="report_reason_known"),
            models.UniqueConstraint(
                fields=["comment", "address_hash"], condition=~Q(address_hash=""), name="report_once_an_address"
            ),
            models.UniqueConstraint(
                fields=["comment", "browser_hash"], condition=~Q(browser_hash=""), name="report_once_a_browser"
            ),
        ]

    def __str__(self) -> str:
        return self.get_reason_display()
