"""“Bình luận của tôi”: the same page for everybody. What stands on it comes from the reader's own browser."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from news.models import SiteSettings
from news.views.public import public


@public
def own(request: HttpRequest) -> HttpResponse:
    """The empty page; none where the paper takes no comments at all."""
    if not SiteSettings.objects.current().comments_enabled:
        raise Http404
    return render(request, "comments/own.html")
