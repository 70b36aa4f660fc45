"""One address per article for its discussion: readers get older comments there, and send new ones to it."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

from comments.addresses import Origin, hashes_of, month_of
from comments.articles import ArticleGone, discussion_of, live_article, terms_of
from comments.forms import CommentForm
from comments.moderation.errors import CannotAnswer, CommentsClosed, TooFast, WorthAPause
from comments.orders import BadKey, Order, key_in
from comments.posting import Sent, post, refuse_closed
from comments.surroundings import SAME_FOR
from comments.threads import ThreadPage, page_of_threads
from comments.views.returned import closed, gone, invalid, pause, too_fast, unanswerable
from news.models import Article, CommentPolicy, SiteSettings
from news.origins import is_foreign
from news.views.public import public


@csrf_exempt  # public pages know no cookie that could be abused; news/origins.py turns other sites' forms away
def under_article(request: HttpRequest, article_id: int) -> HttpResponseBase:
    """GET: a page of comments. POST: a new one."""
    return send(request, article_id) if request.method == "POST" else older(request, article_id)


@public
def older(request: HttpRequest, article_id: int) -> HttpResponse:
    """The article's comments in the order `?xep=…` (the newest first), after `?truoc=<key>` if given."""
    try:
        article = live_article(article_id)
    except ArticleGone:
        return render(request, "410.html", status=410)
    paper, order = SiteSettings.objects.current(), asked_order(request)
    terms = terms_of(article, paper)
    if terms.policy == CommentPolicy.HIDDEN:
        raise Http404
    page, before = asked_page(request, article, order)
    context = {"article": article, "discussion": discussion_of(article), "page": page, "before": before}
    return render(request, "comments/older.html", {**context, "open": terms.is_open, "terms": terms, "paper": paper})


def sent_by(request: HttpRequest, form: CommentForm) -> Sent:
    """What came with the words."""
    origin, now = Origin.of(request), timezone.now()
    address = hashes_of(origin.household, now, SAME_FOR)
    network = origin.in_month(month_of(now))[1]
    return Sent(address.now, network, address.before, origin.in_month, answered=form.answered(), key=form.key())


def send(request: HttpRequest, article_id: int) -> HttpResponse:
    """303 to the receipt; or what was typed comes back with what stands in its way."""
    if is_foreign(request):
        raise PermissionDenied
    form = CommentForm(request.POST)
    try:
        if not form.is_valid():
            refuse_closed(article_id)
            return invalid(request, form, article_id)
        comment = post(article_id, form.words(), sent_by(request, form))
    except ArticleGone:
        return gone(request, form)
    except CommentsClosed:
        return closed(request, form, article_id)
    except CannotAnswer as error:
        return unanswerable(request, form, article_id, str(error))
    except TooFast as error:
        return too_fast(request, form, article_id, error)
    except WorthAPause:
        return pause(request, form, article_id)
    return HttpResponseRedirect(comment.receipt_url(), status=303, headers={"Cache-Control": "no-store"})


def asked_order(request: HttpRequest) -> Order:
    """The order in `?xep=`, the newest first without one. Raises Http404 for what is no order."""
    try:
        return Order(request.GET.get("xep", Order.NEWEST))
    except ValueError as error:
        raise Http404 from error


def asked_page(request: HttpRequest, article: Article, order: Order) -> tuple[ThreadPage, bool]:
    """The page after the key in `?truoc=`, and whether there is one. Raises Http404 for what is no key, or leads nowhere."""
    raw = request.GET.get("truoc")
    try:
        page = page_of_threads(article, order, None if raw is None else key_in(raw, order))
    except BadKey as error:
        raise Http404 from error
    if raw is not None and not page.threads:
        raise Http404
    return page, raw is not None
