"""What the paper says of itself, in one row."""

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _


class CommentPolicy(models.TextChoices):
    """How an article, or by default the whole paper, takes comments."""

    PRE = "pre", _("mở, duyệt trước khi hiện")
    POST = "post", _("mở, hiện ngay rồi kiểm duyệt")
    CLOSED = "closed", _("đóng, vẫn hiện bình luận cũ")
    HIDDEN = "hidden", _("ẩn hoàn toàn")


class SiteSettingsQuerySet(models.QuerySet["SiteSettings"]):
    """The one row."""

    def current(self) -> "SiteSettings":
        """The paper's settings; unsaved defaults where nobody has saved any yet."""
        return self.filter(pk=1).first() or SiteSettings()


class SiteSettings(models.Model):
    """Name, motto, licence line, contacts, defaults for comments."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    name = models.CharField(_("tên báo"), max_length=80, default="Tòa Soạn")
    motto = models.CharField(_("khẩu hiệu"), max_length=160, blank=True)
    licence = models.TextField(
        _("dòng giấy phép"), blank=True, help_text=_("Hiện ở chân mọi trang, ví dụ số giấy phép hoạt động báo chí.")
    )
    publisher = models.CharField(_("cơ quan chủ quản"), max_length=200, blank=True)
    editor_in_chief = models.CharField(_("tổng biên tập"), max_length=100, blank=True)
    address = models.CharField(_("địa chỉ"), max_length=300, blank=True)
    phone = models.CharField(_("điện thoại"), max_length=40, blank=True)
    email = models.EmailField(_("thư điện tử"), blank=True)
    comments_enabled = models.BooleanField(
        _("nhận bình luận"),
        default=True,
        help_text=_(
            "Bỏ chọn để tắt bình luận trên toàn trang, ví dụ trang thông tin điện tử tổng hợp (Nghị định 147/2024/NĐ-CP)."
        ),
    )
    comment_policy = models.CharField(
        _("cách nhận bình luận"),
        max_length=8,
        choices=CommentPolicy,
        default=CommentPolicy.PRE,
        help_text=_("Áp dụng cho bài không đặt riêng."),
    )

    comments_close_after = models.PositiveSmallIntegerField(
        _("tự đóng bình luận sau (ngày)"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("Bài đăng quá số ngày này thì thôi nhận bình luận mới. Để trống: không tự đóng."),
    )

    objects = SiteSettingsQuerySet.as_manager()

    class Meta:
        verbose_name = _("thiết lập báo")
        verbose_name_plural = _("thiết lập báo")
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="site_settings_one_row")]

    def __str__(self) -> str:
        return self.name
