"""Photos: taken in with care, drawn once in each size that pages ask for.

The original is decoded only after its pixels were counted, kept as it came, and never served. Sizes are WebP (JPEG for
share cards), without any metadata, upright, cropped around the focal point where a page wants a fixed shape.
"""

import hashlib
import secrets
import shutil
import warnings
from io import BytesIO
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError

from news.models import Photo, User

LARGEST_FILE = 20 * 1024 * 1024  # bytes
LARGEST_PICTURE = 60_000_000  # pixels; a 48-megapixel phone camera passes
FORMATS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp", "AVIF": "avif", "GIF": "gif"}
WIDTHS = (160, 320, 480, 640, 960, 1280, 1600)  # pixels
SHAPES = {"": None, "3x2": 3 / 2, "16x9": 16 / 9, "1x1": 1.0}  # "" keeps the photo's own proportions
ENDINGS = {"webp": "WEBP", "jpg": "JPEG"}


class BadPicture(Exception):
    """The file can't be taken as a photo; the message tells the editor why."""


class TooLarge(BadPicture):
    """The file has more bytes than we take."""


def content_of(upload: "UploadedFile[Any]") -> bytes:
    """The bytes of an uploaded file. Raises TooLarge before reading what would not be taken anyway."""
    refuse_heavy(upload.size or 0)
    content: bytes = upload.read()
    return content


def refuse_heavy(size: int) -> None:
    """Raises TooLarge for more than LARGEST_FILE bytes."""
    if size > LARGEST_FILE:
        raise TooLarge(_("Ảnh nặng quá 20 MB. Hãy giảm dung lượng rồi tải lại."))


def take_in(content: bytes, *, by: User | None = None, alt: str = "", caption: str = "", credit: str = "") -> Photo:
    """Store a picture file as a Photo. Raises BadPicture with a sentence for the person who sent it."""
    picture = decode(content)
    upright = ImageOps.exif_transpose(picture)
    photo = Photo(
        width=upright.width, height=upright.height, digest=hashlib.sha256(content).hexdigest(),
        alt=alt, caption=caption, credit=credit, uploaded_by=by,
    )  # fmt: skip
    photo.original.save(f"original.{FORMATS[str(picture.format)]}", ContentFile(content), save=False)
    photo.save()
    return photo


def decode(content: bytes) -> Image.Image:
    """The picture in the bytes, whole. Raises BadPicture for what is too large, broken, or no picture at all."""
    refuse_heavy(len(content))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(BytesIO(content), formats=list(FORMATS))
            if picture.width * picture.height > LARGEST_PICTURE:
                raise BadPicture(_("Ảnh có quá nhiều điểm ảnh (hơn 60 triệu). Hãy thu nhỏ rồi tải lại."))
            picture.load()
    except (
        UnidentifiedImageError,
        OSError,
        SyntaxError,
        ValueError,
        Image.DecompressionBombError,
        Image.DecompressionBombWarning,
    ) as error:
        raise BadPicture(_("Không đọc được ảnh: tệp hỏng hoặc không phải JPEG, PNG, WebP, AVIF, GIF.")) from error
    return picture


def address(photo: Photo, width: int, shape: str = "", ending: str = "webp") -> str:
    """The public address of one size; `width` is one of WIDTHS, `shape` one of SHAPES."""
    return reverse("news:photo", args=[photo.key, f"{width}-{shape}" if shape else str(width), ending])


def srcset(photo: Photo, shape: str = "", widest: int = WIDTHS[-1]) -> str:
    """The value of an img's srcset: every size that is not larger than the photo itself, or the smallest."""
    widths = [width for width in WIDTHS if width <= min(widest, photo.width)] or [WIDTHS[0]]
    return ", ".join(f"{address(photo, width, shape)} {width}w" for width in widths)


def height_for(photo: Photo, width: int, shape: str = "") -> int:
    """The height in pixels that goes with `width`, so that pages reserve the right space."""
    ratio = SHAPES[shape] or photo.width / photo.height
    return max(1, round(width / ratio))


def size_path(key: str, size: str, ending: str) -> Path:
    """Where one drawn size is kept; whether it is there is the caller's question."""
    return folder(key) / f"{size}.{ending}"


def folder(key: str) -> Path:
    """Where the original and all drawn sizes of one photo are kept."""
    return Path(settings.MEDIA_ROOT) / "photos" / key[:2] / key


def draw(photo: Photo, width: int, shape: str, ending: str) -> Path:
    """Draw one size of the photo and keep it. Two processes may draw at once: the later one replaces the same bytes."""
    with photo.original.open() as file:
        picture = ImageOps.exif_transpose(Image.open(file)).convert("RGB")
    target = (width, height_for(photo, width, shape))
    focus = (photo.focal_x / 100, photo.focal_y / 100)
    drawn = ImageOps.fit(picture, target, Image.Resampling.LANCZOS, centering=focus)
    path = size_path(photo.key, f"{width}-{shape}" if shape else str(width), ending)
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    drawn.save(draft, ENDINGS[ending], quality=80, method=4) if ending == "webp" else drawn.save(
        draft, ENDINGS[ending], quality=82, optimize=True
    )
    draft.replace(path)
    return path


def forget_shapes(photo: Photo) -> None:
    """Let the cropped sizes be drawn anew: the focal point has moved."""
    for path in folder(photo.key).glob("*-*x*.*"):
        path.unlink(missing_ok=True)


def discard(photo: Photo) -> None:
    """Delete the photo with its files, which go only when the row is gone for good."""
    files = folder(photo.key)
    photo.delete()
    transaction.on_commit(lambda: shutil.rmtree(files, ignore_errors=True))
