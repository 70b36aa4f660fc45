"""Addresses with the paper's own name before them, for what leaves the house: letters, services. No request tells it there."""

from django.conf import settings


def whole(path: str = "") -> str:
    """The whole address of a page of the paper; without a path that of the paper (SITE_ADDRESS, without a stroke behind)."""
    return f"{settings.SITE_ADDRESS}{path}"
