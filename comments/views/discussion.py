"""One address per article for its discussion: readers get older comments there, and send new ones to it."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt

from comments.addresses import address_hash, network_hash
from comments.articles import ArticleGone, discussion_of, live_article
from comments.forms import CommentForm
from comments.moderation.errors import CommentsClosed, TooFast
from comments.posting import post, refuse_closed
from comments.threads import page_of_threads
from comments.views.returned import closed, gone, invalid, too_fast
from news.ids import id_in
from news.models import CommentPolicy, SiteSettings
from news.origins import is_foreign
from news.views.public import public


@csrf_exempt  # public pages know no cookie that could be abused; news/origins.py turns other sites' forms away
def under_article(request: HttpRequest, article_id: int) -> HttpResponseBase:
    """GET: a page of comments. POST: a new one."""
    return send(request, article_id) if request.method == "POST" else older(request, article_id)


@public
def older(request: HttpRequest, article_id: int) -> HttpResponse:
    """The article's comments, older than `?truoc=<id>` if given."""
    try:
        article = live_article(article_id)
    except ArticleGone:
        return render(request, "410.html", status=410)
    paper, before = SiteSettings.objects.current(), asked_id(request)
    policy = discussion_of(article).effective_policy(paper)
    page = page_of_threads(article, before)
    if policy == CommentPolicy.HIDDEN or (before and not page.threads):
        raise Http404
    context = {"article": article, "discussion": discussion_of(article), "page": page, "before": before}
    open_for_new = policy != CommentPolicy.CLOSED
    return render(request, "comments/older.html", {**context, "open": open_for_new, "paper": paper})


def send(request: HttpRequest, article_id: int) -> HttpResponse:
    """303 to the receipt; or what was typed comes back with what stands in its way."""
    if is_foreign(request):
        raise PermissionDenied
    form = CommentForm(request.POST)
    try:
        if not form.is_valid():
            refuse_closed(article_id)
            return invalid(request, form, article_id)
        comment = post(article_id, form.words(), address_hash(request), network_hash(request))
    except ArticleGone:
        return gone(request, form)
    except CommentsClosed:
        return closed(request, form, article_id)
    except TooFast as error:
        return too_fast(request, form, article_id, error.retry_after)
    return HttpResponseRedirect(comment.receipt_url(), status=303, headers={"Cache-Control": "no-store"})


def asked_id(request: HttpRequest) -> int | None:
    """The id in `?truoc=`; None without one. Raises Http404 for what is no id."""
    raw = request.GET.get("truoc")
    if raw is None:
        return None
    asked = id_in(raw)
    if not asked:
        raise Http404
    return asked
