"""What every public page shows around its content. Lazy: pages that don't show it ask no query."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from news.models import Section, SiteSettings


def masthead(request: HttpRequest) -> dict[str, Any]:
    """`paper` (SiteSettings) and `sections` (top sections in order, with children)."""
    return {
        "paper": SimpleLazyObject(SiteSettings.objects.current),
        "sections": SimpleLazyObject(lambda: list(Section.objects.top())),
    }
