"""What the paper's pages put into HTML beyond plain fields."""

from collections.abc import Sequence
from datetime import datetime

from django import template
from django.template.context import RequestContext
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localtime

from news import linked_data, pictures, reading, searching
from news.models import Article, Photo

register = template.Library()


@register.simple_tag
def photo(
    photo: Photo, shape: str = "", sizes: str = "100vw", widest: int = 1600, alt: str = "", eager: bool = False
) -> str:
    """A picture of the photo in all sizes up to `widest`; its place is reserved before it arrives.

    AVIF and WebP for browsers that know them, a middle JPEG for the others: the same bytes for everybody, who choose by
    themselves. `sizes` says how wide it stands on the page; `eager` is for the picture that readers see first.
    """
    middle = max(
        (width for width in pictures.WIDTHS if width <= min(640, widest, photo.width)), default=pictures.WIDTHS[0]
    )
    return format_html(
        '<picture>{}<img src="{}" width="{}" height="{}" alt="{}" {}></picture>',
        format_html_join(
            "",
            '<source type="image/{}" srcset="{}" sizes="{}">',
            ((ending, pictures.srcset(photo, shape, widest, ending), sizes) for ending in ("avif", "webp")),
        ),
        pictures.address(photo, middle, shape, "jpg"),
        middle,
        pictures.height_for(photo, middle, shape),
        alt,
        mark_safe('fetchpriority="high"' if eager else 'loading="lazy" decoding="async"'),  # noqa: S308 (constants)
    )


@register.filter
def dressed(body: str) -> SafeString:
    """The body as readers see it."""
    return reading.dressed(body)


@register.filter
def for_machines(moment: datetime) -> str:
    """The moment in a time element's datetime: whole seconds with the zone (HTML refuses microseconds)."""
    return localtime(moment).isoformat(timespec="seconds")


@register.filter
def marked(text: str, words: Sequence[str]) -> SafeString:
    """The text, escaped, with the words that were searched for marked."""
    pieces = searching.matches(text, words)
    return format_html_join("", "{}{}{}", ((_MARK[hit][0], piece, _MARK[hit][1]) for piece, hit in pieces))


_MARK = {True: (mark_safe("<mark>"), mark_safe("</mark>")), False: ("", "")}


@register.simple_tag(takes_context=True)
def absolute(context: RequestContext, address: str) -> str:
    """An address of this site, whole: for what is read away from here."""
    return context.request.build_absolute_uri(address)


@register.simple_tag
def share_card(photo: Photo) -> str:
    """The address of the photo as others show it beside a shared link: JPEG, which all of them can read."""
    return pictures.address(photo, 1280, "16x9", "jpg")


@register.simple_tag(takes_context=True)
def linked_article(context: RequestContext, article: Article) -> SafeString:
    """The article for machines, with the page's `corrections`: data, not code, so the policy has nothing to forbid."""
    absolute, corrections = context.request.build_absolute_uri, context.get("corrections") or ()
    facts = linked_data.news_article(article, context["paper"], absolute, corrections)
    content = mark_safe(linked_data.as_script_content(facts))  # noqa: S308 (made safe for HTML there)
    return format_html('<script type="application/ld+json">{}</script>', content)
