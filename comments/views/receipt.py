"""The writer's own page: what became of a comment, and what its writer can do. Whoever holds its address may do all of it."""

from contextlib import suppress

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from comments import editing
from comments.articles import ArticleGone, NoSuchArticle
from comments.forms import EditForm, SecondLookForm
from comments.models import Comment
from comments.moderation import decisions
from comments.moderation import second_look as second_looks
from comments.moderation.errors import AlreadySo, CannotDecide, CommentsClosed, EditedSince, SaidAlready, TooFast
from comments.views import receipt_page as page
from news.origins import is_foreign

form_or_back = require_http_methods(["GET", "HEAD", "POST"])  # who reloads a form that came back is led to the receipt


@require_safe
def receipt(request: HttpRequest, token: str) -> HttpResponse:
    """What was written, its state in words, what happens next."""
    return page.show(request, comment_of(token))


@csrf_exempt  # no cookie to abuse: the secret is in the address, and only its holder can send this
@form_or_back
def edit(request: HttpRequest, token: str) -> HttpResponse:
    """Other words: 303 to the receipt, or what was typed comes back with what stands in its way."""
    comment = comment_of(token)
    if request.method != "POST":
        return back(comment)
    refuse_foreign(request)
    form = EditForm(request.POST)
    try:
        if not form.is_valid():
            editing.require_open(comment)
            return page.show(request, comment, 422, form=form)
        editing.edit(comment, form.cleaned_data["text"], form.cleaned_data["name"], form.edition())
    except TooFast as error:
        return page.too_fast(request, comment, form, error.retry_after)
    except SaidAlready as error:
        return page.show(request, comment, 422, form=form, trouble=str(error))
    except CannotDecide as error:
        newest = {"edition": comment.edition} if isinstance(error, EditedSince) else {"editable": False}
        return page.show(request, comment, 409, form=form, trouble=str(error), **newest)
    except (CommentsClosed, ArticleGone, NoSuchArticle):
        return page.show(request, comment, 409, form=form, trouble=page.CLOSED, editable=False)
    return back(comment)


@csrf_exempt  # as above
@form_or_back
def second_look(request: HttpRequest, token: str) -> HttpResponse:
    """Ask for another look; a second press changes nothing."""
    comment = comment_of(token)
    if request.method != "POST":
        return back(comment)
    refuse_foreign(request)
    form = SecondLookForm(request.POST)
    try:
        if not form.is_valid():
            second_looks.require_askable(comment)
            return page.show(request, comment, 422, plea=form)
        second_looks.ask(comment, form.cleaned_data["words"])
    except AlreadySo:
        return back(comment)
    except CannotDecide as error:
        return page.show(request, comment, 409, plea=form, trouble=str(error))
    return back(comment)


@csrf_exempt  # as above
@require_POST
def take_back(request: HttpRequest, token: str) -> HttpResponse:
    """Take the comment back, at any time; a second press changes nothing."""
    comment = comment_of(token)
    refuse_foreign(request)
    with suppress(AlreadySo):
        decisions.take_back(comment)
    return back(comment)


def comment_of(token: str) -> Comment:
    """The comment with all that its receipt tells. Raises Http404."""
    known = Comment.objects.select_related("article__discussion", "parent", "second_look")
    return get_object_or_404(known.defer("article__body", "article__search_text"), token=token)


def refuse_foreign(request: HttpRequest) -> None:
    """Raises PermissionDenied where the browser names another site.

    Our own receipt sends no referrer, so old browsers, without `Sec-Fetch-Site`, say `Origin: null` for it.
    """
    ours = request.headers.get("Origin", "").lower() == "null" and "Sec-Fetch-Site" not in request.headers
    if is_foreign(request) and not ours:
        raise PermissionDenied


def back(comment: Comment) -> HttpResponse:
    """To the receipt."""
    return page.private(HttpResponseRedirect(comment.receipt_url(), status=303))
