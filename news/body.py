"""What an article's body may contain. The editor is never trusted: every save passes here."""

from dataclasses import dataclass

import nh3

from news.vietnamese.letters import nfc

INLINE = {"strong", "em", "a", "sup", "sub", "br"}
BLOCKS = {"p", "h2", "h3", "ul", "ol", "li", "blockquote", "hr", "aside", "figure", "figcaption", "img"}
TABLE = {"table", "caption", "thead", "tbody", "tr", "th", "td"}
ATTRIBUTES: dict[str, set[str]] = {
    "a": {"href", "title"},
    "img": {"src", "alt", "width", "height"},
    "th": {"scope", "colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
    "ol": {"start"},
}
CLASSES = {"aside": {"box"}, "figure": {"photo", "embed"}}


@dataclass(frozen=True)
class Cleaned:
    """A clean body, and what had to go (names of tags and attributes, for the editor to read)."""

    html: str
    removed: tuple[str, ...] = ()


def clean(html: str) -> Cleaned:
    """The body as it may be stored: NFC, allowed tags and attributes only, no script, no foreign picture."""
    return Cleaned(
        nh3.clean(
            nfc(html),
            tags=INLINE | BLOCKS | TABLE,
            attributes=ATTRIBUTES,
            allowed_classes=CLASSES,
            url_schemes={"http", "https", "mailto", "tel"},
            link_rel="noopener",
        ).strip()
    )
