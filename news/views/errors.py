"""Pages for what went wrong."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import get_template

from news.views.public import finish


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: a request that no browser sends."""
    return render(request, "400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: understood, and refused."""
    return render(request, "403.html", status=403)


def form_refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form of the desk that came without its token; the `reason` is for programmers."""
    return render(request, "403.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: the same bytes for every address that is not there, so that it tells nothing of drafts and schedules."""
    return finish(request, render(request, "404.html", status=404))


def server_error(request: HttpRequest) -> HttpResponse:
    """500: no context and no query, since the database may be what is gone."""
    return HttpResponse(get_template("500.html").render(), status=500)
