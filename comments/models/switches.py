"""Where and until when comments are closed, slowed down or read before they show, whatever holds otherwise."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from news.models import Article, Section


class SwitchKind(models.TextChoices):
    """What a switch does."""

    CLOSE = "close", _("đóng bình luận")
    PRE = "pre", _("duyệt trước khi hiện")
    SLOW = "slow", _("giãn nhịp")


class SwitchScope(models.TextChoices):
    """How far it reaches."""

    ARTICLE = "article", _("bài viết")
    SECTION = "section", _("chuyên mục")
    SITE = "site", _("toàn báo")


class CommentSwitchQuerySet(models.QuerySet["CommentSwitch"]):
    """Questions about switches."""

    def live(self, at: datetime) -> Self:
        """Those that hold at that moment (aware)."""
        return self.filter(Q(until=None) | Q(until__gt=at), ended_at=None)

    def newest_first(self) -> Self:
        """In the order in which an index lies."""
        return self.order_by("-at", "-id")

    def for_desk(self) -> Self:
        """With what a row tells."""
        rows = self.select_related("article__section__parent", "section__parent", "by", "ended_by")
        return rows.defer("article__body", "article__search_text")


class CommentSwitch(models.Model):
    """One switch. Nothing has to run at its end. Written by comments/moderation/switches/keeping.py alone."""

    kind = models.CharField(_("việc"), max_length=8, choices=SwitchKind)
    minutes = models.PositiveSmallIntegerField(_("phút giữa hai bình luận"), default=0)  # where it slows down
    article = models.ForeignKey(Article, models.CASCADE, null=True, blank=True, related_name="comment_switches")
    section = models.ForeignKey(Section, models.CASCADE, null=True, blank=True, related_name="comment_switches")
    until = models.DateTimeField(_("đến"), null=True, blank=True)
    note = models.CharField(_("ghi chú"), max_length=200, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name=_("người bật"), null=True, related_name="+"
    )
    at = models.DateTimeField(_("lúc"), auto_now_add=True)
    ended_at = models.DateTimeField(_("tắt lúc"), null=True, blank=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    objects = CommentSwitchQuerySet.as_manager()

    class Meta:
        verbose_name = _("công tắc bình luận")
        verbose_name_plural = _("công tắc bình luận")
        ordering = ["-at", "-id"]
        default_permissions = ("add",)
        permissions = [("switch_everywhere", "Bật, tắt bình luận cho chuyên mục và toàn báo")]
        indexes = [
            models.Index(fields=["-at", "-id"], name="comment_switch_newest"),
            models.Index(fields=["at"], condition=Q(ended_at=None), name="comment_switch_not_ended"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=SwitchKind.values), name="comment_switch_kind_known"),
            models.CheckConstraint(condition=Q(article=None) | Q(section=None), name="comment_switch_one_place"),
            models.CheckConstraint(
                condition=Q(kind=SwitchKind.SLOW, minutes__gt=0) | (~Q(kind=SwitchKind.SLOW) & Q(minutes=0)),
                name="comment_switch_minutes_where_slow",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.place}"

    @property
    def scope(self) -> SwitchScope:
        """How far it reaches."""
        if self.article_id:
            return SwitchScope.ARTICLE
        return SwitchScope.SECTION if self.section_id else SwitchScope.SITE

    @property
    def place(self) -> str:
        """Where, in words."""
        return str(self.article or self.section or SwitchScope.SITE.label)
