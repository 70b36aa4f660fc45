"""Photos sent by the editor (button, paste, drag) and by the picker of the lead photo."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from news import pictures, rights
from news.desk.pages import person, staff
from news.models import Photo

IN_TEXT = 960  # pixels; the width that a picture in an article gets, larger screens are served by srcset


@require_POST
@staff
def upload(request: HttpRequest) -> HttpResponse:
    """Take in one picture (field `upload`) and answer as CKEditor's upload adapter wants it; errors in words, 4xx."""
    try:
        rights.require(person(request), "news.add_photo")
    except rights.NotAllowed as error:
        return refusal(str(error), 403)
    file = request.FILES.get("upload")
    if file is None:
        return refusal(_("Chưa có tệp ảnh nào."), 400)
    try:
        photo = pictures.take_in(pictures.content_of(file), by=person(request))
    except pictures.TooLarge as error:
        return refusal(str(error), 413)
    except pictures.BadPicture as error:
        return refusal(str(error), 415)
    width = min(IN_TEXT, photo.width)
    return JsonResponse(
        {
            "uploaded": 1,
            "id": photo.pk,
            "fileName": f"{photo.key}.webp",
            "url": pictures.address(photo, IN_TEXT),
            "thumbnail": pictures.address(photo, 320),
            "width": width,
            "height": pictures.height_for(photo, width),
        }
    )


def refusal(sentence: str, status: int) -> JsonResponse:
    """An error that CKEditor shows as it is."""
    return JsonResponse({"uploaded": 0, "error": {"message": sentence}}, status=status)


@require_safe
@staff
def thumbnail(request: HttpRequest, pk: int) -> HttpResponse:
    """Leads to a small size of the photo with that id, for those who see photos: a picture may be under embargo."""
    rights.require(person(request), "news.view_photo")
    return HttpResponseRedirect(pictures.address(get_object_or_404(Photo, pk=pk), 320))
