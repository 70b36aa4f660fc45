"""Telling people of the newsroom what colleagues did with articles that concern them. Nothing else writes Notice.

The notice is stored with the act. Letters follow by the queue, after the transaction, so that no letter can hold up or
undo what was done; what the house does by itself is told to nobody.
"""

from django.db import transaction
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks import task

from news import audit, rights
from news.accounts import mail
from news.models import Action, Article, LogEntry, MarginNote, Notice, User
from news.models.notices import ANSWERED, NOTED

MOST_PEOPLE = 50  # told of one act: in a house with more editors of a section nobody is alone with it
MOST_COUNTED = 99  # beside the bell; more are "99+"

# Whom an act concerns: those who review the article, or those who wrote it.
FOR_EDITORS = frozenset({Action.HANDED_IN})
FOR_WRITERS = frozenset(
    {Action.REVIEW_BEGUN, Action.RETURNED, Action.PUBLISHED, Action.SCHEDULED, Action.WITHDRAWN}
)  # fmt: skip


def tell(entry: LogEntry) -> list[Notice]:
    """Store a notice of the act for everybody whom it concerns, and see to their letters. Four queries at most."""
    if entry.by is None or entry.action not in FOR_EDITORS | FOR_WRITERS:
        return []
    told = Notice(kind=entry.action, article=entry.article, by=entry.by, note=entry.note)
    return _store(told, concerned(entry.article, entry.action), address_of(entry.article))


def tell_of_note(note: MarginNote) -> list[Notice]:
    """Tell the article's writers, and everybody who wrote in its thread, of a note in the margin or an answer."""
    kind = ANSWERED if note.thread_id else NOTED
    told = Notice(kind=kind, article=note.article, by=note.by, note=note.text, margin_note=note)
    return _store(told, concerned_by(note), address_of(note.article, note))


def reword(note: MarginNote) -> None:
    """What was told of a note in the margin reads as the note does now."""
    Notice.objects.filter(margin_note=note).update(note=note.text)


def _store(told: Notice, people: QuerySet[User], address: str) -> list[Notice]:
    """The notice for each of the people but who did it; letters after the transaction."""
    others = people.exclude(pk=told.by_id or 0).order_by("pk")[:MOST_PEOPLE]
    same = {"kind": told.kind, "article": told.article, "by": told.by, "note": told.note}
    stored = Notice.objects.bulk_create(Notice(to=person, margin_note=told.margin_note, **same) for person in others)
    letters = [notice.pk for notice in stored if notice.to.email and notice.to.notices_by_mail]
    if letters and mail.is_set_up():
        transaction.on_commit(lambda: send_letters.enqueue(letters, address), robust=True)
    return stored


def concerned(article: Article, action: str) -> QuerySet[User]:
    """Whom the act concerns, whoever made it."""
    if action in FOR_EDITORS:
        return rights.holders(article.section, "news.return_article")
    return User.objects.filter(writers_of(article), is_active=True, is_staff=True).distinct()


def writers_of(article: Article) -> Q:
    """Of people, who began or signs the article."""
    return Q(pk=article.created_by_id) | Q(author__bylines__article=article)


def concerned_by(note: MarginNote) -> QuerySet[User]:
    """The article's writers, and the editors who wrote in the thread: who is neither any more may not read it."""
    editors = User.objects.with_perm("news.edit_any_article", backend=rights.BACKEND)
    thread = MarginNote.objects.filter(Q(pk=note.thread_id) | Q(thread=note.thread_id, thread__isnull=False))
    joined = Q(pk__in=thread.values("by")) & Q(pk__in=editors.values("pk"))
    return User.objects.filter(writers_of(note.article) | joined, is_active=True, is_staff=True).distinct()


def address_of(article: Article, note: MarginNote | None = None) -> str:
    """The article at the desk, whole where a request tells the host; else "", and the letter goes without it."""
    request = audit.at_the_desk.get()
    return request.build_absolute_uri(path_of(article.pk, note.pk if note else None)) if request else ""


def path_of(article: int, note: int | None = None) -> str:
    """Where the article of that id is worked on, and in its margin the note."""
    path = reverse("admin:news_article_change", args=[article])
    return f"{path}#ghi-chu-{note}" if note else path


@task()
def send_letters(notices: list[int], address: str) -> int:
    """Send each notice to whom it is for, by mail; gives how many went. One that fails is logged and left."""
    return sum(
        letter(notice, address)
        for notice in Notice.objects.filter(pk__in=notices).select_related("to", "by", "article")
    )


def letter(notice: Notice, address: str) -> bool:
    """Send one notice by mail."""
    subject = _("%(who)s %(did)s: %(headline)s") % {
        "who": notice.by or _("Hệ thống"),
        "did": notice.in_words,
        "headline": notice.article.headline,
    }
    return mail.send(notice.to.email, subject, "news/desk/letters/notice.txt", notice=notice, address=address)


def unread(person: User) -> int:
    """How many notices wait for the person; reads MOST_COUNTED + 1 rows of an index at most. One query."""
    return len(Notice.objects.readable_by(person).unread().values_list("pk")[: MOST_COUNTED + 1])


def tick_off(person: User, notice: int | None = None) -> int:
    """Note that the person has read one of their notices, or all of them; gives how many that were."""
    unread = Notice.objects.filter(to=person).unread()
    return (unread if notice is None else unread.filter(pk=notice)).update(read_at=timezone.now())
