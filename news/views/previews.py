"""An article before its time, for whoever was sent a link."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from news import previews
from news.revisions import keeping


@require_safe
@never_cache
def preview(request: HttpRequest, token: str) -> HttpResponse:
    """The article page, counted. What never was, has ended or was revoked is the same 404."""
    link = previews.behind(token)
    if link is None:
        raise Http404
    content = keeping.content_of(link.revision) if link.revision else keeping.newest_content(link.article)
    response = render(request, "news/article.html", {**previews.page_of(link.article, content), "link": link})
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "no-referrer"
    if request.method == "GET":
        previews.count(link)
    return response
