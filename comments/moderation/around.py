"""What is known around a comment on its way in: counts and other people's words, asked once for all phases."""

from dataclasses import dataclass
from datetime import timedelta

from comments.models import State

FLOOD = timedelta(minutes=10)  # in which floods are counted: a burst is over in an hour, a quarrel is not
TRUST = timedelta(days=90)  # in which a reader is known by what became of their comments


@dataclass(frozen=True)
class Echo:
    """Another comment that bears a mark of the same words: what it says, under which article, whether from the same address."""

    name: str
    text: str
    article_id: int
    is_own: bool
    state: State
    days: float  # how long ago


@dataclass(frozen=True)
class Around:
    """Nothing is known of a comment that is only tried."""

    echoes: tuple[Echo, ...] = ()
    under_article: int = 0  # comments in FLOOD; counting ends where no threshold asks further
    from_network: int = 0
    approved: int = 0  # from the same address in TRUST
    refused: int = 0  # not shown, or spam
