"""How the paper spells leaders, bodies and organisations."""

from django.db import models
from django.utils.translation import gettext_lazy as _

LONGEST_NAME = 150  # characters; "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam" has 43


class HouseName(models.Model):
    """One right spelling. Other capitals and diacritics are recognised by themselves; `wrong` lists what is not."""

    name = models.CharField(_("cách viết đúng"), max_length=LONGEST_NAME, unique=True)
    wrong = models.TextField(
        _("cách viết sai hay gặp"),
        max_length=1000,
        blank=True,
        help_text=_("Mỗi dòng một cách. Khác chữ hoa, khác dấu thì không cần ghi: máy tự nhận ra."),
    )

    class Meta:
        verbose_name = _("tên viết theo nếp nhà")
        verbose_name_plural = _("tên viết theo nếp nhà")
        ordering = ["name"]
        constraints = [models.CheckConstraint(condition=~models.Q(name=""), name="house_name_not_empty")]

    def __str__(self) -> str:
        return self.name

    @property
    def wrong_spellings(self) -> list[str]:
        """The known wrong spellings, one each."""
        return [line.strip() for line in self.wrong.splitlines() if line.strip()]
