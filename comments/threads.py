"""One page of what is said under an article: threads in the order that is asked for, each with its first answers.

A page is one query along an index and so many rows at most, however much has been said, and however much of it in one
thread: what is left of a thread stands on pages of its own.
"""

from dataclasses import dataclass, field
from typing import Any

from django.db.models import Case, F, QuerySet, Value, When, Window
from django.db.models.functions import RowNumber
from django.urls import reverse

from comments.models import Comment, State
from comments.models.comments import CommentQuerySet
from comments.orders import Key, Order, heads, key_of, rank
from news.models import Article

THREADS = 20  # a page: what a reader skims, and what fits the page's weight
ANSWERS = 5  # to each of them: one quarrel doesn't push the other threads off the page
ANSWERS_ALONE = 50  # on a thread's own page
SHOWN = (
    *("name", "text", "state", "created_at", "featured_at", "answered_by", "decided_by"),
    *("parent", "in_answer_to", "article", "likes"),
)


@dataclass
class Thread:
    """A comment and the answers to it, oldest first; `more` is the first one that has no room here, `is_cut` says that
    there are some before them."""

    comment: Comment
    answers: list[Comment] = field(default_factory=list)
    more: Comment | None = None
    is_cut: bool = False


@dataclass(frozen=True)
class ThreadPage:
    """Threads in their order, and the key of the next page (None: there is none)."""

    threads: list[Thread]
    next: str | None
    order: Order
    orders: type[Order] = Order  # all of them, for the links


def page_of_threads(article: Article, order: Order = Order.NEWEST, key: Key | None = None) -> ThreadPage:
    """The threads under the article after the key, in one query. Raises BadKey."""
    chosen = heads(article, order, key)[: THREADS + 1].values("pk")
    rows = shown(Comment.objects.filter(pk__in=chosen)).annotate(is_head=Value(True))
    if order != Order.FEATURED:  # each of these stands for itself, and may be an answer to another one
        answers = shown(Comment.objects.filter(pk__in=_first_answers(chosen))).annotate(is_head=Value(False))
        rows = rows.union(answers, all=True)
    return _arranged(list(rows.order_by("pk")), order)


def shown(comments: CommentQuerySet) -> CommentQuerySet:
    """With what a page tells of them: also the name of what each answers, while readers see that."""
    answered = Case(When(in_answer_to__state=State.APPROVED, then=F("in_answer_to__name")))
    return comments.only(*SHOWN).annotate(answered_name=answered).order_by()


def thread_of(comment: Comment) -> Thread:
    """The thread in which a visible comment stands, from its beginning if that has room for the comment, else from there on.

    At most three queries. Raises Comment.DoesNotExist where the one above it has just been taken from readers.
    """
    head = comment.pk if comment.starts_thread or comment.parent_id is None else comment.parent_id
    first = _answers(head)
    is_cut = comment.pk != head and comment.pk not in {one.pk for one in first[:ANSWERS_ALONE]}
    if is_cut:
        first = _answers(head, comment.pk)
    return _cut(Thread(shown(Comment.objects.visible().filter(pk=head)).get(), first, is_cut=is_cut), ANSWERS_ALONE)


def place(comment: Comment) -> str:
    """Where readers find a visible comment: under its article (which must be loaded) while it is on the newest page."""
    if not comment.starts_thread:
        return lasting_place(comment)
    newer = Comment.objects.filter(article=comment.article_id).threads().filter(pk__gt=comment.pk)
    return lasting_place(comment) if newer[THREADS - 1 : THREADS] else comment.get_absolute_url()


def lasting_place(comment: Comment) -> str:
    """Where readers find a visible comment however many came after it: on its thread's own page."""
    return f"{reverse('comments:one', args=[comment.pk])}#bl-{comment.pk}"


def _answers(head: int, start: int = 0) -> list[Comment]:
    """The answers to one comment from an id on, oldest first, and one more than its own page has room for."""
    below = Comment.objects.visible().filter(parent=head, pk__gte=start).order_by("pk")
    return list(shown(Comment.objects.filter(pk__in=below.values("pk")[: ANSWERS_ALONE + 1])).order_by("pk"))


def _first_answers(chosen: QuerySet[Comment, Any]) -> QuerySet[Comment, Any]:
    """The ids of the first answers to each of these comments, and of one more.

    They are numbered along an index that holds all it takes, so that a quarrel of 10,000 costs a few milliseconds and no plan
    of either database can make it worse: looking up where each thread's first answers end did, on PostgreSQL, while it had
    no statistics.
    """
    number = Window(RowNumber(), partition_by=F("parent"), order_by=F("pk").asc())
    below = Comment.objects.visible().filter(parent__in=chosen).order_by()
    return below.annotate(number=number).filter(number__lte=ANSWERS + 1).values("pk")


def _arranged(rows: list[Comment], order: Order) -> ThreadPage:
    """Rows oldest first."""
    threads = {row.pk: Thread(row) for row in rows if vars(row)["is_head"]}
    for row in rows:
        if not vars(row)["is_head"] and row.parent_id in threads:
            threads[row.parent_id].answers.append(row)
    found = sorted(threads.values(), key=lambda thread: rank(thread.comment, order), reverse=True)
    following = key_of(found[THREADS - 1].comment, order) if len(found) > THREADS else None
    return ThreadPage([_cut(thread, ANSWERS) for thread in found[:THREADS]], following, order)


def _cut(thread: Thread, size: int) -> Thread:
    more = thread.answers[size] if len(thread.answers) > size else None
    return Thread(thread.comment, thread.answers[:size], more, thread.is_cut)
