"""The writer's own page: what became of a comment, and taking it back. Whoever holds its address may do both."""

from contextlib import suppress

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from comments.articles import discussion_of
from comments.models import Comment, State
from comments.moderation import decisions, reasons
from comments.moderation.errors import AlreadySo
from comments.threads import place
from news.models import CommentPolicy, SiteSettings


@require_safe
def receipt(request: HttpRequest, token: str) -> HttpResponse:
    """What was written, its state in words, what happens next.

    The article is named only while any reader may see it: after that it may bear another headline.
    """
    comment = get_object_or_404(Comment.objects.select_related("article__discussion", "parent"), token=token)
    paper = SiteSettings.objects.current()
    policy = discussion_of(comment.article).effective_policy(paper)
    article = comment.article if comment.article.is_live() else None
    shown = article and comment.state == State.APPROVED and policy != CommentPolicy.HIDDEN
    why, advice = reasons.for_comment(comment)
    context = {
        "comment": comment,
        "article": article,
        "place": place(comment) if shown else None,
        "open": policy in (CommentPolicy.PRE, CommentPolicy.POST),
        "why": why,
        "advice": advice,
        "paper": paper,
    }
    return private(render(request, "comments/receipt.html", context))


@csrf_exempt  # no cookie to abuse: the secret is in the address, and only its holder can send this
@require_POST
def take_back(request: HttpRequest, token: str) -> HttpResponse:
    """Take the comment back, at any time; a second press changes nothing."""
    comment = get_object_or_404(Comment, token=token)
    with suppress(AlreadySo):
        decisions.take_back(comment)
    return private(HttpResponseRedirect(comment.receipt_url(), status=303))


def private(response: HttpResponse) -> HttpResponse:
    """For the holder's eyes alone: no cache, no search engine, no referrer gets hold of the address."""
    response["Cache-Control"] = "no-store, private"
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "no-referrer"
    return response
