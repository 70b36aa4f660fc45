"""How strict the newsroom is: what each check before publishing does, for the whole paper or for one section."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from news.models.sections import Section


class Severity(models.TextChoices):
    """What a finding does to publishing."""

    BLOCKING = "blocking", _("chặn đăng")
    WARNING = "warning", _("cảnh báo")
    OFF = "off", _("tắt")


class CheckRuleQuerySet(models.QuerySet["CheckRule"]):
    """Questions about rules."""

    def concerning(self, section: Section | None) -> Self:
        """Rules for every section, for the section's parent, and for the section itself."""
        return self.filter(Q(section=None) | Q(section__in=[pk for pk in lineage(section) if pk]))


def lineage(section: Section | None) -> list[int | None]:
    """Whose rules concern the section: everybody's (None), its parent's, its own. The later one counts."""
    return [None, section.parent_id, section.pk] if section else [None]


class CheckRule(models.Model):
    """One decision of the managing editor. Where there is no row, the code's own default holds."""

    code = models.CharField(_("điều kiểm tra"), max_length=40)
    section = models.ForeignKey(
        Section, models.CASCADE, verbose_name=_("chuyên mục"), null=True, blank=True, related_name="check_rules"
    )
    severity = models.CharField(_("mức"), max_length=8, choices=Severity)

    objects = CheckRuleQuerySet.as_manager()

    class Meta:
        verbose_name = _("mức kiểm tra trước khi đăng")
        verbose_name_plural = _("kiểm tra trước khi đăng")
        constraints = [
            models.UniqueConstraint(fields=["code"], condition=Q(section=None), name="check_rule_once"),
            models.UniqueConstraint(fields=["section", "code"], name="check_rule_once_a_section"),
            models.CheckConstraint(condition=Q(severity__in=Severity.values), name="check_rule_severity_known"),
        ]

    def __str__(self) -> str:
        return f"{self.code}: {self.get_severity_display()}"
