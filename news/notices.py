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
from news.models import Action, Article, LogEntry, Notice, User

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
    people = concerned(entry.article, entry.action).exclude(pk=entry.by.pk).order_by("pk")[:MOST_PEOPLE]
    told = Notice.objects.bulk_create(
        Notice(to=person, kind=entry.action, article=entry.article, by=entry.by, note=entry.note) for person in people
    )
    letters = [notice.pk for notice in told if notice.to.email and notice.to.notices_by_mail]
    if letters and mail.is_set_up():
        address = address_of(entry.article)
        transaction.on_commit(lambda: send_letters.enqueue(letters, address), robust=True)
    return told


def concerned(article: Article, action: str) -> QuerySet[User]:
    """Whom the act concerns, whoever made it."""
    if action in FOR_EDITORS:
        return rights.holders(article.section, "news.return_article")
    wrote = Q(pk=article.created_by_id) | Q(author__bylines__article=article)
    return User.objects.filter(wrote, is_active=True, is_staff=True).distinct()


def address_of(article: Article) -> str:
    """The article at the desk, whole where a request tells the host; else "", and the letter goes without it."""
    request = audit.at_the_desk.get()
    return request.build_absolute_uri(reverse("admin:news_article_change", args=[article.pk])) if request else ""


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
