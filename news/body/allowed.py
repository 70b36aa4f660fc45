"""The one list of what a stored body may contain, and the wider one of what is understood on the way in."""

import re
from urllib.parse import urlsplit

from django.conf import settings

PHRASES = {"strong", "em", "a", "sup", "sub", "br", "img"}
BLOCKS = {"p", "h2", "h3", "ul", "ol", "li", "blockquote", "hr", "aside", "figure", "figcaption"}
TABLE = {"table", "caption", "thead", "tbody", "tr", "th", "td"}
ATTRIBUTES: dict[str, set[str]] = {
    "a": {"href", "title"},
    "img": {"src", "alt", "width", "height"},
    "th": {"scope", "colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
    "ol": {"start"},
}
CLASSES = {"aside": {"box"}, "figure": {"photo", "embed"}}
SCHEMES = {"http", "https", "mailto", "tel"}

# Understood in what comes from Word, Google Docs and web pages; made into the above or taken off.
STRANGE_PHRASES = {"b", "i", "span", "font"}
STRANGE_BLOCKS = {
    *("div", "section", "article", "header", "footer", "main", "nav", "center", "address", "pre", "form", "fieldset"),
    *("details", "summary", "hgroup", "dl", "dt", "dd", "dir", "menu", "h1", "h4", "h5", "h6", "tfoot", "iframe"),
}
STRANGE_ATTRIBUTES = {
    **ATTRIBUTES,
    "*": {"style", "class"},
    "iframe": {"src"},
    "p": {"role", "aria-level"},  # a heading in Word for browsers
}
UNSEEN = {"script", "style", "title", "xml", "template", "noscript", "noembed", "noframes"}  # go with their contents

# Only a link is kept; nothing is loaded from these hosts until a reader asks for it.
EMBED_HOSTS = {
    "youtube.com": "YouTube",
    "youtube-nocookie.com": "YouTube",
    "youtu.be": "YouTube",
    "vimeo.com": "Vimeo",
    "player.vimeo.com": "Vimeo",
    "facebook.com": "Facebook",
    "fb.watch": "Facebook",
    "tiktok.com": "TikTok",
    "open.spotify.com": "Spotify",
    "soundcloud.com": "SoundCloud",
    "w.soundcloud.com": "SoundCloud",
}

_OWN_PICTURE = re.compile(
    r"(/anh/[0-9a-f]{20}/[0-9]{2,4}(?:-[0-9]+x[0-9]+(?:-[0-9]{1,3}-[0-9]{1,3})?)?)\.(webp|jpg|avif)"
)


def embed_service(address: str) -> str:
    """Whose content the address shows; "" if it may not be embedded."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    except ValueError:
        return ""
    return EMBED_HOSTS.get(host, "") if parts.scheme == "https" else ""


def own_picture(address: str) -> str:
    """The address below our own root if it is one of our photos, also when it was copied with our host; else "".

    What was copied from a page may be AVIF; the stored body names the WebP beside it.
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    at_home = not parts.netloc or parts.hostname in settings.ALLOWED_HOSTS
    own = _OWN_PICTURE.fullmatch(parts.path) if at_home else None
    return f"{own[1]}.{own[2].replace('avif', 'webp')}" if own else ""
