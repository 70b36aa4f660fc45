"""Somebody answers for every text."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from news.checks.finding import Finding, missing
from news.checks.text import Text


def nobody_signs(text: Text) -> Iterator[Finding]:
    """Neither an author nor a source line."""
    if not any(name.strip() for name in text.author_names) and not text.source_line.strip():
        yield missing("nobody_signs", "authors", _("Bài chưa có tác giả, cũng chưa ghi nguồn."))
