"""Looking at an article without a login: links are signed, end by themselves, can be revoked, and are counted.

The address holds nothing but the link's id under our signature: whoever changes a letter of it finds nothing.
"""

from datetime import timedelta
from typing import Any

from django.core import signing
from django.db.models import F
from django.urls import reverse
from django.utils import timezone

from news import corrections, rights
from news.models import Article, ArticleAuthor, Author, PreviewLink, Revision, Tag, User
from news.revisions import content as contents
from news.revisions import keeping
from news.revisions.content import Content
from news.under_article import extras_in

SALT = "news.previews"
SPANS = {
    "1": timedelta(hours=1),
    "24": timedelta(days=1),
    "72": timedelta(days=3),
    "168": timedelta(days=7),
}  # by hours


def make(
    article: Article, by: User, span: timedelta, recipient: str = "", revision: Revision | None = None
) -> PreviewLink:
    """A link that opens the article's newest text, or that one revision, until `span` from now. Raises NotAllowed.

    Whoever writes the article, or edits in its section, may show it around: an embargo is theirs to keep.
    """
    rights.require_in_hands(article, by)
    ends = timezone.now() + span
    return PreviewLink.objects.create(article=article, revision=revision, recipient=recipient, made_by=by, ends_at=ends)


def revoke(link: PreviewLink, by: User) -> None:
    """Make the link open nothing from now on. Raises NotAllowed."""
    rights.require_in_hands(link.article, by)
    PreviewLink.objects.filter(pk=link.pk, revoked_at=None).update(revoked_at=timezone.now())


def address_of(link: PreviewLink) -> str:
    """The path that is sent around."""
    return reverse("news:preview", args=[signing.dumps(link.pk, salt=SALT)])


def behind(token: str) -> PreviewLink | None:
    """The link of an address; None for a forged or unknown one, and for one that has ended or was revoked."""
    try:
        pk = signing.loads(token, salt=SALT)
    except signing.BadSignature:
        return None
    return PreviewLink.objects.working().select_related("article", "revision__dictionary").filter(pk=pk).first()


def count(link: PreviewLink) -> None:
    """One more opening; counted in the database, since two may open it at once."""
    PreviewLink.objects.filter(pk=link.pk).update(opened=F("opened") + 1, last_opened_at=timezone.now())


def page_of(article: Article, content: Content) -> dict[str, Any]:
    """The context of the article page for a text that readers don't see."""
    shown = contents.onto(article, content)
    shown.published_at = shown.published_at or timezone.now()
    shown._prefetched_objects_cache = {"tags": Tag.objects.filter(pk__in=content.tags)}  # type: ignore[attr-defined]
    return {
        "article": shown,
        "bylines": bylines_of(content),
        "corrections": corrections.of(article),
        **extras_in(article, keeping.whole(article, content)),
        "related": [],
        "preview": True,
    }


def bylines_of(content: Content) -> list[ArticleAuthor]:
    """The byline in memory; authors who are gone are left out."""
    authors = Author.objects.in_bulk([byline.author for byline in content.bylines])
    return [ArticleAuthor(author=authors[author], role=role) for author, role in content.bylines if author in authors]
