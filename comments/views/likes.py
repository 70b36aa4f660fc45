"""Liking by a plain form, or by a script that asks for JSON; and how many like what, for scripts."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from comments import likes
from comments.addresses import visitor
from comments.articles import ArticleGone, live_article, policy_of
from comments.models import Comment
from comments.moderation.errors import NotCounted, TooOften
from comments.threads import ANSWERS, THREADS, lasting_place
from comments.views.about_one import about_one, unkept, wants_json
from news.ids import ids_in
from news.models import CommentPolicy
from news.origins import is_foreign
from news.views.public import public

MOST_ASKED = THREADS * (1 + ANSWERS)  # comments of one page
FRESH = "public, max-age=0, s-maxage=5"  # seconds: a number may lag that much, a rush costs one query
UNDONE = "bo"


@csrf_exempt  # public pages know no cookie that could be abused; news/origins.py turns other sites' forms away
@require_http_methods(["GET", "HEAD", "POST"])
@about_one
def like(request: HttpRequest, comment: Comment) -> HttpResponse:
    """POST: like it, or with `lam=bo` don't any more. Back to the comment; whoever liked it already is offered to undo it."""
    if request.method != "POST":
        return HttpResponseRedirect(lasting_place(comment))
    if is_foreign(request):
        raise PermissionDenied
    wanted = request.POST.get("lam") != UNDONE
    try:
        changed = likes.press(comment, wanted, visitor(request))
    except (NotCounted, TooOften) as error:
        return _refused(request, comment, str(error), 409 if isinstance(error, NotCounted) else 429)
    if wants_json(request):
        return unkept(JsonResponse({"likes": likes.liked(comment), "liked": wanted}))
    if wanted and not changed:
        return _page(request, comment)
    return unkept(HttpResponseRedirect(lasting_place(comment), status=303))


@public
def liked(request: HttpRequest, article_id: int) -> HttpResponse:
    """JSON: how many like each of the comments in `?bl=<id>,<id>…`; those that nobody likes are left out."""
    try:
        article = live_article(article_id)
    except ArticleGone:
        return HttpResponse(status=410)
    if policy_of(article) == CommentPolicy.HIDDEN:
        raise Http404
    asked = ids_in(request.GET.get("bl", "").split(",")[:MOST_ASKED])
    response = JsonResponse(likes.counts(article, asked))
    response["Cache-Control"] = FRESH
    return response


def _refused(request: HttpRequest, comment: Comment, why: str, status: int) -> HttpResponse:
    if wants_json(request):
        return unkept(JsonResponse({"error": why, "likes": likes.liked(comment)}, status=status))
    return _page(request, comment, status, trouble=why)


def _page(request: HttpRequest, comment: Comment, status: int = 200, trouble: str = "") -> HttpResponse:
    context = {"comment": comment, "article": comment.article, "place": lasting_place(comment), "trouble": trouble}
    return unkept(render(request, "comments/liked.html", context, status=status))
