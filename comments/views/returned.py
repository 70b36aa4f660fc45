"""The page on which a form comes back: nothing that was typed is lost, whatever stood in its way."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from comments.articles import live_article, terms_of
from comments.forms import CommentForm
from comments.moderation.errors import SlowedDown, TooFast


def invalid(request: HttpRequest, form: CommentForm, article_id: int) -> HttpResponse:
    """422: fields to correct."""
    return _page(request, form, 422, article=live_article(article_id))


def too_fast(request: HttpRequest, form: CommentForm, article_id: int, error: TooFast) -> HttpResponse:
    """429: the same form, to be sent again in a moment."""
    retry_after, limit = error.retry_after, settings.COMMENTS_PER_MINUTE
    facts = {"article": live_article(article_id), "retry_after": retry_after, "limit": limit}
    if isinstance(error, SlowedDown):
        facts["pause"] = error.minutes
    response = _page(request, form, 429, **facts)
    response["Retry-After"] = str(retry_after)
    return response


def closed(request: HttpRequest, form: CommentForm, article_id: int) -> HttpResponse:
    """409: the discussion was closed meanwhile; the words can be copied."""
    article = live_article(article_id)
    return _page(request, form, 409, article=article, closed=True, terms=terms_of(article))


def gone(request: HttpRequest, form: CommentForm) -> HttpResponse:
    """410: the article was taken from readers meanwhile; the words can be copied."""
    return _page(request, form, 410, gone=True)


def _page(request: HttpRequest, form: CommentForm, status: int, **facts: Any) -> HttpResponse:
    response = render(request, "comments/form.html", {"form": form, **facts}, status=status)
    response["Cache-Control"] = "no-store"
    return response
