"""Several photos at once by a plain form. With JavaScript the same form sends them one by one (static/news/send-photos.js)."""

from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from news import photo_library, pictures
from news.desk.pages import page, person, staff
from news.models import Photo, User


@dataclass
class Sent:
    """What became of one file."""

    name: str
    photo: Photo | None = None  # the new one, or the one that the library had
    sentence: str = ""  # what was wrong; "" if the photo is new
    status: int = 200
    alike: list[Photo] = field(default_factory=list)


@require_http_methods(["GET", "POST"])
@staff
def send(request: HttpRequest) -> HttpResponse:
    """The form (field `files`), and after it what became of each file. The status is the worst if nothing came in."""
    if not request.user.has_perm("news.add_photo"):
        raise PermissionDenied
    again = bool(request.POST.get("again"))
    sent = [taken(file, person(request), again) for file in request.FILES.getlist("files")]
    missing = request.method == "POST" and not sent
    status = (
        422
        if missing
        else 200
        if any(one.status == 200 for one in sent)
        else max((s.status for s in sent), default=200)
    )
    title = _("Tải ảnh lên")
    return page(request, "news/desk/photos_sent.html", status, sent=sent, missing=missing, title=title)


def taken(file: "UploadedFile[Any]", by: User, again: bool) -> Sent:
    """One file taken in, or the sentence why not; the others go on."""
    name = file.name or "?"
    try:
        received = photo_library.receive(pictures.content_of(file), by, again=again)
    except photo_library.AlreadyThere as known:
        return Sent(name, known.photo, str(known), 409)
    except pictures.TooLarge as error:
        return Sent(name, sentence=str(error), status=413)
    except pictures.BadPicture as error:
        return Sent(name, sentence=str(error), status=415)
    return Sent(name, received.photo, alike=received.alike)
