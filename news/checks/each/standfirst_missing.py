"""Lists, feeds and search show the standfirst: without one a story has only its headline there."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from news.checks.finding import Finding, missing
from news.checks.text import Text


def standfirst_missing(text: Text) -> Iterator[Finding]:
    """No sapo."""
    if not text.standfirst.strip():
        yield missing("standfirst_missing", "standfirst", _("Bài chưa có sapo."))
