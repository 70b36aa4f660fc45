"""Articles. Who may change their state, and how, is in news/lifecycle.py."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Count, F, OuterRef, Q, Subquery, Window
from django.db.models.functions import Coalesce, RowNumber, TruncDate
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from news import body
from news.editor import BodyField
from news.models.authors import Author
from news.models.log import Action, LogEntry
from news.models.photo_uses import note_uses
from news.models.photos import Photo, measured, up_to_date
from news.models.sections import Section
from news.models.tags import Tag
from news.models.users import User
from news.vietnamese.dates import VIETNAM
from news.vietnamese.letters import fold, nfc
from news.vietnamese.slugs import slug


class State(models.TextChoices):
    """Where an article stands in the house."""

    DRAFT = "draft", _("bản nháp")
    REVIEW = "review", _("chờ duyệt")
    PUBLISHED = "published", _("đã duyệt đăng")
    WITHDRAWN = "withdrawn", _("đã gỡ")


TEXT_FIELDS = frozenset({"headline", "short_headline", "standfirst", "body", "slug"})
DERIVED_FIELDS = {"slug", "search_text"}
SHOWING_PHOTOS = frozenset({"lead_photo", "lead_photo_id", "body"})


class ArticleQuerySet(models.QuerySet["Article"]):
    """The newsroom's questions."""

    def live(self, at: datetime | None = None) -> Self:
        """Articles that any reader may see at the moment `at` (aware; now if None)."""
        at = at or timezone.now()
        return self.filter(Q(expires_at=None) | Q(expires_at__gt=at), state=State.PUBLISHED, published_at__lte=at)

    def newest_first(self) -> Self:
        """The order of every public list; the id settles the same minute."""
        return self.order_by("-published_at", "-id")

    def in_section(self, section: Section) -> Self:
        """Articles of the section, of its subsections, and those that are also listed there."""
        return self.filter(
            Q(section=section)
            | Q(section__in=section.children.values("pk"))
            | Q(pk__in=section.further_articles.through.objects.filter(section=section).values("article"))
        )

    def readable_by(self, user: User) -> Self:
        """Articles that the person finds at the desk: all for editors, one's own for writers, none for others."""
        if user.has_perm("news.edit_any_article"):
            return self
        return self.own(user) if user.has_perm("news.change_article") else self.none()

    def editable_by(self, user: User) -> Self:
        """Articles whose text the person may change: one's own drafts, and all in sections that an editor holds.

        A writer takes a handed-in article back first: what an editor has read must be what gets published.
        """
        return self.own_or_held(user, own_articles(user) & Q(state=State.DRAFT))

    def in_hands_of(self, user: User) -> Self:
        """Articles that the person may hand in and take back: one's own, and all in sections that an editor holds."""
        return self.own_or_held(user, own_articles(user))

    def publishable_by(self, user: User) -> Self:
        """Articles that the person may publish, schedule, and give an expiry."""
        return self.held_with(user, "publish_article")

    def reviewable_by(self, user: User) -> Self:
        """Articles that the person may review, and return to their writers."""
        return self.held_with(user, "return_article")

    def withdrawable_by(self, user: User) -> Self:
        """Articles that the person may take from readers, and reopen."""
        return self.held_with(user, "withdraw_article")

    def deletable_by(self, user: User) -> Self:
        """Articles that the person may delete: what readers have seen is withdrawn and kept, never deleted."""
        never_seen = Q(first_published_at=None) | Q(first_published_at__gt=timezone.now())
        return self.held_with(user, "delete_article").filter(never_seen)

    def held_with(self, user: User, right: str) -> Self:
        """Articles in sections that the person holds, for those who have the right; none for others."""
        if not user.has_perm(f"news.{right}"):
            return self.none()
        return self if user.holds_all else self.filter(section__in=Section.objects.held_by(user))

    def own_or_held(self, user: User, own: Q) -> Self:
        """Articles for which `own` holds, if the person writes, and those that they edit."""
        if not user.has_perm("news.change_article"):
            return self.held_with(user, "edit_any_article")
        if not user.has_perm("news.edit_any_article"):
            return self.filter(own)
        return self if user.holds_all else self.filter(own | Q(section__in=Section.objects.held_by(user)))

    def under_review(self) -> Self:
        """Articles that an editor has begun to review."""
        return self.filter(state=State.REVIEW, review_began_at__isnull=False)

    def waiting_longest_first(self) -> Self:
        """Handed-in articles by `waiting_since`: when they were handed in, or last edited where no log tells."""
        handed_in = LogEntry.objects.filter(article=OuterRef("pk"), action=Action.HANDED_IN).order_by("-id")
        since = Coalesce(Subquery(handed_in.values("at")[:1]), "edited_at")
        return self.filter(state=State.REVIEW).annotate(waiting_since=since).order_by("waiting_since", "id")

    def own(self, user: User) -> Self:
        """Articles that the person began or signs."""
        return self.filter(own_articles(user))

    def with_waiting_draft(self) -> Self:
        """Articles of which editors have a newer text than readers."""
        return self.filter(draft_waiting=True)

    def scheduled(self, at: datetime | None = None) -> Self:
        """Articles that were approved for a minute that has not come."""
        return self.filter(state=State.PUBLISHED, published_at__gt=at or timezone.now())

    def between(self, start: datetime, end: datetime) -> Self:
        """Articles that were or will be published from `start` on and before `end`."""
        return self.filter(state=State.PUBLISHED, published_at__gte=start, published_at__lt=end)

    def first_of_each_day(self, rows: int) -> Self:
        """The first `rows` of each day of the newsroom, in order of time; `on_day` of each says how many that day has.

        Costs as much as the period has articles, so a period comes before it (`between`).
        """
        day = TruncDate("published_at", tzinfo=VIETNAM)
        place = Window(RowNumber(), partition_by=[F("day")], order_by=[F("published_at"), F("id")])
        counted = self.annotate(day=day, place=place, on_day=Window(Count("*"), partition_by=[F("day")]))
        return counted.filter(place__lte=rows).order_by("published_at", "id")

    def due_in_the_minutes_of(self, moments: Iterable[datetime]) -> Self:
        """Articles that are to be published in the same minute as one of the moments; by index, one range a minute."""
        minutes = {moment.replace(second=0, microsecond=0) for moment in moments}
        same = Q(pk__in=[])
        for minute in sorted(minutes):
            same |= Q(published_at__gte=minute, published_at__lt=minute + timedelta(minutes=1))
        return self.filter(same, state=State.PUBLISHED)

    def clashing_with(self, article: "Article", at: datetime) -> Self:
        """Other articles that would come at the minute of `at` where this one comes: same section, or featured as well."""
        place = Q(section=article.section_id) | (Q(featured=True) if article.featured else Q(pk__in=[]))
        return self.scheduled().due_in_the_minutes_of([at]).filter(place).exclude(pk=article.pk)

    def for_lists(self) -> Self:
        """What a headline in a list needs, without the body."""
        return self.select_related("section__parent", "lead_photo").defer("body", "search_text")


def own_articles(user: User) -> Q:
    """The question of `own()`, to be asked along with others."""
    return Q(created_by=user) | Q(pk__in=ArticleAuthor.objects.filter(author__user=user).values("article"))


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
            models.Index(fields=["state", "-edited_at", "-id"], name="article_state_last_edited"),
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
