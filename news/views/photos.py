"""Photos in the sizes that pages ask for: drawn at the first request, then read from disk."""

import re
from pathlib import Path

from django.http import FileResponse, Http404, HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from news import pictures, sizes
from news.models import FormerKey, Photo

FOR_GOOD = "public, max-age=31536000, immutable"  # a photo's address holds its key: another photo, another address
CONTENT_TYPES = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg"}
_SIZE = re.compile(r"([0-9]{2,4})(?:-([0-9]+x[0-9]+)(?:-([0-9]{1,3})-([0-9]{1,3}))?)?")


@require_safe
def photo(request: HttpRequest, key: str, size: str, ending: str) -> HttpResponseBase:
    """One size of a photo. Raises Http404.

    A size that is larger than the photo itself leads to its largest; one that was cropped around another point, or of a
    file that was replaced, to what is right today.
    """
    width, shape = known_size(size, ending)
    path = pictures.size_path(key, size, ending)
    if not re.fullmatch(r"[0-9a-f]{20}", key):
        raise Http404
    if not path.exists():
        photo = photo_of(key)
        right = pictures.address(photo, min(width, sizes.widths_of(photo)[-1]), shape, ending)
        if right != request.path:
            return HttpResponseRedirect(right)
        path = drawn(photo, width, shape, ending)
    return file_for_good(path, CONTENT_TYPES[ending])


def photo_of(key: str) -> Photo:
    """The photo with that key, or that had it before its file was replaced. Raises Http404."""
    photo = Photo.objects.filter(key=key).first()
    return photo or get_object_or_404(FormerKey.objects.select_related("photo"), key=key).photo


def drawn(photo: Photo, width: int, shape: str, ending: str) -> Path:
    """The size, drawn now. Raises Http404 if the original is gone from the disk: the page is still worth reading."""
    try:
        return pictures.draw(photo, width, shape, ending)
    except FileNotFoundError as error:
        raise Http404 from error


def known_size(size: str, ending: str) -> tuple[int, str]:
    """Width and shape in the address. Raises Http404 unless pages ask for them: nobody makes us draw every width."""
    parts = _SIZE.fullmatch(size)
    if parts is None or ending not in CONTENT_TYPES:
        raise Http404
    width, shape = int(parts[1]), parts[2] or ""
    if width not in pictures.WIDTHS or shape not in pictures.SHAPES:
        raise Http404
    return width, shape


def file_for_good(path: Path, content_type: str) -> FileResponse:
    """The file, which never changes under this address."""
    response = FileResponse(path.open("rb"), content_type=content_type)
    response["Cache-Control"] = FOR_GOOD
    return response
