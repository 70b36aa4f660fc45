"""The list that holds. Each process builds it once for each version, and learns of a new one with the article's row."""

from comments.models import Action, Reason, Strictness, WatchedWord, WordList
from comments.moderation.in_memory import InMemory
from comments.moderation.words.entries import Entry
from comments.moderation.words.matcher import Matcher


def _build(version: str | None) -> Matcher:
    words = WatchedWord.objects.active() if version else WatchedWord.objects.none()
    return Matcher(map(entry, words))


def entry(word: WatchedWord) -> Entry:
    """The watched word as the matcher needs it."""
    return Entry(
        text=word.text,
        strictness=Strictness(word.strictness),
        action=Action(word.action),
        reason=Reason(word.reason),
        exceptions=tuple(word.innocent_phrases),
        swaps=word.swaps,
        section=word.section_id,
        pk=word.pk,
    )


held = InMemory(lambda: WordList.objects.values_list("version", flat=True)[:1], _build)
version, matcher, newest = held.version, held.of, held.newest
