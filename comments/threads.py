"""One page of what is said under an article: threads newest first, each with its answers one level below."""

from dataclasses import dataclass, field

from django.urls import reverse

from comments.models import Comment, State
from news.models import Article

THREADS = 20  # a page: what a reader skims, and what fits the page's weight
ANSWERS = 200  # to all threads of a page together, so that one quarrel can't make the page endless
SHOWN = ("name", "text", "created_at", "featured_at", "answered_by", "decided_by", "state", "parent", "article")


@dataclass
class Thread:
    """A comment and the answers to it, oldest first."""

    comment: Comment
    answers: list[Comment] = field(default_factory=list)


@dataclass(frozen=True)
class ThreadPage:
    """Threads, and the key of the page with older ones (None: there are none)."""

    threads: list[Thread]
    older: int | None


def page_of_threads(article: Article, before: int | None = None) -> ThreadPage:
    """The newest threads under the article whose ids are below `before`, in one query however many there are."""
    heads = Comment.objects.filter(article=article).threads(before).values("pk")[: THREADS + 1]
    answers = Comment.objects.visible().filter(parent__in=heads).order_by("-parent_id", "-id").values("pk")[:ANSWERS]
    rows = [Comment.objects.filter(pk__in=keys).only(*SHOWN).order_by() for keys in (heads, answers)]
    return _arranged(list(rows[0].union(rows[1], all=True).order_by("id")))


def _arranged(rows: list[Comment]) -> ThreadPage:
    """Rows oldest first, so that a comment comes before the answers to it."""
    threads: dict[int, Thread] = {}
    for comment in rows:
        if comment.parent_id in threads:
            threads[comment.parent_id].answers.append(comment)
        else:
            threads[comment.pk] = Thread(comment)
    newest = list(reversed(threads.values()))
    older = newest[THREADS - 1].comment.pk if len(newest) > THREADS else None
    return ThreadPage(newest[:THREADS], older)


def place(comment: Comment) -> str:
    """Where readers find a visible comment: under its article (which must be loaded) while it is on the newest page."""
    head = thread_id(comment)
    newer = Comment.objects.filter(article=comment.article_id).threads().filter(pk__gt=head)
    return lasting_place(comment) if newer[THREADS - 1 : THREADS] else comment.get_absolute_url()


def lasting_place(comment: Comment) -> str:
    """Where readers find a visible comment however many came after it: first on a page of older ones."""
    return f"{reverse('comments:post', args=[comment.article_id])}?truoc={thread_id(comment) + 1}#bl-{comment.pk}"


def thread_id(comment: Comment) -> int:
    """The comment that starts the thread in which this one is shown."""
    parent = comment.parent
    return parent.pk if parent and parent.state == State.APPROVED else comment.pk
