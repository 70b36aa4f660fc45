"""Where photos stand, noted on every save of an article, so that nobody has to read all bodies to know."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from news.models.photos import Photo, keys_in


class Place(models.TextChoices):
    """Where in an article a photo stands."""

    LEAD = "lead", _("ảnh đại diện")
    BODY = "body", _("trong nội dung")


class PhotoUseQuerySet(models.QuerySet["PhotoUse"]):
    """The newsroom's questions about where photos stand."""

    def in_text(self) -> Self:
        """Places inside articles' texts, whose addresses follow the photo's file."""
        return self.filter(place=Place.BODY)


class PhotoUse(models.Model):
    """A photo's place in an article. PROTECT: a photo that stands somewhere is not deleted, whoever tries."""

    photo = models.ForeignKey(Photo, models.PROTECT, related_name="uses")
    article = models.ForeignKey("news.Article", models.CASCADE, related_name="photo_uses")
    place = models.CharField(max_length=4, choices=Place)
    waiting = models.BooleanField(
        default=False, db_default=False
    )  # only the draft that waits beside a live text has it

    objects = PhotoUseQuerySet.as_manager()

    class Meta:
        ordering = ["-article_id", "place"]
        constraints = [models.UniqueConstraint(fields=["article", "photo", "place"], name="photo_use_once_a_place")]

    def __str__(self) -> str:
        return f"{self.get_place_display()}: {self.article_id}"


def note_uses(article_id: int, lead_photo_id: int | None, body: str, *, waiting: bool = False) -> None:
    """Write down which photos the stored article shows now. Bulk writers call it themselves.

    With `waiting`: which photos the draft beside it will show that it doesn't show already.
    """
    wanted = _places(lead_photo_id, body)
    rows = PhotoUse.objects.filter(article_id=article_id)
    noted = {
        (photo, place): is_waiting for photo, place, is_waiting in rows.values_list("photo_id", "place", "waiting")
    }
    if waiting:
        wanted -= {use for use, is_waiting in noted.items() if not is_waiting}
    right = {use for use, is_waiting in noted.items() if is_waiting == waiting}
    for photo, place in (right - wanted) | (wanted & (noted.keys() - right)):
        rows.filter(photo_id=photo, place=place).delete()
    PhotoUse.objects.bulk_create(
        (
            PhotoUse(article_id=article_id, photo_id=photo, place=place, waiting=waiting)
            for photo, place in sorted(wanted - right)
        ),
        ignore_conflicts=True,
    )


def _places(lead_photo_id: int | None, body: str) -> set[tuple[int, str]]:
    """Photo and place of all that a text shows; photos that are gone stand nowhere."""
    keys = keys_in(body)
    if lead_photo_id is None and not keys:
        return set()
    found = Photo.objects.filter(Q(pk=lead_photo_id) | Q(key__in=keys)).values_list("pk", "key")
    places = {(pk, Place.BODY.value) for pk, key in found if key in keys}
    return places | {(pk, Place.LEAD.value) for pk, _key in found if pk == lead_photo_id}
