"""Readers who cannot see the lead photo are told nothing (WCAG 2.2, 1.1.1)."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from news.checks.finding import Finding, missing
from news.checks.text import Text


def lead_photo_without_alt(text: Text) -> Iterator[Finding]:
    """A lead photo whose description is empty."""
    if text.lead_photo and not text.lead_photo.alt.strip():
        sentence = _("Ảnh đại diện chưa có mô tả cho người không nhìn thấy ảnh.")
        yield missing("lead_photo_without_alt", "lead_photo", sentence)
