"""Writing in the margin: notes on passages, answers, what is done about them. The only writer of MarginNote.

A note is the newsroom's own and no act in an article's life: no state, no text and no log changes by it. Each function
locks the article's row, so that two clicks, or an answer and a change of what it answers to, come one after the other.
"""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from news import lifecycle, notices, rights
from news.margin.anchoring import find
from news.margin.passages import Passage
from news.margin.reading import readings_of
from news.models import Article, MarginNote, Revision, User
from news.models.margin_notes import FIELDS
from news.revisions import keeping
from news.revisions.content import Content

AGAIN = timedelta(minutes=1)  # the same words within it are a second click, or sent again after a lost answer
LONGEST = 2000  # characters of a note


class TooLate(Exception):
    """Somebody has answered, or the note was resolved: what was said stays as it was read."""


def add(
    article: Article, by: User, text: str, passage: Passage | None = None, seen: int | None = None
) -> tuple[MarginNote, bool]:
    """Note `text` on a passage of the revision that the person had before them (`seen`, its id), or on the whole text.

    Gives the note, and whether the passage was found: one that does not stand in the revision leaves a note on the whole.
    A revision that is not the article's counts as the newest. Raises NotAllowed.
    """
    with transaction.atomic():
        article = lifecycle.lock(article)
        rights.require_notable(article, by)
        revision = revision_of(article, seen)
        content = keeping.content_of(revision) if revision else Content.of(article)
        found = located(content, passage) if passage else None
        note = _stored(MarginNote(article=article, by=by, text=text, revision=revision, **_columns(found)))
        return note, found is not None or passage is None


def answer(note: MarginNote, by: User, text: str) -> MarginNote:
    """Answer in the note's thread; a resolved one is open again. Raises NotAllowed, DoesNotExist."""
    with transaction.atomic():
        thread = _locked(note.thread or note)
        rights.require_notable(thread.article, by)
        revision = thread.article.newest_revision
        said = _stored(MarginNote(article=thread.article, thread=thread, by=by, text=text, revision=revision))
        _settle(thread, None)
        return said


def resolve(note: MarginNote, by: User) -> None:
    """There is nothing left to do about it; who said so first stays. Raises NotAllowed, DoesNotExist."""
    with transaction.atomic():
        thread = _locked(note.thread or note)
        require_settling(thread, by)
        if thread.resolved_at is None:
            _settle(thread, by)


def reopen(note: MarginNote, by: User) -> None:
    """There is something left to do about it. Raises NotAllowed, DoesNotExist."""
    with transaction.atomic():
        thread = _locked(note.thread or note)
        require_settling(thread, by)
        _settle(thread, None)


def reword(note: MarginNote, by: User, text: str) -> None:
    """Say one's own last words otherwise. Raises NotAllowed, TooLate, DoesNotExist."""
    with transaction.atomic():
        note = _locked(note)
        require_own_last_word(note, by)
        if note.text != text:
            note.text, note.reworded_at = text, timezone.now()
            note.save(update_fields=["text", "reworded_at", "changed_at"])
            notices.reword(note)


def take_back(note: MarginNote, by: User) -> None:
    """Take one's own last words back, and what others were told of them. Raises NotAllowed, TooLate, DoesNotExist."""
    with transaction.atomic():
        note = _locked(note)
        require_own_last_word(note, by)
        note.delete()


def require_settling(thread: MarginNote, by: User) -> None:
    """Raises NotAllowed unless the person wrote the note, writes the article, or edits it."""
    rights.require_notable(thread.article, by)
    if thread.by_id != by.pk:
        rights.require_in_hands(thread.article, by)


def require_own_last_word(note: MarginNote, by: User) -> None:
    """Raises NotAllowed for others' words, TooLate once somebody has answered or the note was resolved."""
    rights.require_notable(note.article, by)
    if note.by_id != by.pk:
        raise rights.NotAllowed(_("Chỉ người viết sửa và rút được ghi chú của mình."))
    thread = note.thread or note
    if thread.resolved_at is not None or thread.answers.filter(pk__gt=note.pk).exists():
        raise TooLate(_("Ghi chú đã có người trả lời hoặc đã xong, nên giữ nguyên. Hãy trả lời thêm."))


def revision_of(article: Article, seen: int | None) -> Revision | None:
    """The revision of that id if it is the article's, else its newest, with its text; None if it has none."""
    asked = article.revisions.unpackable().filter(pk=seen).first() if seen else None
    return asked or keeping.newest(article)


def located(content: Content, passage: Passage) -> Passage | None:
    """The passage word for word as it stands in that text, in its own field or, if it names none, in the first that has it."""
    readings = readings_of(content)
    for field in [passage.field] if passage.field in FIELDS else FIELDS:
        place = find(readings[field], passage.within_bounds())
        if place and place.is_exact:
            return Passage.quoted(field, readings[field], place.begin, place.end)
    return None


def _columns(passage: Passage | None) -> dict[str, str | int]:
    return vars(passage).copy() if passage else {}


def _stored(note: MarginNote) -> MarginNote:
    """The note in the database, told to whom it concerns; the one that is there if this is a second click."""
    same = {name: getattr(note, name) for name in ("article", "thread", "by", "text", "field", "exact", "position")}
    known = MarginNote.objects.filter(**same, at__gt=timezone.now() - AGAIN).order_by("-id").first()
    if known and not MarginNote.objects.filter(thread=note.thread or known, pk__gt=known.pk).exists():
        return known
    note.save()
    notices.tell_of_note(note)
    return note


def _settle(thread: MarginNote, by: User | None) -> None:
    thread.resolved_by, thread.resolved_at = by, timezone.now() if by else None
    thread.save(update_fields=["resolved_by", "resolved_at", "changed_at"])


def _locked(note: MarginNote) -> MarginNote:
    """The note as it is now, with its locked article."""
    article = lifecycle.lock(note.article)
    note = MarginNote.objects.select_related("thread").get(pk=note.pk)
    note.article = article
    if note.thread:
        note.thread.article = article
    return note
