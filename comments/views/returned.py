"""The page on which a form comes back: nothing that was typed is lost, whatever stood in its way."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from comments.articles import live_article
from comments.forms import CommentForm
from comments.models import Comment
from comments.moderation.answering import require_answerable
from comments.moderation.errors import CannotAnswer


def invalid(request: HttpRequest, form: CommentForm, article_id: int) -> HttpResponse:
    """422: fields to correct."""
    return _page(request, form, 422, article=live_article(article_id), **_answering(form, article_id))


def unanswerable(request: HttpRequest, form: CommentForm, article_id: int, why: str) -> HttpResponse:
    """422: what it answers is not there; the same words can be sent for themselves."""
    return _page(request, form, 422, article=live_article(article_id), trouble=why)


def too_fast(request: HttpRequest, form: CommentForm, article_id: int, retry_after: int) -> HttpResponse:
    """429: the same form, to be sent again in a moment."""
    limit = settings.COMMENTS_PER_MINUTE
    facts = {"article": live_article(article_id), "retry_after": retry_after, "limit": limit}
    response = _page(request, form, 429, **facts, **_answering(form, article_id))
    response["Retry-After"] = str(retry_after)
    return response


def closed(request: HttpRequest, form: CommentForm, article_id: int) -> HttpResponse:
    """409: the discussion was closed meanwhile; the words can be copied."""
    return _page(request, form, 409, article=live_article(article_id), closed=True)


def gone(request: HttpRequest, form: CommentForm) -> HttpResponse:
    """410: the article was taken from readers meanwhile; the words can be copied."""
    return _page(request, form, 410, gone=True)


def _answering(form: CommentForm, article_id: int) -> dict[str, Any]:
    """What the form answers; or why that can't be answered, and then the same words can be sent for themselves."""
    asked = form.answered()
    if asked is None:
        return {}
    try:
        return {"answered": require_answerable(Comment.objects.filter(pk=asked).first(), article_id)}
    except CannotAnswer as error:
        return {"trouble": str(error)}


def _page(request: HttpRequest, form: CommentForm, status: int, **facts: Any) -> HttpResponse:
    response = render(request, "comments/form.html", {"form": form, **facts}, status=status)
    response["Cache-Control"] = "no-store"
    return response
