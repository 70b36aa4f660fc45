"""The words that the newsroom watches for, and which version of the list holds."""

import secrets
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from comments.models.states import Reason
from news.models import Section

LONGEST_WORD = 80  # characters; longer ones are sentences, and a sentence comes once
THE_LIST = 1  # the number of the one row of WordList


class Strictness(models.TextChoices):
    """How much of what readers do to hide a word is undone."""

    EXACT = "exact", _("đúng từng dấu")
    FOLDED = "folded", _("có dấu hoặc không dấu")
    DODGE_PROOF = "dodge", _("chống lách")


class Action(models.TextChoices):
    """What becomes of a comment with the word in it."""

    REJECT = "reject", _("không đăng")
    WAIT = "wait", _("chờ duyệt, có đánh dấu")
    SPAM = "spam", _("thư rác")


def new_version() -> str:
    """A name that no version of the list ever had: a process that has built that version need not ask again."""
    return secrets.token_hex(8)


class WatchedWordQuerySet(models.QuerySet["WatchedWord"]):
    """Questions about watched words."""

    def active(self) -> Self:
        """Those that are looked for."""
        return self.filter(is_active=True)


class WatchedWord(models.Model):
    """One word or phrase. Written by comments/moderation/words/keeping.py alone."""

    text = models.CharField(_("từ hoặc cụm từ"), max_length=LONGEST_WORD)
    folded = models.CharField(max_length=LONGEST_WORD * 2, editable=False)
    strictness = models.CharField(_("cách tìm"), max_length=8, choices=Strictness, default=Strictness.DODGE_PROOF)
    swaps = models.BooleanField(
        _("tìm cả nói lái"),
        default=False,
        help_text=_("Chỉ với cụm hai tiếng, chống lách: “đụ má” tìm thấy cả “đá mụ”."),
    )
    action = models.CharField(_("xử lý"), max_length=8, choices=Action, default=Action.WAIT)
    reason = models.CharField(_("lý do"), max_length=20, choices=Reason, default=Reason.OFFENSIVE)
    exceptions = models.TextField(
        _("cụm từ vô can"),
        max_length=2000,
        blank=True,
        help_text=_("Mỗi dòng một cụm có chứa từ này mà không xấu, ví dụ “lon bia”."),
    )
    section = models.ForeignKey(
        Section,
        models.CASCADE,
        verbose_name=_("chỉ trong mục"),
        null=True,
        blank=True,
        related_name="watched_words",
        help_text=_("Để trống: mọi mục. Một mục gồm cả các mục con."),
    )
    note = models.CharField(_("ghi chú"), max_length=200, blank=True)
    is_active = models.BooleanField(_("đang dùng"), default=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("người thêm"),
        null=True,
        blank=True,
        related_name="+",
        editable=False,
    )
    created_at = models.DateTimeField(_("thêm lúc"), auto_now_add=True)

    objects = WatchedWordQuerySet.as_manager()

    class Meta:
        verbose_name = _("từ theo dõi")
        verbose_name_plural = _("từ theo dõi")
        ordering = ["folded", "text", "id"]
        constraints = [
            models.UniqueConstraint(fields=["text"], condition=Q(section=None), name="watched_word_once"),
            models.UniqueConstraint(fields=["section", "text"], name="watched_word_once_a_section"),
            models.CheckConstraint(condition=~Q(text=""), name="watched_word_not_empty"),
            models.CheckConstraint(condition=Q(strictness__in=Strictness.values), name="watched_word_strictness_known"),
            models.CheckConstraint(condition=Q(action__in=Action.values), name="watched_word_action_known"),
            models.CheckConstraint(condition=Q(reason__in=Reason.values), name="watched_word_reason_known"),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def innocent_phrases(self) -> list[str]:
        """The phrases in which it means nothing bad."""
        return [line.strip() for line in self.exceptions.splitlines() if line.strip()]


class WordList(models.Model):
    """The whole list's one row: which version holds, and which of the words that come with the house it was given."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=THE_LIST, editable=False)
    version = models.CharField(max_length=16, default=new_version)
    offered = models.JSONField(default=list)  # texts; what the newsroom deleted doesn't come back

    class Meta:
        verbose_name = _("danh sách từ theo dõi")
        verbose_name_plural = _("danh sách từ theo dõi")
        constraints = [models.CheckConstraint(condition=Q(id=THE_LIST), name="word_list_one_row")]

    def __str__(self) -> str:
        return self.version
