"""What the pipeline would make of a comment, without taking it in: nothing is stored, nothing is counted."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from comments.forms import CommentForm
from comments.models import State
from comments.moderation.around import Around, Echo
from comments.moderation.bans.book import Book
from comments.moderation.errors import Refused
from comments.moderation.learned.model import Model
from comments.moderation.pipeline import PHASES, decide
from comments.moderation.rules.chosen import Rules
from comments.moderation.submission import Submission
from comments.moderation.words.matcher import Matcher
from news.models import Article, CommentPolicy

NAMELESS = "Bạn đọc"  # where only a text is given
VERDICTS = {State.APPROVED: "accept", State.WAITING: "wait", State.REJECTED: "reject", State.SPAM: "spam"}
FIELDS = ("text", "name", "email")

Answer = dict[str, Any]


class Unreadable(ValueError):
    """A line is neither a text nor a JSON object with one."""


@dataclass(frozen=True)
class Place:
    """Where a comment would stand, and what would hold there."""

    article: Article
    policy: CommentPolicy
    watched: Matcher
    sections: frozenset[int] = frozenset()
    rules: Rules = field(default_factory=Rules)
    alike: Callable[[str], tuple[Echo, ...]] = (
        lambda text: ()
    )  # who has said the like; asks the database, stores nothing
    learned: Model | None = None
    bans: Book = field(default_factory=Book)


def try_line(line: str, place: Place) -> Answer:
    """The answer to one line: verdict, phase, reason, matched, ms; `error` in words where there is nothing to judge.

    A line that the form or a phase would refuse has the verdict "refuse". Nobody outside is asked.
    """
    started = perf_counter()
    try:
        answer = _judged(typed_in(line), place)
    except Unreadable as error:
        answer = _answer("error", "", "") | {"error": str(error)}
    return answer | {"ms": round((perf_counter() - started) * 1000, 3)}


def typed_in(line: str) -> dict[str, str]:
    """The fields of a line. Raises Unreadable."""
    if not line.lstrip("\ufeff \t").startswith("{"):
        return {"text": line, "name": NAMELESS}
    try:
        told = json.loads(line.lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise Unreadable(_("Không phải JSON đúng.")) from error
    if not isinstance(told, dict) or any(not isinstance(told.get(name, ""), str) for name in FIELDS):
        raise Unreadable(_("Cần một đối tượng JSON với “text”, “name”, “email” là chuỗi."))
    return {"name": NAMELESS} | {name: told[name] for name in FIELDS if name in told}


def _judged(typed: dict[str, str], place: Place) -> Answer:
    form = CommentForm(typed)
    if not form.is_valid():
        field, errors = next(iter(form.errors.as_data().items()))
        sentence = str(next(iter(form.errors[field])))
        return _answer("refuse", "form", f"{field}_{errors[0].code}") | {"told": sentence}
    words, around = form.words(), Around(place.alike(form.words().text))
    known = place.watched, place.sections, place.rules, around, False, place.learned
    submission = Submission(place.article, place.policy, words, (), timezone.now(), *known, bans=place.bans)
    try:
        verdict, opinions = decide(submission)
    except Refused as refused:
        return _answer("refuse", PHASES[0].__name__, type(refused).__name__)
    answer = _answer(VERDICTS[verdict.state], opinions[-1]["phase"], verdict.reason or "")
    return answer | {"matched": list(verdict.matched)} | ({"told": verdict.told} if verdict.told else {})


def _answer(verdict: str, phase: str, reason: str) -> Answer:
    return {"verdict": verdict, "phase": phase, "reason": reason, "matched": []}
