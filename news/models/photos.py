"""Photos. How they are taken in and drawn in sizes is in news/pictures.py."""

import re
import secrets

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _


def new_key() -> str:
    """An unguessable name for a photo's address: a photo under embargo must not be found by counting."""
    return secrets.token_hex(10)


def original_path(photo: "Photo", filename: str) -> str:
    """Where the original is kept, below MEDIA_ROOT; `filename` gives the ending only."""
    return f"photos/{photo.key[:2]}/{photo.key}/original.{filename.rpartition('.')[2].lower()}"


_UNMEASURED = re.compile(r'<img src="/anh/([0-9a-f]{20})/([0-9]+)\.webp" alt="[^"]*">')
PERCENT = [MinValueValidator(0), MaxValueValidator(100)]


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
    focal_x = models.PositiveSmallIntegerField(_("tâm điểm ngang (%)"), default=50, validators=PERCENT)
    focal_y = models.PositiveSmallIntegerField(_("tâm điểm dọc (%)"), default=50, validators=PERCENT)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )
    created_at = models.DateTimeField(_("tải lên lúc"), auto_now_add=True)

    class Meta:
        verbose_name = _("ảnh")
        verbose_name_plural = _("ảnh")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=models.Q(width__gt=0, height__gt=0), name="photo_has_a_size"),
            models.CheckConstraint(
                condition=models.Q(focal_x__lte=100, focal_y__lte=100), name="photo_focal_point_inside"
            ),
        ]

    def __str__(self) -> str:
        return self.caption or self.alt or self.key


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
