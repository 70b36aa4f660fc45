"""One page of what is said under an article: threads in the order that is asked for, each with its first answers.

A page is one query along an index and so many rows at most, however much has been said, and however much of it in one
thread: what is left of a thread stands on pages of its own.
"""

from dataclasses import dataclass, field

from django.db.models import Case, F, When
from django.urls import reverse

from comments.models import Comment, State
from comments.models.comment_questions import CommentQuerySet
from comments.orders import Key, Order, heads, key_of, rank
from news.models import Article

THREADS = 20  # a page: what a reader skims, and what fits the page's weight
ANSWERS = 5  # to each of them: one quarrel doesn't push the other threads off the page
ANSWERS_ALONE = 50  # on a thread's own page
SHOWN = (
    *("name", "text", "state", "created_at", "featured_at", "answered_by", "decided_by"),
    *("parent", "in_answer_to", "article", "likes"),
)
COLUMNS = ", ".join(f"said.{each.column}" for each in Comment._meta.concrete_fields if each.name in ("id", *SHOWN))
# One statement for both databases. What stands at the top is looked up once, whatever the planner thinks of the rest: while
# PostgreSQL has no statistics it would do so for every answer. Answers are numbered along an index that holds all it takes.
PAGE = """
    WITH heads (id) AS MATERIALIZED ({heads}),
    numbered AS MATERIALIZED (
        SELECT below.id, ROW_NUMBER() OVER (PARTITION BY below.parent_id ORDER BY below.id) AS place
        FROM heads JOIN comments_comment below ON below.parent_id = heads.id AND below.state = 'approved'
    ),
    found (id, is_head) AS MATERIALIZED (
        SELECT id, 1 FROM heads UNION ALL SELECT id, 0 FROM numbered WHERE place <= {answers}
    )
    SELECT {columns}, found.is_head, CASE WHEN answered.state = 'approved' THEN answered.name END AS answered_name
    FROM found
    JOIN comments_comment said ON said.id = found.id
    LEFT JOIN comments_comment answered ON answered.id = said.in_answer_to_id
"""


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
    chosen, params = heads(article, order, key)[: THREADS + 1].values("pk").query.sql_with_params()
    # Featured ones each stand for themselves, and may be answers to one another.
    numbers = {"heads": chosen, "columns": COLUMNS, "answers": 0 if order == Order.FEATURED else ANSWERS + 1}
    return _arranged(list(Comment.objects.raw(PAGE.format(**numbers), params)), order)


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


def _arranged(rows: list[Comment], order: Order) -> ThreadPage:
    """Rows in any order."""
    rows = sorted(rows, key=lambda row: row.pk)
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
