"""What every page about one comment has in common: the comment is there for readers, or a page says what became of it."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from comments.articles import ArticleGone
from comments.models import Comment
from comments.shown import CommentGone, shown_comment

View = Callable[[HttpRequest, Comment], HttpResponse]


def about_one(view: View) -> Callable[[HttpRequest, int], HttpResponse]:
    """Hand the view the comment instead of its id; 404 and 410 are answered here."""

    @wraps(view)
    def answer(request: HttpRequest, pk: int) -> HttpResponse:
        try:
            return view(request, shown_comment(pk))
        except ArticleGone:
            return render(request, "410.html", status=410)
        except CommentGone:
            return render(request, "comments/gone.html", status=410)

    return answer


def unkept(response: HttpResponse) -> HttpResponse:
    """An answer to one reader alone: no cache keeps it."""
    response["Cache-Control"] = "no-store"
    return response


def wants_json(request: HttpRequest) -> bool:
    """Whether a script of ours asks, not a browser's form."""
    return request.headers.get("Accept", "").startswith("application/json")
