"""What was done to several articles at once, so that it can be undone. Written by news/bulk/ alone."""

from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from news.models.articles import Article
from news.models.log import LogEntry
from news.models.revisions import Revision
from news.models.users import User

UNDO_WITHIN = timedelta(hours=24)  # the next day's edition is another one


class Outcome(models.TextChoices):
    """What became of one article of an act."""

    WAITING = "waiting", _("chưa tới lượt")
    DONE = "done", _("đã làm")
    REFUSED = "refused", _("không làm được")
    UNDONE = "undone", _("đã hoàn tác")
    KEPT = "kept", _("không hoàn tác được")


class BulkActQuerySet(models.QuerySet["BulkAct"]):
    """Questions about acts."""

    def readable_by(self, user: User) -> Self:
        """Those that the person finds at the desk: all for editors, one's own for writers, none for others."""
        if user.has_perm("news.edit_any_article"):
            return self
        return self.filter(by=user) if user.has_perm("news.change_article") else self.none()

    def newest_first(self) -> Self:
        """In the order in which an index lies."""
        return self.order_by("-at", "-id")

    def counted(self) -> Self:
        """With who did it, and how many articles came to which outcome: `waiting`, `done`, `refused`, `undone`, `kept`."""
        numbers = {outcome.value: Count("items", filter=Q(items__outcome=outcome)) for outcome in Outcome}
        return self.select_related("by", "undone_by").annotate(**numbers)


class BulkAct(models.Model):
    """One act. `asked` is what was asked for, as ids and words that fit into JSON; `words` tells it to people."""

    key = models.UUIDField(unique=True, editable=False)  # of the page that asked: sent twice, it is one act
    kind = models.CharField(_("việc"), max_length=20)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(_("lúc"), auto_now_add=True)
    asked = models.JSONField(default=dict)
    words = models.TextField(_("nội dung"))
    undone_at = models.DateTimeField(_("hoàn tác lúc"), null=True)
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    objects = BulkActQuerySet.as_manager()

    class Meta:
        verbose_name = _("thao tác hàng loạt")
        verbose_name_plural = _("thao tác hàng loạt")
        default_permissions = ()  # who may, is asked for each article
        indexes = [
            models.Index(fields=["-at", "-id"], name="bulk_act_newest"),
            models.Index(fields=["by", "-at", "-id"], name="bulk_act_newest_own"),
        ]

    def __str__(self) -> str:
        return self.words

    @property
    def undo_until(self) -> datetime:
        """The moment from which it can't be undone any more."""
        return self.at + UNDO_WITHIN


class BulkItem(models.Model):
    """One article of an act: what stood there before, and where the article was left, to see whether it moved on."""

    act = models.ForeignKey(BulkAct, models.CASCADE, related_name="items")
    article = models.ForeignKey(Article, models.CASCADE, related_name="+")
    outcome = models.CharField(max_length=10, choices=Outcome, default=Outcome.WAITING)
    sentence = models.TextField(blank=True)  # why it was refused, or why undoing left it alone
    before = models.JSONField(default=dict)
    entry = models.ForeignKey(
        LogEntry, models.SET_NULL, null=True, related_name="+"
    )  # the article's last after the act
    revision = models.ForeignKey(
        Revision, models.SET_NULL, null=True, related_name="+"
    )  # the article's newest after it

    class Meta:
        verbose_name = _("bài trong thao tác hàng loạt")
        verbose_name_plural = _("bài trong thao tác hàng loạt")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["act", "article"], name="bulk_item_once")]
        indexes = [models.Index(fields=["act", "outcome", "id"], name="bulk_item_by_outcome")]

    def __str__(self) -> str:
        return f"{self.act_id}: {self.article_id} {self.outcome}"
