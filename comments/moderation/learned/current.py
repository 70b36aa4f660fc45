"""The score that holds. Each process unpacks it once for each version, and learns of a new one with the article's row."""

import logging
from functools import cache

from django.conf import settings

from comments.models.learned import LearnedScore
from comments.moderation.in_memory import InMemory
from comments.moderation.learned import keeping
from comments.moderation.learned.model import Broken, Model, unpacked
from comments.moderation.learned.training import Figures

log = logging.getLogger("toa_soan.learned_score")
OFF = ""


def model(wanted: str | None) -> Model | None:
    """The model of that version: OFF is none, None (nobody has trained one yet) is what the house brings.

    One query where this process hasn't unpacked it. What can't be read is logged once, and there is no score.
    """
    return held.of(wanted) if settings.LEARNED_SCORE else None


def newest() -> Model | None:
    """The model that holds now; one query more than `model`."""
    return held.newest() if settings.LEARNED_SCORE else None


@cache
def of_the_house() -> tuple[Model, Figures]:
    """What the lines that come with the house teach, learned once a process in a tenth of a second."""
    return keeping.learned([])


def _loaded(wanted: str | None) -> Model | None:
    if wanted is None:
        brought, figures = of_the_house()
        return brought if keeping.is_good(figures) else None
    if wanted == OFF:
        return None
    try:
        packed = LearnedScore.objects.values_list("packed", flat=True).first()
        return unpacked(bytes(packed or b""))
    except Broken as error:
        log.error("learned score not readable, so it is off", extra={"fields": {"error": repr(error)}})
        return None


held = InMemory(lambda: LearnedScore.objects.values_list("version", flat=True)[:1], _loaded)
version = held.version
