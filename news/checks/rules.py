"""Which check is how strict. The only writer of CheckRule."""

from collections.abc import Mapping

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from news.models import CheckRule, Section, Severity, User
from news.models.checks import lineage


class NotYours(PermissionDenied):
    """The person may not decide what is checked."""


def chosen(section: Section | None) -> dict[str, Severity]:
    """What the newsroom decided for articles of the section (None: for every section), by code. One query."""
    rules = list(CheckRule.objects.concerning(section))
    order = lineage(section)
    rules.sort(key=lambda rule: order.index(rule.section_id))
    return {rule.code: Severity(rule.severity) for rule in rules}


def own(section: Section | None) -> dict[str, Severity]:
    """What was decided for exactly this section (None: for every section), by code. One query."""
    return {rule.code: Severity(rule.severity) for rule in CheckRule.objects.filter(section=section)}


def choose(section: Section | None, severities: Mapping[str, Severity | None], by: User) -> None:
    """Decide for one section (None: for every section); a severity of None means no decision of its own.

    Raises NotYours.
    """
    if not by.has_perm("news.change_checkrule"):
        raise NotYours(_("Bạn không có quyền đặt mức kiểm tra."))
    with transaction.atomic():
        CheckRule.objects.filter(section=section, code__in=severities).delete()
        CheckRule.objects.bulk_create(
            CheckRule(section=section, code=code, severity=severity)
            for code, severity in severities.items()
            if severity is not None
        )
