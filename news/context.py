"""What every page shows around its content. Lazy: pages that don't show it ask no query."""

from typing import Any, cast

from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from news import navigation, notices
from news.models import SiteSettings, User


def masthead(request: HttpRequest) -> dict[str, Any]:
    """`paper` (SiteSettings), `branches` (top sections with children), `today`, and the address that was asked for."""
    return {
        "paper": SimpleLazyObject(SiteSettings.objects.current),
        "branches": SimpleLazyObject(navigation.branches),
        "today": SimpleLazyObject(timezone.now),
    }


def bell(request: HttpRequest) -> dict[str, Any]:
    """`unread_notices`: how many wait for the person at the desk."""
    return {"unread_notices": SimpleLazyObject(lambda: notices.unread(cast(User, request.user)))}
