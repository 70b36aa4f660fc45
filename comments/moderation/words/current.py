"""The list that holds. Each process builds it once for each version, and learns of a new one with the article's row."""

from django.db.models import QuerySet

from comments.models import Action, Reason, Strictness, WatchedWord, WordList
from comments.moderation.words.entries import Entry
from comments.moderation.words.matcher import Matcher

_built: tuple[str | None, Matcher] = (None, Matcher())  # replaced as one, so that threads see version and list together


def version() -> "QuerySet[WordList, str]":
    """The version that holds, for a place in another query."""
    return WordList.objects.values_list("version", flat=True)[:1]


def matcher(wanted: str | None) -> Matcher:
    """The list of that version (None: nobody has kept a word yet); one query where this process hasn't built it."""
    global _built
    if _built[0] != wanted:
        words = WatchedWord.objects.active() if wanted else WatchedWord.objects.none()
        _built = wanted, Matcher(map(entry, words))
    return _built[1]


def newest() -> Matcher:
    """The list that holds now; one query more than `matcher`."""
    return matcher(next(iter(version()), None))


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
