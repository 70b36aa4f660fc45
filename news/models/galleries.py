"""Galleries: photos in an order, each with words of its own for this place. An article may carry several."""

from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from news.models.articles import Article
from news.models.photos import Photo
from news.models.users import User


class GalleryQuerySet(models.QuerySet["Gallery"]):
    """The newsroom's questions about galleries."""

    def editable_by(self, user: User) -> Self:
        """Galleries whose photos the person may change: never one that an article shows which they may not edit."""
        if user.has_perm("news.edit_any_article"):
            return self
        if not user.has_perm("news.change_article"):
            return self.none()
        editable = Article.objects.editable_by(user).values("pk")
        elsewhere = ArticleGallery.objects.exclude(article__in=editable).values("gallery")
        return self.filter(created_by=user).exclude(pk__in=elsewhere)


class Gallery(models.Model):
    """A series of photos under one title."""

    title = models.CharField(_("tên bộ ảnh"), max_length=200)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+"
    )
    created_at = models.DateTimeField(_("tạo lúc"), auto_now_add=True)

    objects = GalleryQuerySet.as_manager()

    class Meta:
        verbose_name = _("bộ ảnh")
        verbose_name_plural = _("bộ ảnh")
        ordering = ["-id"]
        constraints = [models.CheckConstraint(condition=~models.Q(title=""), name="gallery_has_a_title")]

    def __str__(self) -> str:
        return self.title


class GalleryPhoto(models.Model):
    """A photo's place in a gallery."""

    gallery = models.ForeignKey(Gallery, models.CASCADE, related_name="places")
    photo = models.ForeignKey(Photo, models.PROTECT, verbose_name=_("ảnh"), related_name="gallery_places")
    caption = models.CharField(
        _("chú thích ở đây"), max_length=500, blank=True, help_text=_("Để trống thì lấy chú thích của ảnh.")
    )
    order = models.PositiveSmallIntegerField(_("thứ tự"), default=0)

    class Meta:
        verbose_name = _("ảnh trong bộ")
        verbose_name_plural = _("ảnh trong bộ")
        ordering = ["order", "id"]

    def __str__(self) -> str:
        return self.shown_caption or str(self.photo_id)

    @property
    def shown_caption(self) -> str:
        """The caption of this place, else the photo's."""
        return self.caption or self.photo.caption


class ArticleGalleryQuerySet(models.QuerySet["ArticleGallery"]):
    """The newsroom's questions about galleries under articles."""

    def shown(self) -> Self:
        """Those that readers see once the article is live."""
        return self.filter(waiting=False)


class ArticleGallery(models.Model):
    """A gallery's place under an article's text; written by news/revisions/ alone.

    PROTECT: a gallery that an article shows, or that its waiting draft will show, is not deleted, whoever tries.
    """

    article = models.ForeignKey(Article, models.CASCADE, related_name="galleries")
    gallery = models.ForeignKey(Gallery, models.PROTECT, verbose_name=_("bộ ảnh"), related_name="articles")
    order = models.PositiveSmallIntegerField(_("thứ tự"), default=0)
    waiting = models.BooleanField(default=False, db_default=False, editable=False)  # only the waiting draft has it

    objects = ArticleGalleryQuerySet.as_manager()

    class Meta:
        verbose_name = _("bộ ảnh của bài")
        verbose_name_plural = _("bộ ảnh của bài")
        ordering = ["order", "id"]
        constraints = [models.UniqueConstraint(fields=["article", "gallery"], name="gallery_once_an_article")]

    def __str__(self) -> str:
        return str(self.gallery)
