"""A manuscript becomes an article. The command and the desk come in through this one door."""

from django.db import transaction

from news import lifecycle
from news.importing.bylines import names_in, sign
from news.importing.manuscript import Manuscript
from news.importing.photos import with_photos
from news.models import Article, Section, User
from news.revisions import keeping
from news.vietnamese.plain import clean_line


def already_taken_in(digest: str) -> Article | None:
    """The first article that was made of the file with this digest."""
    return Article.objects.filter(import_digest=digest).order_by("pk").first()


def take_in(
    manuscript: Manuscript,
    digest: str,
    *,
    section: Section,
    author: str = "",
    by: User | None = None,
    publish: bool = False,
) -> Article:
    """A new article of the manuscript: a draft, or published at once. All of it is stored, or nothing.

    `author` stands in for the byline that was found; `by` is who acts (None: the house itself).
    Raises lifecycle.NotAllowed and, for want of something to publish, lifecycle.NotReady.
    """
    with transaction.atomic():
        manuscript = with_photos(manuscript, by)
        article = Article(
            headline=manuscript.headline,
            standfirst=manuscript.standfirst,
            body=manuscript.body,
            source_line=manuscript.source_line,
            section=section,
            import_digest=digest,
        )
        lifecycle.create(article, by, imported=True)
        sign(article, [clean_line(author)] if author.strip() else names_in(manuscript.byline))
        keeping.first(article)
        if publish:
            lifecycle.publish(article, by)
    return article
