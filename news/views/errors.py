"""Pages for what went wrong."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views import defaults


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponseBase:
    """400."""
    return render(request, "400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponseBase:
    """403."""
    return render(request, "403.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponseBase:
    """404: the same bytes for every address that is not there."""
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponseBase:
    """500, static: works with the database gone."""
    return defaults.server_error(request)
