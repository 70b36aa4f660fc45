"""Articles. Who may change their state, and how, is in news/lifecycle.py."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from news import body
from news.editor import BodyField
from news.models.article_questions import ArticleQuerySet
from news.models.authors import Author
from news.models.photo_uses import note_uses
from news.models.photos import Photo, measured, up_to_date
from news.models.sections import Section
from news.models.states import State
from news.models.tags import Tag
from news.vietnamese.letters import fold, nfc
from news.vietnamese.slugs import slug

TEXT_FIELDS = frozenset({"headline", "short_headline", "standfirst", "body", "slug"})
DERIVED_FIELDS = {"slug", "search_text"}
SHOWING_PHOTOS = frozenset({"lead_photo", "lead_photo_id", "body"})


class Article(models.Model):
    """A report, with all that readers see of it."""

    headline = models.CharField(_("tít"), max_length=200)
    short_headline = models.CharField(
        _("tít ngắn"), max_length=90, blank=True, help_text=_("Dùng trong danh sách khi tít dài.")
    )
    standfirst = models.TextField(_("sapo"), max_length=1000, blank=True)
    body = BodyField(_("nội dung"), blank=True)
    slug = models.SlugField(
        _("đường dẫn"),
        max_length=80,
        blank=True,
        help_text=_("Để trống thì lấy theo tít. Sau khi đăng, đổi ở đây sẽ chuyển hướng địa chỉ cũ."),
    )
    section = models.ForeignKey(Section, models.PROTECT, verbose_name=_("chuyên mục"), related_name="articles")
    further_sections = models.ManyToManyField(
        Section, verbose_name=_("đăng thêm ở mục"), blank=True, related_name="further_articles"
    )
    tags = models.ManyToManyField(Tag, verbose_name=_("chủ đề"), blank=True, related_name="articles")
    authors = models.ManyToManyField(
        Author, verbose_name=_("tác giả"), through="ArticleAuthor", related_name="articles"
    )
    source_line = models.CharField(_("nguồn"), max_length=150, blank=True, help_text=_("Ví dụ: Theo TTXVN"))
    lead_photo = models.ForeignKey(
        Photo, models.SET_NULL, verbose_name=_("ảnh đại diện"), null=True, blank=True, related_name="lead_of"
    )
    lead_caption = models.CharField(
        _("chú thích ảnh"), max_length=500, blank=True, help_text=_("Để trống thì lấy chú thích của ảnh.")
    )
    lead_credit = models.CharField(_("nguồn ảnh"), max_length=150, blank=True)
    featured = models.BooleanField(
        _("tin nổi bật"), default=False, help_text=_("Vào cụm tin đầu trang nhất, bài mới nhất trước.")
    )
    state = models.CharField(_("trạng thái"), max_length=10, choices=State, default=State.DRAFT, editable=False)
    published_at = models.DateTimeField(_("đăng lúc"), null=True, blank=True, editable=False)
    first_published_at = models.DateTimeField(
        null=True, blank=True, editable=False
    )  # a slug changes by itself until then
    expires_at = models.DateTimeField(_("hết hạn lúc"), null=True, blank=True, editable=False)
    updated_at = models.DateTimeField(
        _("cập nhật lúc"), null=True, blank=True, help_text=_("Chỉ khi bạn đọc cần biết bài đã thay đổi.")
    )
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("người duyệt"),
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )  # means something while the article waits for review
    review_began_at = models.DateTimeField(_("bắt đầu duyệt lúc"), null=True, blank=True, editable=False)
    withdrawal_reason = models.CharField(_("lý do gỡ bài"), max_length=300, blank=True, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("người tạo"),
        null=True,
        editable=False,
        related_name="+",
    )
    created_at = models.DateTimeField(_("tạo lúc"), auto_now_add=True)
    edited_at = models.DateTimeField(_("sửa lần cuối"), auto_now=True)
    newest_revision = models.ForeignKey(
        "news.Revision", models.SET_NULL, null=True, editable=False, related_name="newest_of"
    )  # what editors work on
    live_revision = models.ForeignKey(
        "news.Revision", models.SET_NULL, null=True, editable=False, related_name="live_for"
    )  # what was approved for readers; the columns of a published article are this one's
    draft_waiting = models.BooleanField(_("có bản nháp mới hơn"), default=False, db_default=False, editable=False)
    import_digest = models.CharField(
        max_length=64, blank=True, editable=False, db_index=True
    )  # SHA-256 of the imported file
    search_text = models.TextField(blank=True, editable=False)  # headline and standfirst, folded

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("bài viết")
        verbose_name_plural = _("bài viết")
        ordering = ["-edited_at", "-id"]
        permissions = [
            ("edit_any_article", "Sửa bài của mọi người"),
            ("publish_article", "Duyệt, hẹn giờ và đăng bài"),
            ("return_article", "Trả bài cho phóng viên"),
            ("withdraw_article", "Gỡ bài đã đăng"),
            ("correct_article", "Đính chính công khai bài đã đăng"),
            ("every_section", "Phụ trách mọi chuyên mục"),
        ]
        indexes = [
            models.Index(fields=["state", "-published_at", "-id"], name="article_newest"),
            models.Index(fields=["section", "state", "-published_at", "-id"], name="article_newest_in_section"),
            models.Index(fields=["featured", "state", "-published_at", "-id"], name="article_newest_featured"),
            models.Index(fields=["-edited_at", "-id"], name="article_last_edited"),
            models.Index(  # with all that tells what is live, so that no row is read to skip it
                fields=["state", "-edited_at", "-id", "published_at", "expires_at"], name="article_state_last_edited_2"
            ),
            models.Index(fields=["section", "-edited_at", "-id"], name="article_section_last_edited"),
            models.Index(fields=["created_by", "-edited_at"], name="article_own_last_edited"),
            models.Index(fields=["-edited_at", "-id"], name="article_drafts_of_live", condition=Q(draft_waiting=True)),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=State.values), name="article_state_known"),
            models.CheckConstraint(
                condition=~Q(state=State.PUBLISHED) | Q(published_at__isnull=False), name="article_published_has_time"
            ),
            models.CheckConstraint(
                condition=Q(expires_at=None) | Q(published_at=None) | Q(expires_at__gt=models.F("published_at")),
                name="article_expires_after_publication",
            ),
            models.CheckConstraint(condition=~Q(headline=""), name="article_has_headline"),
            models.CheckConstraint(
                condition=Q(reviewer=None) | Q(review_began_at__isnull=False), name="article_review_has_time"
            ),
        ]

    def __str__(self) -> str:
        return self.headline

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Stores the text as NFC and clean, keeps slug, old slugs and search text in step."""
        fields = kwargs.get("update_fields")
        if fields is None or TEXT_FIELDS.intersection(fields):
            self.prepare()
        if fields is not None:
            kwargs["update_fields"] = {*fields, "edited_at"} | (
                DERIVED_FIELDS if TEXT_FIELDS.intersection(fields) else set()
            )
        before = self._slug_in_database()
        super().save(*args, **kwargs)
        if fields is None or SHOWING_PHOTOS.intersection(fields):
            note_uses(self.pk, self.lead_photo_id, self.body)
        if before and before != self.slug:
            self.old_slugs.get_or_create(slug=before)

    def _slug_in_database(self) -> str:
        """The slug that readers know; empty for an article that was never published."""
        if not self.pk or not self.was_public():
            return ""
        return Article.objects.filter(pk=self.pk).values_list("slug", flat=True).first() or ""

    def prepare(self) -> None:
        """Everything `save` derives from what was typed; bulk writers call it themselves."""
        self.headline, self.short_headline, self.standfirst = (
            nfc(self.headline),
            nfc(self.short_headline),
            nfc(self.standfirst),
        )
        self.body = measured(up_to_date(body.clean(self.body).html))
        self.search_text = fold(f"{self.headline} {self.standfirst}")
        if not self.slug or not self.was_public():
            self.slug = slug(self.headline) or "bai"

    def get_absolute_url(self) -> str:
        """`/<slug>-<id>.html`: the id finds it, the slug is for people."""
        return reverse("news:article", args=[self.slug, self.pk])

    def is_live(self, at: datetime | None = None) -> bool:
        """The question of `live()` for this one article."""
        at = at or timezone.now()
        return self.is_due(at) and not self.is_expired(at)

    def was_public(self, at: datetime | None = None) -> bool:
        """Whether readers have ever seen it, so that its address may be known."""
        return self.first_published_at is not None and self.first_published_at <= (at or timezone.now())

    def is_gone(self, at: datetime | None = None) -> bool:
        """Readers knew it and may not see it now (410); a scheduled or never published one is unknown (404)."""
        at = at or timezone.now()
        return self.was_public(at) and (not self.is_due(at) or self.is_expired(at))

    def is_due(self, at: datetime) -> bool:
        """Published, and its minute has come."""
        return self.state == State.PUBLISHED and self.published_at is not None and self.published_at <= at

    def is_scheduled(self, at: datetime | None = None) -> bool:
        """The question of `scheduled()` for this one article."""
        return self.state == State.PUBLISHED and not self.is_due(at or timezone.now())

    def clashes_with(self, other: "Article") -> bool:
        """The question of `clashing_with()` for two articles that are due in the same minute."""
        return self.pk != other.pk and (self.section_id == other.section_id or (self.featured and other.featured))

    def is_under_review(self) -> bool:
        """The question of `under_review()` for this one article."""
        return self.state == State.REVIEW and self.review_began_at is not None

    def is_expired(self, at: datetime) -> bool:
        """Its time to be shown is over."""
        return self.expires_at is not None and self.expires_at <= at

    @property
    def list_headline(self) -> str:
        """The headline for lists."""
        return self.short_headline or self.headline

    @property
    def caption(self) -> str:
        """The lead photo's caption, the article's own before the photo's."""
        return self.lead_caption or (self.lead_photo.caption if self.lead_photo else "")

    @property
    def credit(self) -> str:
        """The lead photo's credit, the article's own before the photo's."""
        return self.lead_credit or (self.lead_photo.credit if self.lead_photo else "")


