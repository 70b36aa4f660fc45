"""Who did what to an article, and when."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _


class Action(models.TextChoices):
    """What can be done to an article."""

    CREATED = "created", _("tạo bài")
    IMPORTED = "imported", _("nhập từ tệp")
    EDITED = "edited", _("sửa")
    RESTORED = "restored", _("khôi phục bản cũ")
    MERGED = "merged", _("gộp hai bản")
    HANDED_IN = "handed_in", _("gửi duyệt")
    TAKEN_BACK = "taken_back", _("lấy lại bài")
    REVIEW_BEGUN = "review_begun", _("bắt đầu duyệt")
    REVIEW_LEFT = "review_left", _("thôi duyệt")
    RETURNED = "returned", _("trả bài")
    PUBLISHED = "published", _("đăng")
    SCHEDULED = "scheduled", _("hẹn giờ")
    UPDATED = "updated", _("cập nhật bản đang đăng")
    UNSCHEDULED = "unscheduled", _("bỏ hẹn giờ")
    WITHDRAWN = "withdrawn", _("gỡ bài")
    REOPENED = "reopened", _("mở lại thành nháp")
    EXPIRY_SET = "expiry_set", _("đặt hạn hiển thị")
    CORRECTED = "corrected", _("đính chính công khai")
    CORRECTION_EDITED = "correction_edited", _("sửa lời đính chính")
    CORRECTION_WITHDRAWN = "correction_withdrawn", _("rút lời đính chính")


# What moves an article to another desk; the last of them says in whose hands it is, and why.
TURNS = (
    Action.HANDED_IN,
    Action.TAKEN_BACK,
    Action.RETURNED,
    Action.PUBLISHED,
    Action.SCHEDULED,
    Action.UNSCHEDULED,
    Action.WITHDRAWN,
    Action.REOPENED,
)


class LogQuerySet(models.QuerySet["LogEntry"]):
    """Questions about acts."""

    def standing_returns(self) -> Self:
        """Returns after which the article has not been handed in or moved otherwise: the writer still has to answer."""
        later = LogEntry.objects.filter(article=OuterRef("article"), action__in=TURNS, pk__gt=OuterRef("pk"))
        return self.filter(~Exists(later), action=Action.RETURNED)


class LogEntry(models.Model):
    """One act. Written through `record` in news/lifecycle.py alone, never changed."""

    article = models.ForeignKey("news.Article", models.CASCADE, related_name="log")
    action = models.CharField(_("việc"), max_length=20, choices=Action)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name=_("người làm"), null=True, related_name="+"
    )
    at = models.DateTimeField(_("lúc"), auto_now_add=True)
    note = models.TextField(_("ghi chú"), blank=True)

    objects = LogQuerySet.as_manager()

    class Meta:
        verbose_name = _("nhật ký")
        verbose_name_plural = _("nhật ký")
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.get_action_display()} · {self.by or '–'}"
