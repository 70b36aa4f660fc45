"""manage.py try_comments [--article ID]: what the pipeline makes of each line of standard input. Nothing is stored."""

import io
import json
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from comments.articles import policy_of, sections_of, with_terms
from comments.moderation import echoes as marks_of
from comments.moderation.around import Echo
from comments.moderation.bans.book import book
from comments.moderation.learned import current as learned_score
from comments.moderation.rules import current as current_rules
from comments.moderation.trying import Place, try_line
from comments.moderation.words import current
from comments.surroundings import echoes, said
from news.ids import id_in
from news.models import Article, CommentPolicy

LONGEST_LINE = 1 << 20  # bytes that are looked at; of a longer line the rest is passed over


class Command(BaseCommand):
    """One JSON object a line goes to standard output."""

    help = gettext_lazy("Thử từng dòng như một bình luận: mỗi dòng vào, một dòng JSON ra. Không lưu gì.")  # type: ignore[assignment]

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Under which article; without one, as under any that is read before it shows."""
        parser.add_argument("--article", metavar="ID", default="", help=_("Số của bài viết; không có thì như bài mở."))

    def handle(self, *args: Any, article: str = "", **options: Any) -> None:
        """An answer a line, as soon as the line is there. Raises CommandError for an article that is not there."""
        under, policy, sections = asked_article(article)
        known = current.newest(), sections, current_rules.newest(), said_already(under), learned_score.newest()
        place = Place(under, policy, *known, book.newest())
        for line in lines(binary_input()):
            self.stdout.write(json.dumps(try_line(line, place), ensure_ascii=False))
            self.stdout.flush()


def asked_article(number: str) -> tuple[Article, CommentPolicy, frozenset[int]]:
    """The article, how it takes comments, and its sections; an unsaved one without a number. Raises CommandError."""
    if not number:
        return Article(), CommentPolicy.PRE, frozenset()
    pk = id_in(number)
    article = with_terms(Article.objects.select_related("discussion")).filter(pk=pk).first() if pk else None
    if article is None:
        raise CommandError(_("Không có bài số %(number)s.") % {"number": number[:40]})
    return article, policy_of(article), sections_of(article)


def said_already(article: Article) -> Callable[[str], tuple[Echo, ...]]:
    """Who has said the like of a text, as far as a stranger would be compared with them; one query for each text."""

    def alike(text: str) -> tuple[Echo, ...]:
        now = timezone.now()
        _own, found = said("", marks_of.marks(text, article.pk or 0, ""), now)
        return echoes(found, "", now)

    return alike


def binary_input() -> BinaryIO:
    """Standard input in bytes, whatever stands in its place."""
    return getattr(sys.stdin, "buffer", None) or io.BytesIO(sys.stdin.read().encode("utf-8", "surrogateescape"))


def lines(source: BinaryIO) -> Iterator[str]:
    """Each line without its end; what is no UTF-8 becomes a question mark in a diamond."""
    while line := source.readline(LONGEST_LINE):
        if len(line) == LONGEST_LINE and not line.endswith(b"\n"):
            _pass_over(source)
        yield line.decode("utf-8", "replace").rstrip("\r\n")


def _pass_over(source: BinaryIO) -> None:
    """The rest of a line that is too long."""
    while (rest := source.readline(LONGEST_LINE)) and not rest.endswith(b"\n"):
        pass
