"""What people of the newsroom are told of. Written by news/notices.py alone."""

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from news.models.articles import Article, ArticleAuthor
from news.models.log import Action
from news.models.margin_notes import MarginNote
from news.models.users import User

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

# Told besides the acts of an article's log.
NOTED = "margin_note"
ANSWERED = "margin_answer"
KINDS = [*Action.choices, (NOTED, _("ghi chú bên lề")), (ANSWERED, _("trả lời ghi chú"))]

# What is told, in the words of who did it: “Lê Minh Đức trả lại bài”.
WORDS: "dict[str, StrOrPromise]" = {
    Action.HANDED_IN: _("gửi duyệt bài"),
    Action.REVIEW_BEGUN: _("bắt đầu duyệt bài"),
    Action.RETURNED: _("trả lại bài"),
    Action.PUBLISHED: _("đăng bài"),
    Action.SCHEDULED: _("hẹn giờ đăng bài"),
    Action.WITHDRAWN: _("đã gỡ bài"),
    NOTED: _("ghi chú bên lề bài"),
    ANSWERED: _("trả lời ghi chú bên lề bài"),
}


class NoticeQuerySet(models.QuerySet["Notice"]):
    """Questions about notices."""

    def readable_by(self, user: User) -> Self:
        """The person's own, of articles that they still find at the desk (`Article.objects.readable_by`).

        Asked of each notice by itself: through the list of all articles that one reads it would cost the archive.
        """
        if user.has_perm("news.edit_any_article"):
            return self.filter(to=user)
        if not user.has_perm("news.change_article"):
            return self.none()
        began = Article.objects.filter(created_by=user, pk=OuterRef("article"))
        signs = ArticleAuthor.objects.filter(author__user=user, article=OuterRef("article"))
        return self.filter(Exists(began) | Exists(signs), to=user)

    def unread(self) -> Self:
        """Those that the person has not ticked off."""
        return self.filter(read_at=None)

    def newest_first(self) -> Self:
        """In the order in which an index lies."""
        return self.order_by("-at", "-id")

    def for_lists(self) -> Self:
        """With who did it and the headline, without the text."""
        return self.select_related("article", "by").defer("article__body", "article__search_text")


class Notice(models.Model):
    """One act of a colleague that concerns `to`."""

    to = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="notices")
    kind = models.CharField(_("việc"), max_length=20, choices=KINDS)
    article = models.ForeignKey(Article, models.CASCADE, related_name="notices")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(_("lúc"), auto_now_add=True)
    note = models.TextField(_("ghi chú"), blank=True)
    margin_note = models.ForeignKey(
        MarginNote, models.CASCADE, null=True, related_name="notices"
    )  # what is told of; who takes it back takes the notice back
    read_at = models.DateTimeField(_("đọc lúc"), null=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("tin báo")
        verbose_name_plural = _("tin báo")
        default_permissions = ()  # everybody reads their own, nobody else's
        indexes = [
            models.Index(fields=["to", "-at", "-id"], name="notice_newest"),
            models.Index(fields=["to"], name="notice_unread", condition=Q(read_at=None)),
        ]

    def __str__(self) -> str:
        return f"{self.in_words}: {self.article_id}"

    @property
    def in_words(self) -> str:
        """What was done, in words."""
        return str(WORDS.get(self.kind, self.get_kind_display()))
