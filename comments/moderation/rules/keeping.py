"""Changing the rules. The only writer of PipelineSettings."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from comments.models import PipelineSettings
from comments.models.pipeline_settings import THE_PIPELINE
from comments.models.words import new_version
from comments.moderation.errors import NotAllowed
from comments.moderation.pipeline import ordered
from comments.moderation.rules import current
from comments.moderation.rules.chosen import Rules
from news import audit
from news.models import User


class ChangedSince(Exception):
    """Somebody has changed the rules since they were read; the message says so."""


RIGHT = "comments.change_pipelinesettings"


@transaction.atomic
def keep(rules: Rules, by: User | None, read: str | None = None) -> bool:
    """Let these rules hold from now on, and log what changed; False where they hold already.

    `read` is the version that was changed, where one was read. Raises NotAllowed, ChangedSince.
    """
    require(by)
    PipelineSettings.objects.get_or_create(pk=THE_PIPELINE)
    row = PipelineSettings.objects.select_for_update().get(pk=THE_PIPELINE)
    if read and read != row.version:
        raise ChangedSince(_("Đồng nghiệp vừa đổi các bước kiểm. Hãy mở lại trang để thấy bản mới rồi sửa tiếp."))
    before = current.rules(row.version)
    changes = dict(differences(before, rules))
    if changes:
        row.version, row.chosen = new_version(), rules.as_json()
        row.save(update_fields=["version", "chosen"])
        audit.record("pipelinesettings.changed", by, row, **changes)
    return bool(changes)


def require(by: User | None) -> None:
    """Raises NotAllowed. None: the house itself."""
    if by is not None and not by.has_perm(RIGHT):
        raise NotAllowed(_("Bạn không có quyền đổi các bước kiểm bình luận."))


def differences(before: Rules, after: Rules) -> Iterator[tuple[str, Any]]:
    """What changed, as the log keeps it: the order, what was switched on and off, each threshold."""
    if ordered(before) != ordered(after):
        yield "order", {"before": ", ".join(ordered(before)), "after": ", ".join(ordered(after))}
    if on := sorted(before.off - after.off):
        yield "switched_on", ", ".join(on)
    if off := sorted(after.off - before.off):
        yield "switched_off", ", ".join(off)
    was, becomes = asdict(before.thresholds), asdict(after.thresholds)
    yield from ((name, {"before": was[name], "after": becomes[name]}) for name in was if was[name] != becomes[name])
