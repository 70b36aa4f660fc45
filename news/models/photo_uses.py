"""Where photos stand, noted on every save of an article, so that nobody has to read all bodies to know."""

from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext_lazy as _

from news.models.photos import Photo, keys_in


class Place(models.TextChoices):
    """Where in an article a photo stands."""

    LEAD = "lead", _("ảnh đại diện")
    BODY = "body", _("trong nội dung")


class PhotoUse(models.Model):
    """A photo's place in an article. PROTECT: a photo that stands somewhere is not deleted, whoever tries."""

    photo = models.ForeignKey(Photo, models.PROTECT, related_name="uses")
    article = models.ForeignKey("news.Article", models.CASCADE, related_name="photo_uses")
    place = models.CharField(max_length=4, choices=Place)

    class Meta:
        ordering = ["-article_id", "place"]
        constraints = [models.UniqueConstraint(fields=["article", "photo", "place"], name="photo_use_once_a_place")]

    def __str__(self) -> str:
        return f"{self.get_place_display()}: {self.article_id}"


def note_uses(article_id: int, lead_photo_id: int | None, body: str) -> None:
    """Write down which photos the stored article shows now. Bulk writers call it themselves."""
    wanted = {(photo, Place.BODY.value) for photo in _shown_in(body)}
    if lead_photo_id is not None:
        wanted.add((lead_photo_id, Place.LEAD.value))
    noted = set(PhotoUse.objects.filter(article_id=article_id).values_list("photo_id", "place"))
    for photo, place in noted - wanted:
        PhotoUse.objects.filter(article_id=article_id, photo_id=photo, place=place).delete()
    PhotoUse.objects.bulk_create(
        (PhotoUse(article_id=article_id, photo_id=photo, place=place) for photo, place in sorted(wanted - noted)),
        ignore_conflicts=True,
    )


def _shown_in(body: str) -> Iterable[int]:
    keys = keys_in(body)
    return Photo.objects.filter(key__in=keys).values_list("pk", flat=True) if keys else ()
