"""Galleries and documents under an article's text, as pages show them. Most articles have none, and cost no query to know it."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch

from news.models import Article, ArticleGallery, Attachment, Gallery, GalleryPhoto
from news.models.article_questions import ArticleQuerySet
from news.revisions.content import Content
from news.revisions.under_text import Document


def with_extras_noted(articles: ArticleQuerySet) -> ArticleQuerySet:
    """The articles, each knowing whether it has galleries (`has_galleries`) and documents (`has_attachments`)."""
    return articles.annotate(
        has_galleries=Exists(ArticleGallery.objects.shown().filter(article=OuterRef("pk"))),
        has_attachments=Exists(Attachment.objects.shown().filter(article=OuterRef("pk"))),
    )


def extras_of(article: Article) -> dict[str, Any]:
    """What the article's template shows under the text; `article` comes from `with_extras_noted`."""
    noted: dict[str, bool] = vars(article)
    return {
        "galleries": galleries_of(article) if noted["has_galleries"] else [],
        "attachments": list(article.attachments.shown()) if noted["has_attachments"] else [],
    }


def extras_in(article: Article, content: Content) -> dict[str, Any]:
    """The same as that content has it; what is gone meanwhile is left out."""
    return {
        "galleries": galleries_named(content.galleries or ()),
        "attachments": documents_named(article, content.attachments or ()),
    }


def galleries_of(article: Article) -> list[Gallery]:
    """The galleries that readers of the article see, in order, with their photos, in two queries."""
    shown = Gallery.objects.filter(articles__article=article, articles__waiting=False)
    return list(shown.order_by("articles__order", "articles__id").prefetch_related(with_photos()))


def galleries_named(wanted: Sequence[int]) -> list[Gallery]:
    """These galleries in this order, with their photos, in two queries."""
    found = Gallery.objects.filter(pk__in=wanted).prefetch_related(with_photos()).in_bulk() if wanted else {}
    return [found[pk] for pk in wanted if pk in found]


def documents_named(article: Article, wanted: Sequence[Document]) -> list[Attachment]:
    """These of the article's documents in this order, in memory, called as they are called here."""
    found = article.attachments.in_bulk([document.attachment for document in wanted]) if wanted else {}
    documents = [(found[pk], name) for pk, name in wanted if pk in found]
    for attachment, name in documents:
        attachment.name = name
    return [attachment for attachment, _name in documents]


def with_photos() -> "Prefetch[str, Any, str]":
    """What a gallery's page shows of it, asked for all galleries at once."""
    return Prefetch("places", GalleryPhoto.objects.select_related("photo"))
