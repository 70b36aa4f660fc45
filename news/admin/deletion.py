"""What is deleted along with something, in words that people know."""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.http import HttpRequest
from django.utils.text import capfirst

from news.admin.theme import ModelAdmin


class ReadableDeletion(ModelAdmin):
    """The page that asks before deleting leaves out rows that only tie two things together: they have no name."""

    def get_deleted_objects(
        self, objs: Any, request: HttpRequest
    ) -> tuple[list[Any], dict[str, int], set[str], list[Any]]:
        """As the admin finds them (lines and lists of lines, counts by kind, missing rights, what protects), less ties."""
        lines, counts, missing, protected = super().get_deleted_objects(objs, request)
        ties = [model._meta for model in apps.get_models(include_auto_created=True) if model._meta.auto_created]
        openings = tuple(f"{capfirst(tie.verbose_name)}: " for tie in ties)
        plurals = {tie.verbose_name_plural for tie in ties}
        kept = {kind: count for kind, count in counts.items() if kind not in plurals}
        return _without(lines, openings), kept, missing, protected


def _without(lines: Iterable[Any], openings: tuple[str, ...]) -> list[Any]:
    inner = (_without(line, openings) if isinstance(line, list) else line for line in lines)
    return [line for line in inner if line and not (isinstance(line, str) and line.startswith(openings))]
