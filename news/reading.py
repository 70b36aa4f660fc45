"""An article's body as the page shows it. Stored bodies are clean; this only adds what reading needs."""

import re
from html import unescape

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from news import pictures

_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
_PICTURE = re.compile(r"<img ([^>]*)>")
_ATTRIBUTE = re.compile(r'([a-z]+)="([^"]*)"')
_OUR_PHOTO = re.compile(r"(/anh/[0-9a-f]{20}/)([0-9]+)((?:-[0-9]+x[0-9]+(?:-[0-9]+-[0-9]+)?)?)\.(?:webp|jpg)")

SIZES = "(min-width: 46rem) 40rem, 100vw"


def dressed(body: str) -> SafeString:
    """The body with tables that scroll by themselves and pictures in the sizes that screens need, loaded late."""
    body = _TABLE.sub(_scrolling, body)
    return mark_safe(_PICTURE.sub(_responsive, body))  # noqa: S308 (cleaned on save, see news/body)


def _scrolling(table: re.Match[str]) -> str:
    return f'<div class="table" role="region" aria-label="{_("Bảng")}" tabindex="0">{table[0]}</div>'


def _responsive(picture: re.Match[str]) -> str:
    attributes = dict(_ATTRIBUTE.findall(picture[1]))
    own = _OUR_PHOTO.fullmatch(unescape(attributes.get("src", "")))
    attributes |= {"loading": "lazy", "decoding": "async"}
    attributes.setdefault("alt", "")
    if not own or not attributes.get("width", "").isdecimal():
        return _img(attributes)
    widths = [width for width in pictures.WIDTHS if width <= int(attributes["width"])] or [int(own[2])]
    attributes["src"] = f"{own[1]}{own[2]}{own[3]}.jpg"
    sources = "".join(
        '<source type="image/{}" srcset="{}" sizes="{}">'.format(
            ending, ", ".join(f"{own[1]}{width}{own[3]}.{ending} {width}w" for width in widths), SIZES
        )
        for ending in ("avif", "webp")
    )
    return f"<picture>{sources}{_img(attributes)}</picture>"


def _img(attributes: dict[str, str]) -> str:
    return "<img {}>".format(
        " ".join(f'{name}="{value}"' for name, value in attributes.items() if value or name == "alt")
    )
