"""The newsroom's choices as phases read them: plain values that never change."""

from dataclasses import asdict, dataclass, field, fields
from typing import Any


def bounded(default: int, least: int, most: int) -> Any:
    """A threshold with the smallest and the largest number that makes sense."""
    return field(default=default, metadata={"least": least, "most": most})


@dataclass(frozen=True)
class Thresholds:
    """Where the phases draw their lines."""

    near_days: int = bounded(7, 1, 30)  # how long what was said is remembered
    near_percent: int = bounded(75, 40, 100)  # of three syllables in a row that two texts share
    near_syllables: int = bounded(8, 4, 100)  # shorter texts are everybody's: only their own writer repeats them
    links_allowed: int = bounded(0, 0, 20)
    capitals_percent: int = bounded(70, 30, 100)
    foreign_words: int = bounded(6, 3, 100)  # words of three letters and more: a name or a title has fewer
    article_limit: int = bounded(60, 2, 1000)  # comments under one article in FLOOD
    network_limit: int = bounded(
        30, 2, 1000
    )  # comments from one network in FLOOD: a mobile operator's has many readers
    trusted_approved: int = bounded(5, 1, 100)

    def __post_init__(self) -> None:
        for name, (least, most) in BOUNDS.items():
            if not least <= getattr(self, name) <= most:
                raise ValueError(name)


BOUNDS: dict[str, tuple[int, int]] = {
    one.name: (one.metadata["least"], one.metadata["most"]) for one in fields(Thresholds)
}


@dataclass(frozen=True)
class Rules:
    """The order of the phases that may be moved, those that are off, and the thresholds."""

    order: tuple[str, ...] = ()  # names; those that are not in it stand where they stand by default
    off: frozenset[str] = frozenset()
    thresholds: Thresholds = field(default_factory=Thresholds)

    def as_json(self) -> dict[str, Any]:
        """As it is stored."""
        return {"order": list(self.order), "off": sorted(self.off), "thresholds": asdict(self.thresholds)}
