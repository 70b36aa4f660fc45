"""What a revision holds: everything of an article that an editor types or chooses and that readers may come to see."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any, NamedTuple, Self

from news.models import Article, ArticleAuthor, Author, Photo, Section
from news.revisions import under_text
from news.revisions.under_text import Document

LINES = ("headline", "short_headline", "source_line", "lead_caption", "lead_credit")
TEXTS = (*LINES, "slug", "standfirst", "body")


class Byline(NamedTuple):
    """A place in the byline: an author's id and what they did."""

    author: int
    role: str


@dataclass(frozen=True, kw_only=True)
class Content:
    """An article's text and what stands around it; relations as ids, which may be gone when it is read again.

    Revisions from before galleries and documents belonged to them don't know which there were: None, not "none".
    """

    headline: str
    short_headline: str
    source_line: str
    lead_caption: str
    lead_credit: str
    slug: str
    featured: bool
    section: int
    lead_photo: int | None
    further_sections: tuple[int, ...] = ()
    tags: tuple[int, ...] = ()
    bylines: tuple[Byline, ...] = ()
    galleries: tuple[int, ...] | None = None
    attachments: tuple[Document, ...] | None = None
    standfirst: str
    body: str  # clean HTML, as news/body leaves it

    @classmethod
    def of(cls, article: Article) -> Self:
        """The content of the stored article, relations included (five queries)."""
        return cls(
            **fields_of(article),
            further_sections=tuple(sorted(article.further_sections.values_list("pk", flat=True))),
            tags=tuple(sorted(article.tags.values_list("pk", flat=True))),
            bylines=tuple(
                Byline(author, role)
                for author, role in article.bylines.order_by("order", "pk").values_list("author", "role")
            ),
            **under_text.of(article),
        )

    @classmethod
    def from_json(cls, raw: bytes) -> Self:
        """The content that `to_json` wrote."""
        found = json.loads(raw)
        found["bylines"] = tuple(Byline(*each) for each in found["bylines"])
        if found.get("attachments") is not None:
            found["attachments"] = tuple(Document(*each) for each in found["attachments"])
        for name in ("further_sections", "tags", "galleries"):
            if found.get(name) is not None:
                found[name] = tuple(found[name])
        return cls(**found)

    def to_json(self) -> bytes:
        """UTF-8, the body last: that is what the next revision is most like."""
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":")).encode()

    def with_changes(self, changes: Mapping[str, Any]) -> Self:
        """The same with other values for some fields."""
        return replace(self, **changes)

    @property
    def under_text(self) -> tuple[tuple[int, ...] | None, tuple[Document, ...] | None]:
        """Galleries and documents."""
        return self.galleries, self.attachments

    @property
    def is_whole(self) -> bool:
        """Whether it knows of galleries and documents."""
        return None not in self.under_text

    def completed(self, by: Self) -> Self:
        """The same, with the other's galleries and documents where it doesn't know of its own."""
        if self.is_whole:
            return self
        galleries = by.galleries if self.galleries is None else self.galleries
        attachments = by.attachments if self.attachments is None else self.attachments
        return replace(self, galleries=galleries, attachments=attachments)

    def settled(self, article: Article) -> Self:
        """As the article would store it: one code point a letter, clean, with its slug."""
        shown = onto(article, self)
        shown.prepare()
        return replace(
            self,
            **fields_of(shown),
            further_sections=tuple(sorted(self.further_sections)),
            tags=tuple(sorted(self.tags)),
        )


def fields_of(article: Article) -> dict[str, Any]:
    """The content's fields that are columns of the article."""
    return {
        **{name: getattr(article, name) for name in TEXTS},
        "featured": article.featured,
        "section": article.section_id,
        "lead_photo": article.lead_photo_id,
    }


def onto(article: Article, content: Content) -> Article:
    """A copy of the article in memory that reads as `content` says, relations aside; what is gone meanwhile stays away."""
    shown = Article(**{field.attname: getattr(article, field.attname) for field in Article._meta.concrete_fields})
    shown._state.adding, shown._state.db = article._state.adding, article._state.db
    shown._state.fields_cache.update(article._state.fields_cache)  # what is loaded; setting another id drops it
    _set_columns(shown, content)
    return shown


def store(article: Article, content: Content, before: Content | None = None) -> None:
    """Make the article's row and relations what `content` says. Call inside a transaction that holds the row.

    `before` is what they say now, where the caller knows: most saves change nothing of what stands under the text.
    """
    _set_columns(article, content)
    article.save(update_fields=[*TEXTS, "featured", "section", "lead_photo"])
    _relate(article.further_sections, content.further_sections)
    _relate(article.tags, content.tags)
    sign(article, content.bylines)
    if before is None or content.under_text != before.under_text:
        under_text.store(article, *content.under_text)


def sign(article: Article, bylines: tuple[Byline, ...]) -> None:
    """Replace the article's byline, in this order; authors who are gone meanwhile are left out."""
    if tuple(article.bylines.order_by("order", "pk").values_list("author", "role")) == bylines:
        return
    known = set(Author.objects.filter(pk__in=[byline.author for byline in bylines]).values_list("pk", flat=True))
    article.bylines.all().delete()
    ArticleAuthor.objects.bulk_create(
        ArticleAuthor(article=article, author_id=author, role=role, order=place)
        for place, (author, role) in enumerate(dict.fromkeys(bylines))
        if author in known
    )


def _relate(relation: Any, wanted: tuple[int, ...]) -> None:
    """Make these what the article is related to; one query where they are already."""
    if set(relation.values_list("pk", flat=True)) != set(wanted):
        relation.set(relation.model.objects.filter(pk__in=wanted))


def _set_columns(article: Article, content: Content) -> None:
    for name in (*TEXTS, "featured"):
        setattr(article, name, getattr(content, name))
    if content.section != article.section_id and Section.objects.filter(pk=content.section).exists():
        article.section_id = content.section
    if content.lead_photo != article.lead_photo_id:
        gone = content.lead_photo is not None and not Photo.objects.filter(pk=content.lead_photo).exists()
        article.lead_photo_id = None if gone else content.lead_photo
