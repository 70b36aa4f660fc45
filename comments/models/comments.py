"""Comments. What becomes of them is decided in comments/moderation."""

import secrets
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce, Length
from django.db.models.lookups import GreaterThanOrEqual
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from comments.models.comment_questions import UNSCORED, CommentQuerySet
from comments.models.states import UNSEEN, Reason, State
from news.models import Article
from news.vietnamese.letters import fold

NAME_LENGTH = (2, 60)  # characters that people see, NFC
TEXT_LENGTH = (2, 3000)


def new_token() -> str:
    """An unguessable name for a receipt: 192 bits."""
    return secrets.token_urlsafe(24)


class Comment(models.Model):
    """What one reader said under one article. Plain text in, escaped text out."""

    article = models.ForeignKey(Article, models.CASCADE, verbose_name=_("bài viết"), related_name="comments")
    parent = models.ForeignKey(
        "self",
        models.SET_NULL,
        verbose_name=_("trả lời cho"),
        null=True,
        blank=True,
        related_name="replies",
        db_index=False,  # comment_answers does it, in order
    )  # the comment that the whole thread stands under, which has none itself; with the next three by answering.py
    in_answer_to = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, editable=False, related_name="direct_answers"
    )  # what exactly it answers: the parent, or another answer below the same parent
    starts_thread = models.BooleanField(default=True, editable=False, db_default=True)  # readers see no parent of it
    has_answers = models.BooleanField(default=False, editable=False, db_default=False)  # whatever became of them
    likes = models.PositiveIntegerField(_("lượt thích"), default=0, editable=False, db_default=0)  # by likes.py
    open_reports = models.PositiveIntegerField(
        _("báo cáo chưa xem"), default=0, editable=False, db_default=0
    )  # by moderation/reports.py
    name = models.CharField(
        _("tên"), max_length=NAME_LENGTH[1] * 4
    )  # four code points a character: emoji are sequences
    text = models.TextField(_("bình luận"))
    email = models.EmailField(_("thư điện tử"), blank=True)
    state = models.CharField(_("trạng thái"), max_length=10, choices=State, default=State.WAITING)
    reason = models.CharField(_("lý do"), max_length=20, choices=Reason, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("người duyệt"),
        null=True,
        blank=True,
        related_name="+",
    )
    decided_at = models.DateTimeField(_("duyệt lúc"), null=True, blank=True)
    opinions = models.JSONField(
        _("ý kiến của các bước kiểm"), default=list, blank=True
    )  # [{"phase", "verdict", "reason", "ms"}]
    featured_at = models.DateTimeField(_("nổi bật từ"), null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("tòa soạn trả lời"),
        null=True,
        blank=True,
        related_name="+",
    )  # set where the newsroom itself speaks
    token = models.CharField(max_length=40, unique=True, default=new_token, editable=False)
    address_hash = models.CharField(_("mã địa chỉ"), max_length=64, blank=True, editable=False)
    network_hash = models.CharField(
        max_length=64, blank=True, editable=False, db_default=""
    )  # of the /24 or /48 around the address: a flood comes from many addresses of one network
    fingerprint = models.CharField(max_length=64, blank=True, editable=False)  # article, name, text and e-mail, hashed
    first_fingerprint = models.CharField(
        max_length=64, blank=True, editable=False, db_default=""
    )  # of what was sent before any change: the same form may come in once more
    submission_key = models.CharField(
        max_length=64, null=True, blank=True, unique=True, editable=False
    )  # the key of the draft that it was sent from, hashed: sent again, from wherever, it is the same comment
    edition = models.PositiveSmallIntegerField(
        _("số lần sửa"), default=0, editable=False, db_default=0
    )  # whoever decides or changes says which one was read
    created_at = models.DateTimeField(_("gửi lúc"))
    contact_erased_at = models.DateTimeField(null=True, blank=True, editable=False)  # e-mail and hashes, by privacy.py
    words_erased_at = models.DateTimeField(null=True, blank=True, editable=False)  # text and name, by privacy.py
    search_text = models.TextField(blank=True, editable=False, db_default="")  # name and text, folded
    score = models.PositiveSmallIntegerField(
        _("khả năng bị từ chối"), null=True, blank=True, editable=False
    )  # percent, as it was sent or last changed; null where nothing was learned yet

    objects = CommentQuerySet.as_manager()

    class Meta:
        verbose_name = _("bình luận")
        verbose_name_plural = _("bình luận")
        ordering = ["-id"]
        permissions = [("moderate_comment", "Duyệt bình luận"), ("feature_comment", "Chọn bình luận nổi bật")]
        indexes = [
            models.Index(fields=["article", "state", "-id"], name="comment_under_article"),
            models.Index(fields=["state", "id"], name="comment_queue"),
            models.Index(fields=["address_hash", "-created_at"], name="comment_from_address"),
            models.Index(fields=["address_hash", "state"], name="comment_address_state"),
            models.Index(
                fields=["network_hash", "-created_at"], condition=~Q(network_hash=""), name="comment_from_network"
            ),
            models.Index(fields=["email", "-created_at"], condition=~Q(email=""), name="comment_from_email"),
            models.Index(fields=["article", "-created_at"], name="comment_newest_under"),
            models.Index(fields=["-featured_at"], condition=Q(featured_at__isnull=False), name="comment_featured"),
            models.Index(fields=["parent", "state", "id"], name="comment_answers"),
            models.Index(fields=["article", "state", "-id"], condition=Q(starts_thread=True), name="comment_threads"),
            models.Index(
                fields=["article", "state", "-likes", "-id"],
                condition=Q(starts_thread=True),
                name="comment_threads_liked",
            ),
            models.Index(
                fields=["article", "-featured_at", "-id"],
                condition=Q(featured_at__isnull=False),
                name="comment_featured_under",
            ),
            models.Index(
                fields=["state", "-open_reports", "-id"], condition=Q(open_reports__gt=0), name="comment_reported"
            ),
            models.Index(fields=["created_at"], name="comment_by_time"),
            models.Index(fields=["created_at"], condition=Q(contact_erased_at=None), name="comment_contact_due"),
            models.Index(
                F("state"),
                Coalesce("decided_at", "created_at"),
                condition=Q(words_erased_at=None),
                name="comment_words_due",
            ),
            models.Index(F("state"), Coalesce("score", UNSCORED).desc(), F("id"), name="comment_by_doubt"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=State.values), name="comment_state_known"),
            models.CheckConstraint(condition=Q(reason__in=["", *Reason.values]), name="comment_reason_known"),
            models.CheckConstraint(condition=~Q(parent=F("id")), name="comment_not_its_own_parent"),
            models.CheckConstraint(condition=~Q(in_answer_to=F("id")), name="comment_answers_another"),
            models.CheckConstraint(
                condition=Q(featured_at=None) | Q(state=State.APPROVED), name="comment_featured_is_approved"
            ),
            models.CheckConstraint(
                condition=Q(words_erased_at=None) | Q(state__in=UNSEEN), name="comment_erased_is_not_shown"
            ),
            models.CheckConstraint(
                condition=GreaterThanOrEqual(Length("name"), NAME_LENGTH[0]), name="comment_name_long_enough"
            ),
            models.CheckConstraint(
                condition=GreaterThanOrEqual(Length("text"), TEXT_LENGTH[0]), name="comment_text_long_enough"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} (#{self.pk})"  # in titles and logs: what was said may not be theirs to show

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keeps the search text in step; what was said is written once, so that decisions don't ask for it."""
        if kwargs.get("update_fields") is None:
            self.prepare()
        super().save(*args, **kwargs)

    def prepare(self) -> None:
        """What `save` derives; bulk writers call it themselves."""
        self.search_text = fold(f"{self.name} {self.text}")

    def get_absolute_url(self) -> str:
        """The comment's place under its article (which must be loaded)."""
        return f"{self.article.get_absolute_url()}#bl-{self.pk}"

    @property
    def seen_at(self) -> datetime:
        """Since when a visible comment has been seen (aware)."""
        return self.decided_at or self.created_at

    def receipt_url(self) -> str:
        """The writer's own page."""
        return reverse("comments:receipt", args=[self.token])
