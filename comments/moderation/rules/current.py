"""The rules that hold. Each process reads them once for each version, and learns of a new one with the article's row."""

from comments.models import PipelineSettings
from comments.moderation.in_memory import InMemory
from comments.moderation.pipeline import MOVABLE_NAMES
from comments.moderation.rules.chosen import Rules
from comments.moderation.rules.stored import rules_in


def _read(version: str | None) -> Rules:
    chosen = PipelineSettings.objects.values_list("chosen", flat=True).first() if version else {}
    return rules_in(chosen, MOVABLE_NAMES)


held = InMemory(lambda: PipelineSettings.objects.values_list("version", flat=True)[:1], _read)
version, rules, newest = held.version, held.of, held.newest
