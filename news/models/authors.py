"""Bylines."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class Author(models.Model):
    """Who stands under an article: a person, with or without a login, or a desk such as "Ban Thời sự"."""

    name = models.CharField(_("bút danh"), max_length=100)
    slug = models.SlugField(_("đường dẫn"), max_length=100, unique=True)
    title = models.CharField(_("chức danh"), max_length=100, blank=True)
    bio = models.TextField(_("giới thiệu"), blank=True)
    portrait = models.ForeignKey(
        "news.Photo", models.SET_NULL, verbose_name=_("ảnh chân dung"), null=True, blank=True, related_name="+"
    )
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("người dùng"),
        null=True,
        blank=True,
        related_name="author",
    )

    class Meta:
        verbose_name = _("tác giả")
        verbose_name_plural = _("tác giả")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The author's page."""
        return reverse("news:author", args=[self.slug])