class AuthorRole(models.TextChoices):
    """What somebody did for an article."""

    TEXT = "text", _("bài")
    PHOTO = "photo", _("ảnh")
    TRANSLATION = "translation", _("dịch")


class ArticleAuthor(models.Model):
    """A place in an article's byline."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="bylines")
    author = models.ForeignKey(Author, models.PROTECT, verbose_name=_("tác giả"), related_name="bylines")
    role = models.CharField(_("vai trò"), max_length=12, choices=AuthorRole, default=AuthorRole.TEXT)
    order = models.PositiveSmallIntegerField(_("thứ tự"), default=0)

    class Meta:
        verbose_name = _("tác giả của bài")
        verbose_name_plural = _("tác giả của bài")
        ordering = ["order", "id"]
        constraints = [models.UniqueConstraint(fields=["article", "author", "role"], name="byline_once_a_role")]

    def __str__(self) -> str:
        return str(self.author)


class OldSlug(models.Model):
    """A slug under which a published article was known; kept so that the desk can say so and nobody reuses it unknowingly."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="old_slugs")
    slug = models.SlugField(_("đường dẫn cũ"), max_length=80)
    replaced_at = models.DateTimeField(_("thay lúc"), auto_now_add=True)

    class Meta:
        verbose_name = _("đường dẫn cũ")
        verbose_name_plural = _("đường dẫn cũ")
        ordering = ["-id"]
        constraints = [models.UniqueConstraint(fields=["article", "slug"], name="old_slug_once")]

    def __str__(self) -> str:
        return self.slug
