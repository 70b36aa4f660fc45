"""Searching."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from news.paging import asked_key, page_of
from news.searching import find, words_of
from news.views.public import public

LONGEST_QUERY = 100  # characters; nobody types more, robots do


@public
def search(request: HttpRequest) -> HttpResponse:
    """What was asked for, and the newest articles that have all its words."""
    query = " ".join(request.GET.get("q", "").split())[:LONGEST_QUERY]
    words = words_of(query)
    key = asked_key(request)
    page = page_of(find(words), key) if words else None
    return render(request, "news/search.html", {"query": query, "words": words, "page": page, "later": key is not None})
