"""Where the letters' own address leads: to end those about answers. Mail programs send the POST by themselves (RFC 8058)."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from comments.letters import ending
from comments.views.receipt_page import private


@csrf_exempt  # nothing but the signed address lets anybody do this, and mail providers know no cookie (RFC 8058, section 3.2)
@require_http_methods(["GET", "HEAD", "POST"])
def end(request: HttpRequest, token: str) -> HttpResponse:
    """GET asks, so that a program that looks through links changes nothing; POST ends it and says so."""
    comment = ending.comment_of(token)
    if comment is None:
        raise Http404
    if request.method == "POST":
        ending.end(comment)
    ended = request.method == "POST" or ending.has_ended(comment)
    return private(render(request, "comments/end_letters.html", {"ended": ended}))
