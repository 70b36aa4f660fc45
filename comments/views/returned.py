"""The page on which a form comes back: nothing that was typed is lost, whatever stood in its way."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from comments.articles import live_article
from comments.forms import CommentForm


def invalid(request: HttpRequest, form: CommentForm, article_id: int) -> HttpResponse:
    """422: fields to correct."""
    return _page(request, form, 422, article=live_article(article_id))


def too_fast(request: HttpRequest, form: CommentForm, article_id: int, retry_after: int) -> HttpResponse:
    """429: the same form, to be sent again in a moment."""
    limit = settings.COMMENTS_PER_MINUTE
    facts = {"article": live_article(article_id), "retry_after": retry_after, "limit": limit}
    response = _page(request, form, 429, **facts)
    response["Retry-After"] = str(retry_after)
    return response


def pause(request: HttpRequest, form: CommentForm, article_id: int) -> HttpResponse:
    """422: the same form, to be read once more and sent again, changed or not; it isn't asked a second time."""
    return _page(request, form, 422, article=live_article(article_id), pause=True)


def closed(request: HttpRequest, form: CommentForm, article_id: int) -> HttpResponse:
    """409: the discussion was closed meanwhile; the words can be copied."""
    return _page(request, form, 409, article=live_article(article_id), closed=True)


def gone(request: HttpRequest, form: CommentForm) -> HttpResponse:
    """410: the article was taken from readers meanwhile; the words can be copied."""
    return _page(request, form, 410, gone=True)


def _page(request: HttpRequest, form: CommentForm, status: int, **facts: Any) -> HttpResponse:
    response = render(request, "comments/form.html", {"form": form, **facts}, status=status)
    response["Cache-Control"] = "no-store"
    return response
