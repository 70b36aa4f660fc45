"""What is to be published, as the checks see it: no state, no address, only what readers will read."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from news.checks.visible import Visible, visible
from news.models import Article, Author, Photo, Section
from news.revisions import content as contents
from news.revisions.content import Content

FIELDS = (  # in the order in which an editor reads; findings are sorted by it
    *("headline", "short_headline", "standfirst", "lead_photo", "lead_caption", "lead_credit", "body"),
    *("authors", "source_line"),
)
WORDED = ("headline", "short_headline", "standfirst", "lead_caption", "lead_credit", "body", "source_line")


@dataclass(frozen=True)
class Text:
    """An article's text. `body` is clean HTML; the photo is asked for its alternative text, caption and credit."""

    headline: str = ""
    short_headline: str = ""
    standfirst: str = ""
    body: str = ""
    section: Section | None = None
    author_names: tuple[str, ...] = ()
    lead_photo: Photo | None = None
    lead_caption: str = ""
    lead_credit: str = ""
    source_line: str = ""

    @classmethod
    def of(cls, article: Article, content: Content | None = None) -> Self:
        """What stands in the article now, or will with that content, its own byline included.

        One query for the byline, one for a photo that is not loaded.
        """
        if content is not None:
            article = contents.onto(article, content)
        return cls(
            headline=article.headline,
            short_headline=article.short_headline,
            standfirst=article.standfirst,
            body=article.body,
            section=article.section,
            author_names=names_signing(article, content),
            lead_photo=article.lead_photo,
            lead_caption=article.lead_caption,
            lead_credit=article.lead_credit,
            source_line=article.source_line,
        )

    @cached_property
    def reading(self) -> Visible:
        """The body as it reads. Whoever changes it takes a new one from `visible`."""
        return visible(self.body)

    def shown(self, field: str) -> str:
        """The visible text of one of the WORDED fields."""
        if field == "body":
            return self.reading.text
        value: str = getattr(self, field)
        return value

    def worded(self) -> Iterator[tuple[str, str]]:
        """Each field that has words, with its visible text."""
        return ((field, text) for field in WORDED if (text := self.shown(field)))


def names_signing(article: Article, content: Content | None) -> tuple[str, ...]:
    """Who signs the article, or will with that content, in order; authors who are gone are left out."""
    if content is not None:
        names = dict(Author.objects.filter(pk__in=[pk for pk, _role in content.bylines]).values_list("pk", "name"))
        return tuple(names[pk] for pk, _role in content.bylines if pk in names)
    return tuple(article.bylines.values_list("author__name", flat=True)) if article.pk else ()
