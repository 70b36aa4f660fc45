"""How the score comes to hold, and when it doesn't. The only writer of LearnedScore.

The lines that come with the house are the first teacher. Their weight falls as soon as the newsroom has decided enough
(SCORE_DECISIONS) for the score to be measured on its own decisions. Below a precision (SCORE_PRECISION) it is off.
"""

from dataclasses import asdict, replace
from datetime import datetime
from time import perf_counter

from django.conf import settings

from comments.models.learned import THE_SCORE, LearnedScore
from comments.models.words import new_version
from comments.moderation.learned import examples
from comments.moderation.learned.model import Model
from comments.moderation.learned.training import Figures, train
from news import audit


def retrain(now: datetime) -> Figures:
    """Learn from what was decided until now, and keep it; gives the figures. It is logged at the desk."""
    started = perf_counter()
    model, figures = learned(examples.decided())
    figures = replace(figures, seconds=round(perf_counter() - started, 2))
    holds = is_good(figures)
    kept = {
        "version": new_version() if holds else "",
        "packed": model.packed() if holds else b"",
        "figures": asdict(figures),
        "trained_at": now,
    }
    LearnedScore.objects.update_or_create(pk=THE_SCORE, defaults=kept)
    _log(figures, holds)
    return figures


def learned(own: list[examples.Example]) -> tuple[Model, Figures]:
    """What those decisions teach, beside the lines that come with the house."""
    enough: int = settings.SCORE_DECISIONS
    lines = examples.shipped(min(1.0, enough / max(1, len(own))))
    return train(own + lines, settings.SCORE_LIKELY, measure_own=len(own) >= enough)


def is_good(figures: Figures) -> bool:
    """Whether it says of enough what is true; one that says nothing of anything is of no use."""
    return figures.found > 0 and figures.precision * 100 >= settings.SCORE_PRECISION


def figures_of(score: LearnedScore) -> Figures:
    """The figures that are kept; those of another version of this code as far as they are understood."""
    known = {name: score.figures[name] for name in Figures.__dataclass_fields__ if name in score.figures}
    return Figures(**{"own": 0, "lines": 0, "is_own": False, "measured": 0, "likely": settings.SCORE_LIKELY, **known})


def _log(figures: Figures, holds: bool) -> None:
    precision, recall = (f"{share * 100:.0f}%" for share in (figures.precision, figures.recall))
    audit.record("comments.score_trained", None, decisions=figures.own, holds=holds, precision=precision, recall=recall)
