"""Addresses of what readers send and get back."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

app_name = "comments"


def soon(request: HttpRequest, **kwargs: object) -> HttpResponse:
    return HttpResponse("")


urlpatterns = [path("phieu/<str:token>/", soon, name="receipt")]
