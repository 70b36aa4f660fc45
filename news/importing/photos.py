"""The pictures that came inside a file become photos of the house."""

import re
from dataclasses import replace

from django.utils.html import format_html
from django.utils.translation import gettext as _

from news import pictures
from news.importing.blocks import Picture
from news.importing.manuscript import Manuscript
from news.models import Photo, User

SHOWN_WIDTH = 960  # pixels, one of pictures.WIDTHS; what the body asks for

_MARK = r'<img\b[^>]*\bdata-picture="(?P<number>\d+)"[^>]*>'
_ALONE = re.compile(rf"<p>\s*{_MARK}\s*</p>")
_IN_TEXT = re.compile(_MARK)


def with_photos(manuscript: Manuscript, by: User | None) -> Manuscript:
    """The manuscript with its pictures stored and shown in the body; a note for each that is no picture we can use."""
    if not manuscript.pictures:
        return manuscript
    images: list[str] = []
    notes = list(manuscript.notes)
    for number, picture in enumerate(manuscript.pictures, start=1):
        try:
            images.append(_image(_stored(picture, by)))
        except pictures.BadPicture as error:
            images.append("")
            notes.append(_("Bỏ ảnh thứ %(number)d: %(reason)s") % {"number": number, "reason": error})
    return replace(manuscript, body=_placed(manuscript.body, images), pictures=(), notes=tuple(notes))


def _stored(picture: Picture, by: User | None) -> Photo:
    longest = Photo._meta.get_field("alt").max_length
    return pictures.take_in(picture.content, by=by, alt=picture.alt[:longest])


def _image(photo: Photo) -> str:
    return format_html(
        '<img src="{}" alt="{}" width="{}" height="{}">',
        pictures.address(photo, SHOWN_WIDTH),
        photo.alt,
        SHOWN_WIDTH,
        pictures.height_for(photo, SHOWN_WIDTH),
    )


def _placed(body: str, images: list[str]) -> str:
    """A picture alone in its paragraph becomes a figure; one inside a sentence or a table stays where it is."""
    framed = [f'<figure class="photo">{image}</figure>' if image else "" for image in images]
    return _IN_TEXT.sub(
        lambda mark: images[int(mark["number"])], _ALONE.sub(lambda mark: framed[int(mark["number"])], body)
    )
