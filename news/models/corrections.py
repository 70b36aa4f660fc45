"""Public corrections. Who may make them, and how, is in news/corrections.py."""

from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from news.models.articles import Article

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class Kind(models.TextChoices):
    """How grave the mistake was."""

    ERRATUM = "erratum", _("đính chính")
    CORRECTION = "correction", _("cải chính")
    APOLOGY = "apology", _("cải chính và xin lỗi")


# The last is the heading that the Press Law words, see news/corrections.py.
HEADINGS: "dict[str, StrOrPromise]" = {
    Kind.ERRATUM: _("Đính chính"),
    Kind.CORRECTION: _("Thông tin cải chính"),
    Kind.APOLOGY: _("Thông tin cải chính, xin lỗi"),
}


class CorrectionQuerySet(models.QuerySet["Correction"]):
    """Questions about corrections."""

    def shown(self, at: datetime | None = None) -> Self:
        """What any reader may see at the moment `at` (aware; now if None): of articles that readers have known."""
        at = at or timezone.now()
        return self.filter(withdrawn_at=None, at__lte=at, article__first_published_at__lte=at)

    def newest_first(self) -> Self:
        """The order of every list."""
        return self.order_by("-at", "-id")

    def for_lists(self) -> Self:
        """With what is asked of the article: whether it is live, and where."""
        kept = ("slug", "state", "published_at", "expires_at")
        own = [field.name for field in Correction._meta.concrete_fields]
        return self.select_related("article").only(*own, *(f"article__{name}" for name in kept))


class Correction(models.Model):
    """One correction of one article. The work is named as it was then: later changes of the article don't change it."""

    article = models.ForeignKey(Article, models.PROTECT, verbose_name=_("bài viết"), related_name="corrections")
    kind = models.CharField(_("loại"), max_length=12, choices=Kind, default=Kind.ERRATUM)
    headline = models.CharField(_("tít lúc đăng sai"), max_length=200)
    section = models.CharField(_("chuyên mục lúc đó"), max_length=130, editable=False)
    published_at = models.DateTimeField(_("ngày đăng bài"), editable=False)
    was_false = models.TextField(_("thông tin sai"), max_length=2000)
    what_is_right = models.TextField(_("thông tin đúng"), max_length=2000)
    apology = models.TextField(_("lời xin lỗi"), max_length=500, blank=True)
    at = models.DateTimeField(_("cải chính lúc"), editable=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("người cải chính"),
        null=True,
        editable=False,
        related_name="+",
    )
    withdrawn_at = models.DateTimeField(_("rút lúc"), null=True, blank=True, editable=False)
    withdrawal_reason = models.CharField(_("lý do rút"), max_length=300, blank=True, editable=False)

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("đính chính")
        verbose_name_plural = _("đính chính, cải chính")
        ordering = ["-at", "-id"]
        default_permissions = ()  # news.correct_article is the one right
        indexes = [models.Index(fields=["-at", "-id"], name="correction_newest")]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="correction_kind_known"),
            models.CheckConstraint(
                condition=~Q(headline="") & ~Q(was_false="") & ~Q(what_is_right=""), name="correction_says_all"
            ),
            models.CheckConstraint(
                condition=Q(kind=Kind.APOLOGY) & ~Q(apology="") | ~Q(kind=Kind.APOLOGY) & Q(apology=""),
                name="correction_apologises_if_it_says_so",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None) | ~Q(withdrawal_reason=""), name="correction_withdrawn_for_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.heading}: {self.headline}"

    @property
    def heading(self) -> str:
        """What stands above it."""
        return str(HEADINGS.get(self.kind, ""))

    @property
    def anchor(self) -> str:
        """Its place on a page."""
        return f"cai-chinh-{self.pk or 'moi'}"

    @property
    def live_address(self) -> str:
        """Where the article is now; "" if readers may not see it."""
        return self.article.get_absolute_url() if self.article.is_live() else ""

    @property
    def in_words(self) -> str:
        """All of it as running text, for machines and the log."""
        said = _now("%(heading)s. Thông tin sai: %(false)s. Thông tin đúng: %(right)s.") % {
            "heading": self.heading,
            "false": self.was_false.rstrip("."),
            "right": self.what_is_right.rstrip("."),
        }
        return f"{said} {self.apology}".strip()
