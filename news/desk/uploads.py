"""Photos sent by the editor (button, paste, drag), by the picker of the lead photo, and by the library, one at a time."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from news import photo_library, pictures, rights
from news.desk.pages import person, staff
from news.models import Photo

IN_TEXT = 960  # pixels; the width that a picture in an article gets, larger screens are served by srcset


@require_POST
@staff
def upload(request: HttpRequest) -> HttpResponse:
    """Take in one picture (field `upload`) and answer as CKEditor's upload adapter wants it; errors in words, 4xx.

    A file that the library has already is no error for who wants to use it: the answer is the photo that is there. The
    library itself (field `library`) is told so with 409, and may insist (field `again`).
    """
    file = request.FILES.get("upload")
    if file is None and request.user.has_perm("news.add_photo"):
        return refusal(_("Chưa có tệp ảnh nào."), 400)
    try:
        content = pictures.content_of(file) if file else b""
        received = photo_library.receive(content, person(request), again=bool(request.POST.get("again")))
    except rights.NotAllowed as error:
        return refusal(str(error), 403)
    except photo_library.AlreadyThere as known:
        if "library" in request.POST:
            return refusal(str(known), 409, known=brief(known.photo))
        return JsonResponse(
            insertable(known.photo) | {"error": {"message": _("Ảnh này đã có trong kho; dùng lại ảnh ấy.")}}
        )
    except pictures.TooLarge as error:
        return refusal(str(error), 413)
    except pictures.BadPicture as error:
        return refusal(str(error), 415)
    return JsonResponse(insertable(received.photo) | {"alike": [brief(photo) for photo in received.alike]})


def insertable(photo: Photo) -> dict[str, Any]:
    """What the editor puts into the text, and the picker beside the article."""
    width = min(IN_TEXT, photo.width)
    return {
        "uploaded": 1,
        "id": photo.pk,
        "fileName": f"{photo.key}.webp",
        "url": pictures.address(photo, IN_TEXT),
        "width": width,
        "height": pictures.height_for(photo, width),
        **brief(photo),
    }


def brief(photo: Photo) -> dict[str, str]:
    """What a list shows of a photo."""
    return {
        "thumbnail": pictures.address(photo, 320),
        "page": reverse("admin:news_photo_change", args=[photo.pk]),
        "name": photo.caption or photo.alt,
    }


def refusal(sentence: str, status: int, **more: Any) -> JsonResponse:
    """An error that CKEditor shows as it is."""
    return JsonResponse({"uploaded": 0, "error": {"message": sentence}, **more}, status=status)


@require_safe
@staff
def thumbnail(request: HttpRequest, pk: int) -> HttpResponse:
    """Leads to a small size of the photo with that id, for those who see photos: a picture may be under embargo."""
    rights.require(person(request), "news.view_photo")
    return HttpResponseRedirect(pictures.address(get_object_or_404(Photo, pk=pk), 320))
