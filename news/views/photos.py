"""Photos in the sizes that pages ask for: drawn at the first request, then read from disk."""

import re
from pathlib import Path

from django.http import FileResponse, Http404, HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from news import pictures
from news.models import Photo

FOR_GOOD = "public, max-age=31536000, immutable"  # a photo's address holds its key: another photo, another address
CONTENT_TYPES = {"webp": "image/webp", "jpg": "image/jpeg"}
_SIZE = re.compile(r"([0-9]{2,4})(?:-([0-9]+x[0-9]+))?")


@require_safe
def photo(request: HttpRequest, key: str, size: str, ending: str) -> HttpResponseBase:
    """One size of a photo; one that is larger than the photo itself leads to its largest. Raises Http404."""
    width, shape = known_size(size, ending)
    path = pictures.size_path(key, size, ending)
    if not re.fullmatch(r"[0-9a-f]{20}", key):
        raise Http404
    if not path.exists():
        photo = get_object_or_404(Photo, key=key)
        largest = max([each for each in pictures.WIDTHS if each <= photo.width], default=pictures.WIDTHS[0])
        if width > largest:
            return HttpResponseRedirect(pictures.address(photo, largest, shape, ending))
        path = drawn(photo, width, shape, ending)
    return file_for_good(path, CONTENT_TYPES[ending])


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
