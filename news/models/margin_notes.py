"""Notes in the margin of an article, for the newsroom alone. Written by news/margin/notes.py alone."""

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from news.models.revisions import Origin, Revision

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

# Where a passage may stand, in the order in which an editor reads; a note without a field is about the whole text.
FIELDS: "dict[str, StrOrPromise]" = {"headline": _("tít"), "standfirst": _("sapo"), "body": _("nội dung")}


class MarginNoteQuerySet(models.QuerySet["MarginNote"]):
    """The newsroom's questions."""

    def threads(self) -> Self:
        """The notes that others answer to."""
        return self.filter(thread=None)

    def unsettled(self) -> Self:
        """The threads that somebody still has to see to."""
        return self.threads().filter(resolved_at=None)

    def made_on(self, revision: Revision) -> Self:
        """The question of `was_made_on()` for all."""
        before_any = Q(revision=None) if revision.origin == Origin.FIRST else Q(pk__in=[])
        return self.filter(Q(revision=revision) | before_any)

    def for_reading(self) -> Self:
        """As they were written, with all that is shown of them, in one query."""
        return self.select_related("by", "resolved_by", "revision").defer("revision__packed").order_by("id")


class MarginNote(models.Model):
    """A note on a passage, or an answer in its thread.

    The passage is remembered by its words and by those around it (a TextQuoteSelector of the W3C's Web Annotation Data
    Model), and by where it began; where it stands in a later text is found anew by news/margin/anchoring.py.
    """

    article = models.ForeignKey("news.Article", models.CASCADE, related_name="margin_notes")
    thread = models.ForeignKey("self", models.CASCADE, null=True, related_name="answers")  # None: it begins one
    revision = models.ForeignKey(
        Revision, models.SET_NULL, verbose_name=_("bản"), null=True, related_name="margin_notes"
    )  # that it was made on; None before the article had any. Thinning leaves it alone
    field = models.CharField(_("ở"), max_length=10, choices=list(FIELDS.items()), blank=True)
    exact = models.TextField(blank=True)
    prefix = models.CharField(max_length=100, blank=True)
    suffix = models.CharField(max_length=100, blank=True)
    position = models.PositiveIntegerField(default=0)  # letters before it, white space not counted
    text = models.TextField(_("ghi chú"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name=_("người ghi"), null=True, related_name="margin_notes"
    )
    at = models.DateTimeField(_("lúc"), default=timezone.now)
    reworded_at = models.DateTimeField(_("sửa lúc"), null=True)
    resolved_at = models.DateTimeField(_("xong lúc"), null=True)
    resolved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    changed_at = models.DateTimeField(auto_now=True)

    objects = MarginNoteQuerySet.as_manager()

    class Meta:
        verbose_name = _("ghi chú bên lề")
        verbose_name_plural = _("ghi chú bên lề")
        ordering = ["id"]
        default_permissions = ()  # news/rights.py asks for those of articles
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="margin_note_says_something"),
            models.CheckConstraint(
                condition=Q(thread=None) | Q(field="", exact="", resolved_at=None), name="margin_answer_is_only_words"
            ),
            models.CheckConstraint(
                condition=Q(field="", exact="") | ~Q(field="") & ~Q(exact=""), name="margin_passage_whole"
            ),
        ]
        indexes = [
            models.Index(fields=["article"], name="margin_notes_unsettled", condition=Q(thread=None, resolved_at=None))
        ]

    def was_made_on(self, revision: Revision) -> bool:
        """Whether the person had that revision before them; the first holds what stood there before there were any."""
        return self.revision_id == revision.pk or (self.revision_id is None and revision.origin == Origin.FIRST)

    def __str__(self) -> str:
        return Truncator(self.text).chars(60)
