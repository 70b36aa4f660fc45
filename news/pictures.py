"""Photos: taken in with care, given another file, let go. Sizes are in news/sizes.py, what is decoded in news/decoding.py.

The original is kept as it came and never served: whatever else it is (a page, an archive, a place on a map), what leaves
the house is drawn anew from its pixels.
"""

import hashlib
import shutil
from datetime import datetime

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import gettext as _
from PIL import Image

from news.decoding import FORMATS, LARGEST_FILE, BadPicture, TooLarge, content_of, decode, refuse_heavy, upright
from news.drawing import draw_ahead
from news.likeness import likeness_of
from news.models import FormerKey, Photo, User
from news.models.photos import new_key
from news.sizes import ENDINGS, SHAPES, WIDTHS, address, draw, folder, forget_shapes, height_for, size_path, srcset

__all__ = [  # the one door to photos for the rest of the house
    "ENDINGS",
    "FORMATS",
    "LARGEST_FILE",
    "SHAPES",
    "WIDTHS",
    "BadPicture",
    "InUse",
    "TooLarge",
    "address",
    "content_of",
    "decode",
    "discard",
    "draw",
    "folder",
    "forget_shapes",
    "height_for",
    "is_used",
    "new_focus",
    "put_file",
    "refuse_heavy",
    "size_path",
    "srcset",
    "take_in",
]


class InUse(Exception):
    """The photo stands somewhere and can't be deleted; the message says so."""


def take_in(
    content: bytes,
    *,
    by: User | None = None,
    alt: str = "",
    caption: str = "",
    credit: str = "",
    taken_at: datetime | None = None,
) -> Photo:
    """Store a picture file as a Photo. Raises BadPicture with a sentence for the person who sent it."""
    picture = decode(content)
    photo = Photo(alt=alt, caption=caption, credit=credit, taken_at=taken_at, uploaded_by=by)
    _hold(photo, content, picture)
    photo.save()
    draw_ahead(photo)
    return photo


def put_file(photo: Photo, content: bytes) -> str:
    """Give a stored photo another file; the key that it had until now. Raises BadPicture. Bodies are the caller's work.

    A size's address is kept by caches for good, so another file needs another key. The former key stays known: what asks
    for it is led to the new picture, while the former files go (a face may have had to be made unrecognisable).
    """
    picture = decode(content)
    former, files = photo.key, folder(photo.key)
    photo.key = new_key()
    _hold(photo, content, picture)
    with transaction.atomic():
        photo.save()
        FormerKey.objects.create(key=former, photo=photo)
        transaction.on_commit(lambda: shutil.rmtree(files, ignore_errors=True))
        draw_ahead(photo)
    return former


def _hold(photo: Photo, content: bytes, picture: Image.Image) -> None:
    seen = upright(picture)
    photo.width, photo.height = seen.size
    photo.digest, photo.likeness = hashlib.sha256(content).hexdigest(), likeness_of(seen)
    photo.original.save(f"original.{FORMATS[str(picture.format)]}", ContentFile(content), save=False)


def new_focus(photo: Photo) -> None:
    """The focal point was moved: let the cropped sizes be drawn anew."""
    forget_shapes(photo)
    draw_ahead(photo)


def discard(photo: Photo) -> None:
    """Delete the photo with its files, which go only when the row is gone for good. Raises InUse while it stands somewhere."""
    if is_used(photo):
        raise InUse(_("Ảnh đang được dùng nên không xóa được. Hãy bỏ ảnh khỏi những chỗ đang dùng trước."))
    files = folder(photo.key)
    photo.delete()
    transaction.on_commit(lambda: shutil.rmtree(files, ignore_errors=True))


def is_used(photo: Photo) -> bool:
    """Whether an article or a gallery shows it."""
    return photo.uses.exists() or photo.gallery_places.exists()
