"""Which queue a person has chosen, under which section or article. It stands in the address and in every form."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, QueryDict
from django.urls import reverse

from comments.models import Comment
from comments.models.comment_questions import CommentQuerySet
from comments.queues import QUEUES, Queue, count
from news.admin.article_filters import family_of
from news.ids import id_in
from news.models import Article, Section


@dataclass(frozen=True)
class Tab:
    """One queue above the comment: its name, how much is in it, whether it is the chosen one."""

    name: str
    label: Any
    number: str
    address: str
    chosen: bool


@dataclass(frozen=True)
class Scope:
    """A queue, within a section (with its own) or an article where one is named."""

    queue: Queue
    section: int | None = None
    article: int | None = None

    def comments(self) -> CommentQuerySet:
        """What is to be decided there, what comes first first."""
        return self._narrowed(self.queue.comments())

    def tabs(self) -> list[Tab]:
        """Every queue within the same section or article; one query each."""
        return [
            Tab(
                each.name,
                each.label,
                count(self._narrowed(each.comments())),
                Scope(each, self.section, self.article).address(),
                each == self.queue,
            )
            for each in QUEUES
        ]

    def fields(self) -> dict[str, str]:
        """What forms and addresses carry; the usual is left out."""
        chosen = {"hang": self.queue.name if self.queue != QUEUES[0] else ""}
        chosen |= {"muc": str(self.section or ""), "bai": str(self.article or "")}
        return {name: value for name, value in chosen.items() if value}

    def address(self, **more: str) -> str:
        """Of the queue's page."""
        query = urlencode({**self.fields(), **more})
        return reverse("queue:queue") + (f"?{query}" if query else "")

    @property
    def query(self) -> str:
        """The beginning of an address's query, for something to follow."""
        return "?" + "".join(f"{pair}&" for pair in [urlencode(self.fields())] if pair)

    def article_named(self) -> Article | None:
        """The chosen article, if readers have said something under it: a moderator finds no others by their numbers."""
        if self.article is None or not Comment.objects.filter(article=self.article).exists():
            return None
        return Article.objects.only("headline").filter(pk=self.article).first()

    def _narrowed(self, comments: CommentQuerySet) -> CommentQuerySet:
        if self.section:
            comments = comments.filter(article__section__in=family_of(self.section))
        return comments.filter(article=self.article) if self.article else comments


def asked_scope(request: HttpRequest) -> Scope:
    """The scope in the form, else in the address; what is unknown is not chosen."""
    sent: QueryDict = request.POST if request.method == "POST" else request.GET
    queue = next((each for each in QUEUES if each.name == sent.get("hang")), QUEUES[0])
    return Scope(queue, id_in(sent.get("muc", "")), id_in(sent.get("bai", "")))


def sections() -> list[tuple[int, str]]:
    """The sections to choose from, each followed by its own."""
    return [
        choice
        for top in Section.objects.top()
        for choice in [(top.pk, top.name), *((each.pk, f"– {each.name}") for each in top.children.all())]
    ]
