"""The page on which a form comes back: nothing that was typed is lost, whatever stood in its way."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from comments.articles import live_article, terms_of
from comments.forms import CommentForm
from comments.models import Comment
from comments.moderation.answering import require_answerable
from comments.moderation.errors import CannotAnswer, SlowedDown, TooFast


def invalid(request: HttpRequest, form: CommentForm, article_id: int) -> HttpResponse:
    """422: fields to correct."""
    return _page(request, form, 422, article=live_article(article_id), **_answering(form, article_id))


def unanswerable(request: HttpRequest, form: CommentForm, article_id: int, why: str) -> HttpResponse:
    """422: what it answers is not there; the same words can be sent for themselves."""
    return _page(request, form, 422, article=live_article(article_id), trouble=why)


def too_fast(request: HttpRequest, form: CommentForm, article_id: int, error: TooFast) -> HttpResponse:
    """429: the same form, to be sent again in a moment."""
    retry_after, limit = error.retry_after, settings.COMMENTS_PER_MINUTE
    facts = {"article": live_article(article_id), "retry_after": retry_after, "limit": limit}
    if isinstance(error, SlowedDown):
        facts["pause"] = error.minutes
    response = _page(request, form, 429, **facts, **_answering(form, article_id))
    response["Retry-After"] = str(retry_after)
    return response


def pause(request: HttpRequest, form: CommentForm, article_id: int) -> HttpResponse:
    """422: the same form, to be read once more and sent again, changed or not; it isn't asked a second time."""
    return _page(request, form, 422, article=live_article(article_id), doubt=True, **_answering(form, article_id))


def closed(request: HttpRequest, form: CommentForm, article_id: int) -> HttpResponse:
    """409: the discussion was closed meanwhile; the words can be copied."""
    article = live_article(article_id)
    return _page(request, form, 409, article=article, closed=True, terms=terms_of(article))


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
