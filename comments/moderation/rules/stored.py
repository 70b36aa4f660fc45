"""Out of the database, whatever stands there: a newer or an older house may have written it, or a hand."""

import logging
from collections.abc import Collection
from typing import Any

from comments.moderation.rules.chosen import BOUNDS, Rules, Thresholds

log = logging.getLogger(__name__)


def rules_in(stored: Any, known: Collection[str]) -> Rules:
    """The rules that a stored value holds, for the movable phases of these names. What makes no sense is left out and
    logged, so that no comment is lost for it.
    """
    found = stored if isinstance(stored, dict) else {}
    if stored and not isinstance(stored, dict):
        _ignored("settings", stored)
    order = dict.fromkeys(_names(found.get("order"), known))
    return Rules(tuple(order), frozenset(_names(found.get("off"), known)), _thresholds(found.get("thresholds")))


def _names(stored: Any, known: Collection[str]) -> list[str]:
    names = stored if isinstance(stored, list) else []
    for one in names:
        if not isinstance(one, str) or one not in known:
            _ignored("phase", one)
    return [one for one in names if isinstance(one, str) and one in known]


def _thresholds(stored: Any) -> Thresholds:
    numbers = {}
    for name, value in stored.items() if isinstance(stored, dict) else ():
        least, most = BOUNDS.get(name, (1, 0))
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            numbers[name] = value
        else:
            _ignored("threshold", {name: value})
    return Thresholds(**numbers)


def _ignored(what: str, value: Any) -> None:
    log.warning("pipeline settings: %s %.100r is unknown here and is left out", what, value)
