"""Every public address as a pattern with gaps, out of the URL configuration itself: a new one is tested unasked."""

import re
from collections.abc import Iterator

from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver

GAP = re.compile(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>[^)]*\)")
DESK = f"/{settings.DESK_PATH}"


def public_patterns() -> list[str]:
    """Such as `/<slug>-<pk>.html`; the desk's are left out."""
    return [one for one in _all_patterns() if not one.startswith(DESK)]


def desk_patterns() -> list[str]:
    """Such as `/toa-soan/news/tag/<object_id>/change/`."""
    return [one for one in _all_patterns() if one.startswith(DESK)]


def _all_patterns() -> list[str]:
    return sorted("/" + pattern for pattern in _patterns(get_resolver(), ""))


def _patterns(resolver: URLResolver, prefix: str) -> Iterator[str]:
    for entry in resolver.url_patterns:
        here = prefix + _plain(str(entry.pattern))
        if isinstance(entry, URLResolver):
            yield from _patterns(entry, here)
        elif isinstance(entry, URLPattern):
            yield here


def _plain(pattern: str) -> str:
    return GAP.sub(lambda gap: f"<{gap[1] or gap[2]}>", pattern).removeprefix("^").removesuffix("$")


def gaps(pattern: str) -> list[str]:
    """The names in a pattern, in order."""
    return re.findall(r"<(\w+)>", pattern)


def filled(pattern: str, values: dict[str, str]) -> str:
    """The pattern with a value in each gap."""
    return re.sub(r"<(\w+)>", lambda gap: values[gap[1]], pattern)
