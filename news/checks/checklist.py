"""The list. A new check is a new file in each/ and one line here."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from news.checks import rules
from news.checks.each.body_missing import body_missing
from news.checks.each.broken_links import broken_links
from news.checks.each.document_numbers import document_numbers
from news.checks.each.headline_too_long import headline_too_long
from news.checks.each.house_names import house_names
from news.checks.each.lead_photo_without_alt import lead_photo_without_alt
from news.checks.each.lead_photo_without_credit import lead_photo_without_credit
from news.checks.each.letters_apart import letters_apart
from news.checks.each.look_alikes import look_alikes
from news.checks.each.nobody_signs import nobody_signs
from news.checks.each.pictures_without_alt import pictures_without_alt
from news.checks.each.spaces import spaces
from news.checks.each.standfirst_missing import standfirst_missing
from news.checks.each.tone_placement import tone_placement
from news.checks.each.typing_leftovers import typing_leftovers
from news.checks.each.unclosed_marks import unclosed_marks
from news.checks.finding import Finding
from news.checks.text import FIELDS, Text
from news.models import Section, Severity

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True)
class Check:
    """One line of the list: what the managing editor reads, and what looks."""

    find: Callable[[Text], Iterable[Finding]]
    label: "StrOrPromise"
    always_blocks: bool = False  # readers would get half an article: nobody may switch it off

    @property
    def code(self) -> str:
        """Its name in the database and for programs."""
        return self.find.__name__


CHECKS: tuple[Check, ...] = (
    Check(standfirst_missing, _("Thiếu sapo"), always_blocks=True),
    Check(body_missing, _("Thiếu nội dung"), always_blocks=True),
    Check(nobody_signs, _("Không có tác giả, cũng không ghi nguồn")),
    Check(headline_too_long, _("Tít hoặc tít ngắn quá dài")),
    Check(lead_photo_without_alt, _("Ảnh đại diện thiếu mô tả cho người không nhìn thấy")),
    Check(lead_photo_without_credit, _("Ảnh đại diện thiếu nguồn ảnh")),
    Check(pictures_without_alt, _("Ảnh trong bài thiếu mô tả cho người không nhìn thấy")),
    Check(broken_links, _("Liên kết hỏng tới trang của báo")),
    Check(house_names, _("Tên cơ quan, lãnh đạo viết khác nếp nhà")),
    Check(document_numbers, _("Số hiệu văn bản viết sai dạng")),
    Check(unclosed_marks, _("Ngoặc kép, ngoặc đơn không khép")),
    Check(spaces, _("Thừa hoặc thiếu dấu cách")),
    Check(tone_placement, _("Đặt dấu thanh hai kiểu trong một bài")),
    Check(letters_apart, _("Chữ gõ rời dấu")),
    Check(look_alikes, _("Chữ cái lạ trông giống chữ Việt")),
    Check(typing_leftovers, _("Chữ gõ khi bộ gõ tắt")),
)


def run(text: Text) -> list[Finding]:
    """All that the newsroom wants to know of the text, in the order in which it is read."""
    strict = severities(text.section)
    return _found(text, [check for check in CHECKS if strict[check.code] != Severity.OFF], strict)


def blocking(text: Text) -> list[Finding]:
    """Only what keeps the text from readers; other checks do not run."""
    strict = severities(text.section)
    return _found(text, [check for check in CHECKS if strict[check.code] == Severity.BLOCKING], strict)


def severities(section: Section | None) -> dict[str, Severity]:
    """How strict each check is for articles of the section, by code. One query."""
    chosen = rules.chosen(section)
    return {
        check.code: Severity.BLOCKING if check.always_blocks else chosen.get(check.code, Severity.WARNING)
        for check in CHECKS
    }


def _found(text: Text, checks: Iterable[Check], strict: dict[str, Severity]) -> list[Finding]:
    findings = [replace(one, severity=strict[check.code]) for check in checks for one in check.find(text)]
    return sorted(findings, key=lambda one: (FIELDS.index(one.field), one.start, one.end))
