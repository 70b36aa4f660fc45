"""An article's notes as they are shown beside one of its texts: in the order of the text, what is done apart."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache

from django.db.models import Count, Max

from news import rights
from news.margin.anchoring import find
from news.margin.passages import Passage
from news.margin.reading import Reading, readings_of
from news.models import Article, MarginNote, Revision, User
from news.models.margin_notes import FIELDS
from news.revisions.content import Content

Ask = Callable[[], bool]


@dataclass(frozen=True)
class Thread:
    """A note with its answers, and where its passage stands in the text beside it (`passage`; None if it is gone)."""

    note: MarginNote
    answers: list[MarginNote]
    noted: Passage | None  # as it was when the note was made; None for a note on the whole text
    passage: Passage | None
    may_settle: bool
    own_last_word: MarginNote | None  # that the person may still say otherwise or take back

    @property
    def is_gone(self) -> bool:
        """Whether the words that it was made on, and all that came in their place, are no longer there."""
        return self.noted is not None and self.passage is None

    @property
    def is_reworded(self) -> bool:
        """Whether other words stand in the place of those that it was made on."""
        return self.noted is not None and self.passage is not None and self.noted.exact != self.passage.exact

    @property
    def reading_order(self) -> tuple[int, int, int]:
        """What is about everything first, then as one reads, then what has no place any more."""
        if self.noted is None:
            return 0, 0, self.note.pk
        shown = self.passage or self.noted
        return (2 if self.is_gone else 1), [*FIELDS].index(shown.field), shown.position


@dataclass(frozen=True)
class Margin:
    """All threads beside a text. `stamp` changes whenever one of them does."""

    unsettled: list[Thread] = field(default_factory=list)
    resolved: list[Thread] = field(default_factory=list)
    stamp: str = ""


def margin_of(article: Article, content: Content, by: User, edits: Ask, made_on: Revision | None = None) -> Margin:
    """The notes beside that text, as the person may act on them; only those that were made on the revision, if one is named.

    `edits` tells whether the person may edit the article. One query, and one for who neither edits it nor wrote all notes.
    """
    notes = list(article.margin_notes.for_reading())
    settles = cache(lambda: edits() or rights.allows(rights.require_in_hands, article, by))
    readings, answers = readings_of(content) if notes else {}, defaultdict[int | None, list[MarginNote]](list)
    for note in notes:
        answers[note.thread_id].append(note)
    threads = [
        _thread(note, answers[note.pk], readings, by, settles)
        for note in notes
        if note.thread_id is None and (made_on is None or note.was_made_on(made_on))
    ]
    threads.sort(key=lambda thread: thread.reading_order)
    return Margin(
        [thread for thread in threads if not thread.note.resolved_at],
        [thread for thread in threads if thread.note.resolved_at],
        stamp_of(len(notes), max((note.changed_at for note in notes), default=None)),
    )


def stamp(article: Article) -> str:
    """The stamp of the article's margin as it is now. One query."""
    return stamp_of(*article.margin_notes.aggregate(count=Count("pk"), changed=Max("changed_at")).values())


def stamp_of(count: int, changed_at: datetime | None) -> str:
    """What tells one state of an article's notes from another: how many there are, and when the last was changed."""
    return f"{count}-{changed_at.isoformat() if changed_at else ''}"


def _thread(
    note: MarginNote, answers: list[MarginNote], readings: dict[str, Reading], by: User, settles: Ask
) -> Thread:
    noted = Passage(note.field, note.exact, note.prefix, note.suffix, note.position) if note.field else None
    last = answers[-1] if answers else note
    return Thread(
        note,
        answers,
        noted,
        _now(noted, readings[noted.field]) if noted else None,
        note.by_id == by.pk or settles(),
        last if last.by_id == by.pk and not note.resolved_at else None,
    )


def _now(noted: Passage, reading: Reading) -> Passage | None:
    place = find(reading, noted)
    return Passage.quoted(noted.field, reading, place.begin, place.end) if place else None
