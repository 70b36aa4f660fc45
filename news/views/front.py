"""The front page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from news import navigation
from news.front_page import make_up
from news.views.public import public


@public
def front(request: HttpRequest) -> HttpResponse:
    """Lead package, latest news, a band for each section, readers' comments."""
    branches = navigation.branches()
    return render(request, "news/front.html", {"branches": branches, "edition": make_up(branches)})
