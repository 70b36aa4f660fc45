"""What every public page shows around its content. Lazy: pages that don't show it ask no query."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from news import navigation
from news.models import SiteSettings


def masthead(request: HttpRequest) -> dict[str, Any]:
    """`paper` (SiteSettings), `branches` (top sections with children), `today`, and the address that was asked for."""
    return {
        "paper": SimpleLazyObject(SiteSettings.objects.current),
        "branches": SimpleLazyObject(navigation.branches),
        "today": SimpleLazyObject(timezone.now),
    }
