"""Years of made-up articles to try the house at scale: sentences of the demo edition, shuffled. Fast, not pretty."""

import hashlib
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import cycle, pairwise
from typing import NamedTuple

from django.db import transaction

from news.demo.authors import AUTHORS
from news.demo.manuscripts import all_articles
from news.demo.tags import TAGS
from news.models import Article, ArticleAuthor, Author, Section, State, Tag
from news.vietnamese.letters import fold
from news.vietnamese.slugs import slug

MARK = hashlib.sha256(b"demo: made articles").hexdigest()  # the import digest of all of them
OLDEST, NEWEST = timedelta(days=5 * 365), timedelta(days=10)  # before now; the demo edition itself stays in front
BATCH = 1000  # rows at a time
PARAGRAPHS = (3, 6)
SENTENCE = re.compile(r"[^.?!<>“”]{20,}[.?!](?=\s|$)")


class Line(NamedTuple):
    """A headline or standfirst with what `Article.prepare` would derive of it, derived once."""

    text: str
    folded: str
    slug: str

    @classmethod
    def of(cls, text: str) -> "Line":
        """The line of this text."""
        return cls(text, fold(text), slug(text))


@dataclass(frozen=True)
class Words:
    """What made articles are put together from."""

    paragraphs: list[str]
    headlines: list[Line]
    standfirsts: list[Line]

    @classmethod
    def of_the_edition(cls) -> "Words":
        """Paragraphs, short sentences and standfirsts of the demo articles."""
        articles = all_articles()
        paragraphs = [p for article in articles for p in re.findall(r"<p>[^<]{120,}</p>", article.body)]
        sentences = [s.strip(" .?!") for p in paragraphs for s in SENTENCE.findall(p[3:-4]) if len(s) <= 70]
        headlines = [Line.of(f"{topic}: {sentence}") for topic, sentence in zip(cycle(TAGS), sentences, strict=False)]
        return cls(paragraphs, headlines, [Line.of(article.standfirst) for article in articles])


@dataclass(frozen=True)
class Shelf:
    """The rows that made articles point to."""

    sections: list[Section]
    authors: list[Author]
    tags: list[Tag]

    @classmethod
    def of_the_edition(cls) -> "Shelf":
        """Sections, authors and topics; the demo edition must be loaded."""
        authors = Author.objects.filter(name__in=[author.name for author in AUTHORS])
        return cls(list(Section.objects.all()), list(authors), list(Tag.objects.all()))


def extend(total: int, now: datetime) -> Iterator[list[Article]]:
    """Make live articles until there are `total` made ones; gives each stored batch, the oldest first."""
    there = Article.objects.filter(import_digest=MARK).count()
    words, shelf, chance = Words.of_the_edition(), Shelf.of_the_edition(), random.Random(there)  # noqa: S311 (no secret)
    moments = spread(max(0, total - there), now)
    starts = [*range(0, len(moments), BATCH), len(moments)]
    for start, end in pairwise(starts):
        batch = [made(moment, words, shelf, chance) for moment in moments[start:end]]
        with transaction.atomic():
            store(batch, shelf, chance)
        yield batch


def spread(count: int, now: datetime) -> list[datetime]:
    """So many moments over the years, evenly and in order."""
    step = (OLDEST - NEWEST) / max(count, 1)
    return [now - OLDEST + step * number for number in range(count)]


def made(moment: datetime, words: Words, shelf: Shelf, chance: random.Random) -> Article:
    """One unsaved live article, written past the life cycle and, the words being clean already, past `prepare`."""
    headline, standfirst = chance.choice(words.headlines), chance.choice(words.standfirsts)
    return Article(
        headline=headline.text,
        standfirst=standfirst.text,
        body="\n".join(chance.sample(words.paragraphs, chance.randint(*PARAGRAPHS))),
        slug=headline.slug,
        search_text=f"{headline.folded} {standfirst.folded}",
        section=chance.choice(shelf.sections),
        state=State.PUBLISHED,
        published_at=moment,
        first_published_at=moment,
        import_digest=MARK,
    )


def store(batch: list[Article], shelf: Shelf, chance: random.Random) -> None:
    """Write a batch with a byline and a topic each."""
    Article.objects.bulk_create(batch)
    ArticleAuthor.objects.bulk_create(
        ArticleAuthor(article=article, author=chance.choice(shelf.authors)) for article in batch
    )
    topics = Article.tags.through
    topics.objects.bulk_create(topics(article=article, tag=chance.choice(shelf.tags)) for article in batch)
