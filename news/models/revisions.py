"""The states of an article's text. Written by news/revisions/ alone, never changed but for the marks."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef
from django.db.models.functions import TruncDate
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from news.vietnamese import dates


class Origin(models.TextChoices):
    """How a revision came about."""

    FIRST = "first", _("bản đầu")
    SAVED = "saved", _("lưu")
    AUTOSAVED = "autosaved", _("tự lưu")
    RESTORED = "restored", _("khôi phục")
    MERGED = "merged", _("gộp hai bản")
    RESCUED = "rescued", _("giữ lại khi người khác nhận bài")


class RevisionQuerySet(models.QuerySet["Revision"]):
    """The newsroom's questions."""

    def newest_first(self) -> "RevisionQuerySet":
        """The order in which editors see them."""
        return self.order_by("-number")

    def for_lists(self) -> "RevisionQuerySet":
        """What a line in a list needs, without the text."""
        return self.select_related("by").defer("packed")

    def unpackable(self) -> "RevisionQuerySet":
        """With all that is needed to read the text, in one query."""
        return self.select_related("by", "dictionary")

    def thinnable(self, before: datetime) -> "RevisionQuerySet":
        """Autosaves from before that moment (aware) that nothing depends on: not read by readers, not needed to unpack
        others, not noted in the margin, and not the last that somebody's browser kept of the article on that day."""
        return (
            self.filter(origin=Origin.AUTOSAVED, at__lt=before, kept_for_good=False)
            .filter(newest_of=None, live_for=None, margin_notes=None, dictionary__isnull=False)
            .annotate(day=TruncDate("at", tzinfo=dates.VIETNAM))
            .filter(Exists(self.model.objects.later_the_same_day()))
        )

    def later_the_same_day(self) -> "RevisionQuerySet":
        """For a subquery: newer autosaves of the outer revision's article, person and `day`."""
        same = {"article": OuterRef("article"), "by": OuterRef("by"), "day": OuterRef("day")}
        autosaves = self.filter(origin=Origin.AUTOSAVED).annotate(day=TruncDate("at", tzinfo=dates.VIETNAM))
        return autosaves.filter(number__gt=OuterRef("number"), **same)


class Revision(models.Model):
    """An article's text as somebody left it.

    The text is packed: JSON, compressed with another revision's JSON as the dictionary, so that a thousand revisions of
    a long report cost little more than their differences.
    """

    article = models.ForeignKey("news.Article", models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField(_("bản số"))
    origin = models.CharField(_("cách lưu"), max_length=10, choices=Origin, default=Origin.SAVED)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name=_("người lưu"), null=True, related_name="+"
    )
    at = models.DateTimeField(_("lúc"), default=timezone.now)
    base = models.ForeignKey("self", models.SET_NULL, null=True, related_name="+")  # what the person had before them
    headline = models.CharField(_("tít"), max_length=200)
    inserted = models.PositiveIntegerField(_("số chữ thêm"), default=0)  # characters that people see
    deleted = models.PositiveIntegerField(_("số chữ bỏ"), default=0)
    kept_for_good = models.BooleanField(default=False)  # readers saw it, or the law asks for it
    digest = models.CharField(max_length=32)  # of the text: two revisions with one digest read the same
    packed = models.BinaryField()
    dictionary = models.ForeignKey("self", models.RESTRICT, null=True, related_name="+")

    objects = RevisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("bản")
        verbose_name_plural = _("các bản")
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["article", "number"], name="revision_number_once")]
        indexes = [
            models.Index(
                fields=["at"],
                name="revision_autosaves",
                condition=models.Q(origin=Origin.AUTOSAVED, kept_for_good=False),
            )
        ]

    def __str__(self) -> str:
        return f"{self.headline} ({self.number})"
