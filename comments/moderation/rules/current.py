"""The rules that hold. Each process reads them once for each version, and learns of a new one with the article's row."""

from django.db.models import QuerySet

from comments.models import PipelineSettings
from comments.moderation.pipeline import MOVABLE_NAMES
from comments.moderation.rules.chosen import Rules
from comments.moderation.rules.stored import rules_in

_read: tuple[str | None, Rules] = (None, Rules())  # replaced as one, so that threads see version and rules together


def version() -> "QuerySet[PipelineSettings, str]":
    """The version that holds, for a place in another query."""
    return PipelineSettings.objects.values_list("version", flat=True)[:1]


def rules(wanted: str | None) -> Rules:
    """The rules of that version (None: nobody has chosen any); one query where this process hasn't read them."""
    global _read
    if _read[0] != wanted:
        _read = wanted, rules_in(_stored() if wanted else {}, MOVABLE_NAMES)
    return _read[1]


def newest() -> Rules:
    """The rules that hold now; one query more than `rules`."""
    return rules(next(iter(version()), None))


def _stored() -> object:
    return PipelineSettings.objects.values_list("chosen", flat=True).first()
