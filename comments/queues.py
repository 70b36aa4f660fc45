"""The moderators' queues. A new one is one line here: how it is called, and what of all that waits (or is shown) belongs to it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, Exists, Func, OuterRef
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from comments.models import Comment, State
from comments.models.comment_questions import CommentQuerySet

COUNTED = 99  # more than that nobody counts, neither here nor at the desk


class DecidingPhase(Func):
    """The name of the phase that decided: the last of the opinions."""

    output_field = CharField()

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        """JSON path with a place from the end."""
        return super().as_sql(compiler, connection, template="JSON_EXTRACT(%(expressions)s, '$[#-1].phase')")

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        """The same with arrows."""
        return super().as_sql(compiler, connection, template="((%(expressions)s) -> -1 ->> 'phase')")


@dataclass(frozen=True)
class Queue:
    """One heap of comments to decide about: its name in addresses, on its tab, and what of that state belongs to it."""

    name: str
    label: str | Promise
    among: Callable[[CommentQuerySet], CommentQuerySet]
    state: State = State.WAITING

    def comments(self) -> CommentQuerySet:
        """All of it, what comes first first."""
        return self.among(Comment.objects.waiting() if self.state == State.WAITING else Comment.objects.all())


def watched(waiting: CommentQuerySet) -> CommentQuerySet:
    """What waits because of a word that the newsroom watches for."""
    return waiting.alias(phase=DecidingPhase("opinions")).filter(phase="watched_words")


def asked_again(waiting: CommentQuerySet) -> CommentQuerySet:
    """What was not shown, and its writer asks for another look."""
    return waiting.filter(second_look__isnull=False)


def from_new_readers(waiting: CommentQuerySet) -> CommentQuerySet:
    """From addresses of which nothing was ever shown."""
    shown = Comment.objects.filter(address_hash=OuterRef("address_hash"), state=State.APPROVED).order_by()
    return waiting.exclude(address_hash="").filter(~Exists(shown))


QUEUES: tuple[Queue, ...] = (
    Queue("cho-duyet", _("Chờ duyệt"), lambda waiting: waiting),
    Queue("bi-bao-cao", _("Bị báo cáo"), lambda said: said.reported(), State.APPROVED),
    Queue("tu-theo-doi", _("Từ theo dõi"), watched),
    Queue("xem-lai", _("Xin xem lại"), asked_again),
    Queue("dang-ngo", _("Đáng ngờ trước"), lambda waiting: waiting.by_doubt()),
    Queue("ban-doc-moi", _("Bạn đọc mới"), from_new_readers),
)


def count(comments: CommentQuerySet) -> str:
    """How many there are, as far as one counts: 0 to 99, or 99+. Costs no more however many wait."""
    found = comments.order_by()[: COUNTED + 1].count()
    return f"{COUNTED}+" if found > COUNTED else str(found)
