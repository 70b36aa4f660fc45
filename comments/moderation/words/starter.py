"""The list that a new newsroom begins with. What the newsroom changed or deleted is never touched again."""

from functools import cache
from pathlib import Path

from django.db import transaction

from comments.models import Action, Reason, Strictness, WatchedWord, WordList
from comments.moderation.words import keeping
from comments.moderation.words.entries import Entry
from news.vietnamese.letters import fold

STARTER = Path(__file__).parent / "data" / "starter.txt"


@cache
def entries() -> tuple[Entry, ...]:
    """The words of data/starter.txt: text | strictness, "swaps" | action | reason | exceptions by commas."""
    lines = (line.strip() for line in STARTER.read_text("utf-8").splitlines())
    return tuple(_entry(line) for line in lines if line and not line.startswith("#"))


def _entry(line: str) -> Entry:
    text, how, action, reason, exceptions = (*(part.strip() for part in line.split("|")), "")[:5]
    strictness, *swaps = how.split()
    phrases = tuple(one.strip() for one in exceptions.split(",") if one.strip())
    return Entry(text, Strictness(strictness), Action(action), Reason(reason), phrases, bool(swaps))


@transaction.atomic
def load() -> int:
    """Put into the list what it was never given and doesn't have; how many those were."""
    offered = list(WordList.objects.values_list("offered", flat=True).first() or [])
    known = {*offered, *WatchedWord.objects.filter(section=None).values_list("text", flat=True)}
    new = [entry for entry in entries() if entry.text not in known]
    WatchedWord.objects.bulk_create(map(_word, new), batch_size=500)
    if new:
        keeping.renew(offered + [entry.text for entry in new])
    return len(new)


def _word(entry: Entry) -> WatchedWord:
    return WatchedWord(
        text=entry.text,
        folded=fold(entry.text),
        strictness=entry.strictness,
        swaps=entry.swaps,
        action=entry.action,
        reason=entry.reason,
        exceptions="\n".join(entry.exceptions),
    )
