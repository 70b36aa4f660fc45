"""Photos. How they are taken in and drawn in sizes is in news/pictures.py and news/sizes.py."""

import re
import secrets
from typing import Any, Self

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from news.likeness import bands, distance
from news.vietnamese.letters import fold


def new_key() -> str:
    """An unguessable name for a photo's address: a photo under embargo must not be found by counting."""
    return secrets.token_hex(10)


def original_path(photo: "Photo", filename: str) -> str:
    """Where the original is kept, below MEDIA_ROOT; `filename` gives the ending only."""
    return f"photos/{photo.key[:2]}/{photo.key}/original.{filename.rpartition('.')[2].lower()}"


_KEY = re.compile(r"/anh/([0-9a-f]{20})/")
_IN_BODY = re.compile(
    r'<img src="/anh/([0-9a-f]{20})/([0-9x-]+\.[a-z]+)" alt="([^"]*)"(?: width="[0-9]+" height="[0-9]+")?>'
)
_UNMEASURED = re.compile(r'<img src="/anh/([0-9a-f]{20})/([0-9]+)\.webp" alt="[^"]*">')
PERCENT = [MinValueValidator(0), MaxValueValidator(100)]
WORDS = ("alt", "caption", "credit")
SEARCHED = 1000  # letters; PostgreSQL's index takes no more than 2,700 bytes a row
MOST_ALIKE = 5  # shown to the person who sends a photo: a hint, no list
SAME_BAND = 500  # photos compared one by one; a band that more share tells nothing


class PhotoQuerySet(models.QuerySet["Photo"]):
    """The newsroom's questions about photos."""

    def with_words(self, words: str) -> Self:
        """Photos with all the words in description, caption or credit, typed with or without diacritics.

        The inner query reads the index of search texts alone, not the table.
        """
        found = Photo.objects.order_by()
        for word in fold(words).split()[:8]:
            found = found.filter(search_text__contains=word)
        return self.filter(pk__in=found.values("pk")) if words.strip() else self

    def of_bytes(self, digest: str) -> "Photo | None":
        """The photo whose file is the very same; the oldest if there are several."""
        return self.filter(digest=digest).order_by("pk").first()

    def looking_like(self, likeness: str) -> "list[Photo]":
        """Photos that show nearly the same, the most alike first: a hint for people, not a proof."""
        if not likeness:
            return []
        shared = models.Q()
        for name, band in bands(likeness).items():
            shared |= models.Q(**{name: band})
        near = [
            (distance(photo.likeness, likeness), photo) for photo in self.filter(shared).order_by("-pk")[:SAME_BAND]
        ]
        alike = sorted((pair for pair in near if pair[0] <= len(bands(likeness)) - 1), key=lambda pair: pair[0])
        return [photo for _distance, photo in alike[:MOST_ALIKE]]


class Photo(models.Model):
    """A picture with what belongs to it. The original is kept and never served to readers."""

    key = models.CharField(max_length=20, unique=True, default=new_key, editable=False)
    original = models.FileField(_("tệp gốc"), upload_to=original_path, max_length=200)
    width = models.PositiveIntegerField(_("rộng"), editable=False)
    height = models.PositiveIntegerField(_("cao"), editable=False)
    digest = models.CharField(max_length=64, editable=False, db_index=True)  # SHA-256 of the file, hexadecimal
    alt = models.CharField(_("mô tả cho người không nhìn thấy ảnh"), max_length=300, blank=True)
    caption = models.CharField(_("chú thích"), max_length=500, blank=True)
    credit = models.CharField(_("nguồn ảnh"), max_length=150, blank=True)
    taken_at = models.DateTimeField(_("chụp lúc"), null=True, blank=True)
    focal_x = models.PositiveSmallIntegerField(_("tâm điểm ngang (%)"), default=50, validators=PERCENT)
    focal_y = models.PositiveSmallIntegerField(_("tâm điểm dọc (%)"), default=50, validators=PERCENT)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )
    created_at = models.DateTimeField(_("tải lên lúc"), auto_now_add=True)
    search_text = models.CharField(max_length=SEARCHED, blank=True, editable=False)  # WORDS, folded
    likeness = models.CharField(
        max_length=16, blank=True, editable=False
    )  # see news/likeness.py; "" if flat or unknown
    likeness_a = models.PositiveIntegerField(null=True, editable=False, db_index=True)  # its four bands, so that
    likeness_b = models.PositiveIntegerField(null=True, editable=False, db_index=True)  # what is nearly the same
    likeness_c = models.PositiveIntegerField(null=True, editable=False, db_index=True)  # is found by an index
    likeness_d = models.PositiveIntegerField(null=True, editable=False, db_index=True)

    objects = PhotoQuerySet.as_manager()

    class Meta:
        verbose_name = _("ảnh")
        verbose_name_plural = _("ảnh")
        ordering = ["-id"]
        indexes = [models.Index(fields=["search_text"], name="photo_search_text")]
        constraints = [
            models.CheckConstraint(condition=models.Q(width__gt=0, height__gt=0), name="photo_has_a_size"),
            models.CheckConstraint(
                condition=models.Q(focal_x__lte=100, focal_y__lte=100), name="photo_focal_point_inside"
            ),
        ]

    def __str__(self) -> str:
        return self.caption or self.alt or self.key

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keeps the search text in step with the words and the bands with the likeness."""
        fields = kwargs.get("update_fields")
        if fields is not None and {*WORDS, "likeness"}.intersection(fields):
            kwargs["update_fields"] = {*fields, "search_text", *(bands(self.likeness))}
        self.search_text = fold(f"{self.alt} {self.caption} {self.credit}")[:SEARCHED]
        for name, band in bands(self.likeness).items():
            setattr(self, name, band)
        super().save(*args, **kwargs)


class FormerKey(models.Model):
    """A key under which a photo was shown before its file was replaced; its addresses lead to the new ones."""

    key = models.CharField(max_length=20, unique=True)
    photo = models.ForeignKey(Photo, models.CASCADE, related_name="former_keys")

    def __str__(self) -> str:
        return self.key


def keys_in(body: str) -> set[str]:
    """The keys of all photos of ours that the body shows."""
    return set(_KEY.findall(body))


def up_to_date(body: str) -> str:
    """The clean body with today's key for each photo whose file was replaced, unmeasured: the new file may be of another form."""
    keys = keys_in(body)
    today = dict(FormerKey.objects.filter(key__in=keys).values_list("key", "photo__key")) if keys else {}
    if not today:
        return body
    return _IN_BODY.sub(
        lambda img: f'<img src="/anh/{today[img[1]]}/{img[2]}" alt="{img[3]}">' if img[1] in today else img[0], body
    )


def measured(body: str) -> str:
    """The clean body with width and height on each photo of ours that lacks them: a page keeps the place of what loads late."""
    keys = {photo[1] for photo in _UNMEASURED.finditer(body)}
    if not keys:
        return body
    sizes = {
        key: (width, height)
        for key, width, height in Photo.objects.filter(key__in=keys).values_list("key", "width", "height")
    }

    def with_measures(picture: re.Match[str]) -> str:
        if picture[1] not in sizes:
            return picture[0]
        width, height = sizes[picture[1]]
        shown = min(int(picture[2]), width)
        return f'{picture[0][:-1]} width="{shown}" height="{max(1, round(shown * height / width))}">'

    return _UNMEASURED.sub(with_measures, body)
