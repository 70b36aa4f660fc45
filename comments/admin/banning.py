"""Banning from a comment: what will happen, in numbers and examples, and the button that says so. The “B” key leads here."""

from uuid import uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from comments.admin.ban_form import BanForm
from comments.admin.returning import asked_next, to
from comments.models import Ban, Comment
from comments.models.decisions import UNDO_WINDOW
from comments.moderation.bans import counting, keeping, sweeping
from comments.moderation.bans.counting import Count, count
from news.desk.bulk import key_of
from news.desk.pages import page, person, staff
from news.ids import id_in
from news.models import Outcome


@require_http_methods(["GET", "HEAD", "POST"])
@staff
def ban(request: HttpRequest) -> HttpResponse:
    """The form for the comment `?binh-luan=`; count, or do what was counted, and go back to `next`.

    Without a comment to the list of bans. 422 with the form if it was answered wrongly, 409 with the new numbers if they are
    not those that the person has seen.
    """
    keeping.require(person(request), "add")
    if "binh-luan" not in request.GET:
        return to(reverse("comments_desk:bans"))
    known = Comment.objects.select_related("article", "parent")
    comment = get_object_or_404(known, pk=id_in(request.GET["binh-luan"]) or 0)
    if request.method != "POST":
        return _question(request, BanForm(comment))
    if done := Ban.objects.filter(key=key_of(request), by=person(request)).first():
        return _after(request, done)
    form = BanForm(comment, request.POST)
    if not form.is_valid():
        return _question(request, form, 422)
    if "do" not in request.POST:
        return _question(request, form)
    counted = _counted(form)
    if counted.mark != request.POST.get("mark"):
        return _question(request, form, 409)
    wanted = form.wanted(counted.pks, timezone.now())
    return _after(request, keeping.ban(wanted, person(request), key_of(request)))


def _question(request: HttpRequest, form: BanForm, status: int = 200) -> HttpResponse:
    """The page: the comment, the form, the numbers, and a button that names them."""
    context = {
        "title": _("Cấm người gửi bình luận"),
        "comment": form.comment,
        "form": form,
        "counted": _counted(form),
        "most": counting.MOST,
        "undo_days": UNDO_WINDOW.days,
        "key": uuid4(),
        "next": asked_next(request),
        "changed": status == 409,
        "live": Ban.objects.live(timezone.now()).on(**keeping.keys_of(form.known)).select_related("by")[:10],
    }
    return page(request, "comments/desk/ban_form.html", status, **context)


def _counted(form: BanForm) -> Count:
    sweep = form.cleaned_data["sweep"] if form.is_bound and form.is_valid() else counting.THIS
    return count(form.comment, form.person(), sweep, timezone.now())


def _after(request: HttpRequest, made: Ban) -> HttpResponse:
    """Back, told what was done, with the way back; to the ban itself while the worker is at it."""
    if sweeping.left(made):
        return to(reverse("comments_desk:one_ban", args=[made.pk]))
    back = asked_next(request) or reverse("admin:comments_comment_changelist")
    done = made.swept.filter(outcome=Outcome.DONE).count()
    context = {"ban": made, "done": done, "next": back}
    messages.success(request, render_to_string("comments/desk/ban_done.html", context, request))
    return to(back)
