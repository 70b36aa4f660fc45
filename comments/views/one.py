"""The lasting address of one comment: its thread, from the beginning or from there on; and the form to answer it."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from comments.articles import policy_of
from comments.forms import CommentForm
from comments.models import Comment
from comments.moderation.phases.comments_closed import CLOSED
from comments.orders import Order
from comments.threads import ThreadPage, lasting_place, thread_of
from comments.views.about_one import about_one
from news.views.public import public

# Who has just liked it without a script comes back here to see it: no cache may answer with what stood there before.
ASKED_EACH_TIME = "public, no-cache"


@public
@about_one
def one(request: HttpRequest, comment: Comment) -> HttpResponse:
    """The comment among the answers around it. The only page that tells how many like it, and only of this one."""
    try:
        thread = thread_of(comment)
    except Comment.DoesNotExist as error:
        raise Http404 from error
    open_for_new = policy_of(comment.article) not in CLOSED
    page = ThreadPage([thread], None, Order.NEWEST)
    context = {"article": comment.article, "comment": comment, "page": page, "thread": thread, "open": open_for_new}
    response = render(request, "comments/one.html", context)
    response["Cache-Control"] = ASKED_EACH_TIME
    return response


@public
@about_one
def answer(request: HttpRequest, comment: Comment) -> HttpResponse:
    """The form, with what it answers above it; back to the comment where none is taken any more."""
    if policy_of(comment.article) in CLOSED:
        return HttpResponseRedirect(lasting_place(comment))
    context = {"article": comment.article, "answered": comment, "form": CommentForm()}
    return render(request, "comments/answer.html", context)
