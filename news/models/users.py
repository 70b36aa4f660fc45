"""People who work here."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import PermissionsMixin, UserManager
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _


class User(AbstractBaseUser, PermissionsMixin):
    """A person with a login. Their roles are groups; what readers see of them is an Author."""

    username = models.CharField(
        _("tên đăng nhập"),
        max_length=150,
        unique=True,
        validators=[UnicodeUsernameValidator()],
        error_messages={"unique": _("Tên đăng nhập này đã có người dùng.")},
    )
    display_name = models.CharField(_("tên hiển thị"), max_length=100, blank=True)
    email = models.EmailField(_("thư điện tử"), blank=True)
    is_staff = models.BooleanField(_("được vào bàn làm việc"), default=True)
    is_active = models.BooleanField(
        _("đang hoạt động"),
        default=True,
        help_text=_("Bỏ chọn khi người này nghỉ việc; bài và bút danh vẫn giữ nguyên."),
    )
    holds_every_section = models.BooleanField(
        _("phụ trách mọi chuyên mục"),
        default=True,
        db_default=True,
        help_text=_("Bỏ chọn thì biên tập viên chỉ sửa, trả, đăng, hẹn giờ bài của các mục chọn dưới đây."),
    )
    sections = models.ManyToManyField(
        "news.Section", verbose_name=_("chuyên mục phụ trách"), blank=True, related_name="editors"
    )
    notices_by_mail = models.BooleanField(
        _("nhận tin báo qua thư"),
        default=True,
        db_default=True,
        help_text=_("Khi bài được gửi duyệt, trả lại, ghi chú, đăng hay gỡ. Tin báo trong bàn làm việc thì luôn có."),
    )
    date_joined = models.DateTimeField(_("ngày tham gia"), default=timezone.now)

    objects: ClassVar[UserManager["User"]] = UserManager()  # type: ignore[assignment]

    EMAIL_FIELD = "email"
    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["email"]

    class Meta:
        verbose_name = _("người dùng")
        verbose_name_plural = _("người dùng")

    def __str__(self) -> str:
        return self.get_full_name()

    @cached_property
    def holds_all(self) -> bool:
        """Whether the person answers for the whole paper; read once, as Django reads permissions."""
        return self.holds_every_section or self.has_perm("news.every_section")

    @cached_property
    def held_sections(self) -> frozenset[int]:
        """The ids of the sections that were given to the person, which counts unless they hold all; read once."""
        return frozenset(self.sections.values_list("pk", flat=True))

    def get_full_name(self) -> str:
        """The name that colleagues see."""
        return self.display_name or self.username

    def get_short_name(self) -> str:
        """The same: Vietnamese names are not cut."""
        return self.get_full_name()
