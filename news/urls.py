"""Public addresses."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

app_name = "news"


def soon(request: HttpRequest, **kwargs: object) -> HttpResponse:
    return HttpResponse("")


urlpatterns = [
    path("", soon, name="front"),
    path("tac-gia/<slug:slug>/", soon, name="author"),
    path("chu-de/<slug:slug>/", soon, name="tag"),
    path("anh/<str:key>/<str:size>.<str:ending>", soon, name="photo"),
    path("<slug:slug>-<int:pk>.html", soon, name="article"),
    path("<slug:section>/", soon, name="section"),
    path("<slug:section>/<slug:subsection>/", soon, name="subsection"),
]
