"""An article without text."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from news.checks.finding import Finding, missing
from news.checks.text import Text


def body_missing(text: Text) -> Iterator[Finding]:
    """No letter in the body."""
    if not text.reading.text.strip():
        yield missing("body_missing", "body", _("Bài chưa có nội dung."))
