"""From bytes that a stranger made to a picture that can be drawn, or to a sentence that says why not.

Pixels are counted before anything is decoded. Of animations the first frame counts. What comes out of `upright` is sRGB on
white, upright, and knows nothing of where it came from.
"""

import warnings
from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

LARGEST_FILE = 20 * 1024 * 1024  # bytes
LARGEST_PICTURE = 60_000_000  # pixels; a 48-megapixel phone camera passes
FORMATS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp", "AVIF": "avif", "GIF": "gif"}
DEEP = ("I", "F", "I;16", "I;16L", "I;16B", "I;16N")  # modes with more than eight bits of grey
SRGB = ImageCms.createProfile("sRGB")

UNREADABLE = (
    UnidentifiedImageError,
    OSError,
    SyntaxError,
    ValueError,
    ArithmeticError,
    LookupError,
    TypeError,
    EOFError,
    MemoryError,
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
)


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


def decode(content: bytes) -> Image.Image:
    """The picture in the bytes, whole. Raises BadPicture for what is too large, broken, or no picture at all."""
    refuse_heavy(len(content))
    if not content:
        raise BadPicture(_("Tệp rỗng, không có ảnh nào bên trong. Hãy chọn tệp khác."))
    if looks_like_svg(content):
        raise BadPicture(_("Không nhận ảnh SVG vì tệp SVG có thể chứa mã lệnh. Hãy xuất thành PNG hoặc WebP."))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(BytesIO(content), formats=list(FORMATS))
            if picture.width * picture.height > LARGEST_PICTURE:
                raise BadPicture(_("Ảnh có quá nhiều điểm ảnh (hơn 60 triệu). Hãy thu nhỏ rồi tải lại."))
            if not picture.width or not picture.height:
                raise BadPicture(_("Ảnh không có điểm ảnh nào. Hãy chọn tệp khác."))
            picture.load()
    except UNREADABLE as error:
        raise BadPicture(_("Không đọc được ảnh: tệp hỏng hoặc không phải JPEG, PNG, WebP, AVIF, GIF.")) from error
    return picture


def looks_like_svg(content: bytes) -> bool:
    """Whether the bytes open as a vector drawing does: said apart, since people take it for a picture like others."""
    opening = content[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return opening.startswith((b"<svg", b"<?xml", b"<!doctype svg", b"<!--")) and b"<svg" in content[:4000].lower()


def upright(picture: Image.Image) -> Image.Image:
    """The decoded picture as eyes see it: turned as the camera was held, sRGB, on white where it was transparent.

    Nothing else comes along: Pillow would write a comment or a colour profile of `info` into what is drawn.
    """
    turned = _turned(picture)
    seen = _opaque(turned) if turned.has_transparency_data else _in_srgb(turned)
    seen.info = {}
    return seen


def _turned(picture: Image.Image) -> Image.Image:
    try:
        return ImageOps.exif_transpose(picture)
    except UNREADABLE:  # a broken EXIF block says nothing of how the camera was held
        return picture.copy()


def _opaque(picture: Image.Image) -> Image.Image:
    clear = picture.convert("RGBA")
    white = Image.new("RGBA", clear.size, "white")
    return Image.alpha_composite(white, clear).convert("RGB")


def _in_srgb(picture: Image.Image) -> Image.Image:
    if picture.mode in DEEP:
        return picture.convert("I").point(lambda grey: grey * (1 / 256)).convert("L").convert("RGB")
    profile = picture.info.get("icc_profile")
    if profile and picture.mode in ("RGB", "CMYK", "L"):
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            converted = ImageCms.profileToProfile(picture, source, SRGB, outputMode="RGB")
            return converted or picture.convert("RGB")
        except (ImageCms.PyCMSError, *UNREADABLE):  # a broken profile, or one for other colours
            pass
    return picture.convert("RGB")
