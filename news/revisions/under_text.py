"""Galleries and documents of an article: as rows that readers' pages ask for, and as a revision lists them.

The only writer of ArticleGallery, and of what readers see of an Attachment.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.db.models import Exists

from news.models import Article, ArticleGallery, Gallery
from news.models.photo_uses import note_uses


class Document(NamedTuple):
    """A document's place under an article: an attachment's id, and what it is called there."""

    attachment: int
    name: str


def of(article: Article) -> dict[str, Any]:
    """What readers have of both, in order: the fields of a content (one query; three where there is something)."""
    documents = article.attachments.shown().order_by("order", "pk").values_list("pk", "name")
    galleries = article.galleries.shown().order_by("order", "pk").values_list("gallery", flat=True)
    there = Article.objects.filter(pk=article.pk).filter(Exists(documents) | Exists(galleries)).exists()
    return {
        "galleries": tuple(galleries) if there else (),
        "attachments": tuple(Document(*each) for each in documents) if there else (),
    }


def store(article: Article, galleries: Iterable[int] | None, documents: Iterable[Document] | None) -> None:
    """Give readers these galleries and documents, in this order; None: what they have. What is gone meanwhile is left out."""
    if galleries is not None:
        _hang(article, list(dict.fromkeys(galleries)))
    if documents is not None:
        _show(article, {document.attachment: document.name for document in documents})


def note_draft(article: Article, lead_photo: int | None, body: str, galleries: Iterable[int] | None) -> None:
    """Write down what only the draft beside a live text shows, so that nobody deletes it under its feet."""
    note_uses(article.pk, lead_photo, body, waiting=True)
    noted = dict(article.galleries.values_list("gallery", "waiting"))
    wanted = {pk for pk in galleries or () if noted.get(pk) is not False}
    waiting = {pk for pk, is_waiting in noted.items() if is_waiting}
    if waiting - wanted:
        article.galleries.filter(gallery__in=waiting - wanted).delete()
    if wanted - waiting:
        known = Gallery.objects.filter(pk__in=wanted - waiting).values_list("pk", flat=True)
        _add(article, dict.fromkeys(known, 0), waiting=True)


def _hang(article: Article, galleries: list[int]) -> None:
    rows = list(article.galleries.order_by("order", "pk").values_list("gallery", "waiting"))
    if rows == [(pk, False) for pk in galleries]:
        return
    known = set(Gallery.objects.filter(pk__in=galleries).values_list("pk", flat=True))
    article.galleries.all().delete()
    _add(article, {pk: place for place, pk in enumerate(galleries) if pk in known}, waiting=False)


def _add(article: Article, places: dict[int, int], *, waiting: bool) -> None:
    ArticleGallery.objects.bulk_create(
        ArticleGallery(article=article, gallery_id=pk, order=place, waiting=waiting) for pk, place in places.items()
    )


def _show(article: Article, names: dict[int, str]) -> None:
    places = {pk: place for place, pk in enumerate(names)}
    for row in article.attachments.all():
        wanted = (row.pk in names, names.get(row.pk, row.name), places.get(row.pk, row.order))
        if (row.shown, row.name, row.order) != wanted:
            row.shown, row.name, row.order = wanted
            row.save(update_fields=["shown", "name", "order"])
