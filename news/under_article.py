"""Galleries and documents under an article's text. Most articles have none, and cost no query to know it."""

from typing import Any

from django.db.models import Exists, OuterRef, Prefetch

from news.models import Article, ArticleGallery, Attachment, Gallery, GalleryPhoto
from news.models.article_questions import ArticleQuerySet


def with_extras_noted(articles: ArticleQuerySet) -> ArticleQuerySet:
    """The articles, each knowing whether it has galleries (`has_galleries`) and documents (`has_attachments`)."""
    return articles.annotate(
        has_galleries=Exists(ArticleGallery.objects.filter(article=OuterRef("pk"))),
        has_attachments=Exists(Attachment.objects.filter(article=OuterRef("pk"))),
    )


def extras_of(article: Article) -> dict[str, Any]:
    """What the article's template shows under the text; `article` comes from `with_extras_noted`."""
    noted: dict[str, bool] = vars(article)
    return {
        "galleries": galleries_of(article) if noted["has_galleries"] else [],
        "attachments": list(article.attachments.all()) if noted["has_attachments"] else [],
    }


def galleries_of(article: Article) -> list[Gallery]:
    """The article's galleries in order, with their photos, in two queries."""
    places = Prefetch("places", GalleryPhoto.objects.select_related("photo"))
    return list(
        Gallery.objects.filter(articles__article=article)
        .order_by("articles__order", "articles__id")
        .prefetch_related(places)
    )
