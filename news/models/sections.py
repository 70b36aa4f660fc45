"""Sections of the paper (chuyên mục)."""

from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from news.models.users import User

# First parts of addresses that belong to other pages; a section may not take them.
RESERVED_SLUGS = frozenset(
    {
        *(
            "toa-soan",
            "tac-gia",
            "chu-de",
            "luu-tru",
            "tim-kiem",
            "binh-luan",
            "anh",
            "static",
            "media",
            "api",
            "metrics",
        ),
        *(
            "healthz",
            "readyz",
            "van-ban",
            "cai-chinh",
            "luot-doc",
            "gioi-thieu",
            "lien-he",
            "ban-tin",
            "video",
            "tai-khoan",
        ),
    }
)


class SectionQuerySet(models.QuerySet["Section"]):
    """Questions about sections."""

    def top(self) -> Self:
        """The sections of the navigation, in the paper's order, with their subsections at `.children.all()`."""
        return self.filter(parent=None).prefetch_related("children")

    def in_order(self) -> Self:
        """Every section in the paper's order, each followed by its own, with their parents."""
        place = (
            Coalesce("parent__order", "order"),
            Coalesce("parent__name", "name"),
            F("parent").asc(nulls_first=True),
        )
        return self.select_related("parent").order_by(*place, "order", "name")

    def held_by(self, user: User) -> Self:
        """The sections that the person answers for: all, or those given to them, each with its subsections."""
        return self if user.holds_all else self.filter(Q(pk__in=user.held_sections) | Q(parent__in=user.held_sections))


class Section(models.Model):
    """A section, or with a parent a subsection; one level."""

    name = models.CharField(_("tên"), max_length=60)
    slug = models.SlugField(_("đường dẫn"), max_length=60)
    order = models.PositiveSmallIntegerField(_("thứ tự"), default=0)
    parent = models.ForeignKey(
        "self", models.PROTECT, verbose_name=_("thuộc chuyên mục"), null=True, blank=True, related_name="children"
    )
    description = models.CharField(_("giới thiệu"), max_length=300, blank=True)

    objects = SectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("chuyên mục")
        verbose_name_plural = _("chuyên mục")
        ordering = ["order", "name"]
        constraints = [
            models.UniqueConstraint(fields=["slug"], condition=Q(parent=None), name="section_slug_unique_at_top"),
            models.UniqueConstraint(fields=["parent", "slug"], name="section_slug_unique_in_parent"),
            models.CheckConstraint(condition=~Q(parent=models.F("id")), name="section_not_its_own_parent"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The section's page. A subsection needs its parent loaded."""
        if self.parent is None:
            return reverse("news:section", args=[self.slug])
        return reverse("news:subsection", args=[self.parent.slug, self.slug])

    def clean(self) -> None:
        """Raises ValidationError for a reserved slug, a second level, or a parent with subsections made a subsection."""
        if self.parent is None and self.slug in RESERVED_SLUGS:
            raise ValidationError({"slug": _("Đường dẫn này đã dành cho trang khác của báo.")})
        if self.parent is None:
            return
        if self.parent.parent_id or self.parent == self:
            raise ValidationError({"parent": _("Chuyên mục chỉ có một cấp con.")})
        if self.pk and self.children.exists():
            raise ValidationError({"parent": _("Chuyên mục đang có mục con thì không thể thành mục con.")})
