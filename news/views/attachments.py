"""Documents of articles. Their address can't be guessed, and answers as long as the article does and shows them.

One that waits in a draft, or that an update took off, is not found: what an editor prepares must not show by its address.
"""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from news.models import Attachment
from news.views.public import FRESHNESS


@require_safe
def attachment(request: HttpRequest, key: str) -> HttpResponseBase:
    """The document while its article is live; 410 once it is no longer. Raises Http404."""
    found = get_object_or_404(Attachment.objects.shown().select_related("article"), key=key)
    if found.article.is_live():
        response = document(found)
        response["Cache-Control"] = FRESHNESS
        return response
    if found.article.is_gone():
        return gone(request)
    raise Http404


def gone(request: HttpRequest) -> HttpResponse:
    """The page for what readers may no longer see."""
    return render(request, "410.html", status=410)


def document(found: Attachment) -> FileResponse:
    """The file as a download that no browser takes for anything else. Raises Http404 if it is gone from the disk."""
    try:
        file = found.file.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    response = FileResponse(file, as_attachment=True, filename=found.file_name, content_type="application/pdf")
    response["X-Content-Type-Options"] = "nosniff"
    response["X-Robots-Tag"] = "noindex"
    return response
