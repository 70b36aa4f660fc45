"""Where the queue's buttons and keys lead: a decision, an answer, the way back. With or without a script."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from comments.admin import acts
from comments.admin.moderating import require_moderator
from comments.desk.forms import AnswerForm
from comments.desk.queue import drawn, show
from comments.desk.scope import asked_scope
from comments.models import Comment, Decision, Reason
from comments.moderation import batches, decisions, newsroom_answers, reserving
from comments.moderation.decisions import How
from comments.moderation.editing import edition_in
from comments.moderation.errors import CannotDecide, EditedSince
from news.desk.answers import for_pages_and_scripts, is_asked_by_script, refusal
from news.ids import id_in
from news.models import User

Make = Callable[[Comment, User, Reason | None, How], Decision]

MAKE: dict[str, Make] = {
    acts.APPROVE.name: lambda c, by, why, how: decisions.approve(c, by, **how),
    acts.REJECT.name: lambda c, by, why, how: decisions.reject(c, by, why, **how),
    acts.SPAM.name: lambda c, by, why, how: decisions.mark_spam(c, by, **how),
    acts.FEATURE.name: lambda c, by, why, how: decisions.approve_featured(c, by, **how),
}
LOG = "nhat-ky"  # where a button of the log leads back to


@require_POST
@for_pages_and_scripts
def decide(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Decide about a comment of the queue; 409 in words where it is not any more what it was when it was read."""
    if name not in MAKE:
        raise Http404
    reason = acts.asked_reason(request.POST.get("reason"))
    how: How = {"read": asked_scope(request).queue.state}
    return _answered(request, pk, acts.ACTS[name].done, lambda comment, by: MAKE[name](comment, by, reason, how))


@require_POST
@for_pages_and_scripts
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the comment with the newsroom's answer; 422 beside the field for words that are none."""
    form = AnswerForm(request.POST)
    if not form.is_valid():
        sentence = " ".join(str(error) for errors in form.errors.values() for error in errors)
        if is_asked_by_script(request):
            return refusal(sentence, 422, field="text")
        wrong = {"first": id_in(str(pk)), "wrong": sentence, "typed": request.POST.get("text", "")}
        return show(request, asked_scope(request), 422, **wrong)
    text = form.cleaned_data["text"]
    return _answered(
        request,
        pk,
        _("Đã duyệt và trả lời"),
        lambda comment, by: newsroom_answers.answer(comment, text, by, asked_scope(request).queue.state),
    )


@require_POST
@for_pages_and_scripts
def undo(request: HttpRequest) -> HttpResponse:
    """Take back the decision that is named, else the person's last one, with all that was one act with it."""
    by = require_moderator(request)
    rows = Decision.objects.select_related("comment")
    number = id_in(request.POST.get("decision", ""))
    named = "decision" in request.POST
    decision = get_object_or_404(rows, pk=number) if named else rows.own(by.pk).standing().first()
    if decision is None:
        return _said(request, _("Bạn chưa có quyết định nào để hoàn tác."), 409)
    outcome = batches.undo(decision, by)
    if not outcome.comments:
        return _said(request, " ".join(dict.fromkeys(outcome.refused)), 409)
    sentence = _("Đã hoàn tác với %(whose)s.") % {"whose": acts.whose([one.name for one in _readers(outcome)])}
    return _said(request, " ".join([sentence, *outcome.refused[: acts.REFUSALS_TOLD]]), 200, _readers(outcome))


def _answered(request: HttpRequest, pk: int, done: Any, act: Callable[[Comment, User], Decision]) -> HttpResponse:
    """Do it, and say so in the way that was asked for. The comment comes as the page had it, so that it is read once."""
    by = require_moderator(request)
    comment = Comment(pk=pk, edition=edition_in(request.POST.get("lan", "")) or 0)  # where it doesn't say, the first
    try:
        decision = act(comment, by)
    except Comment.DoesNotExist:
        return _refused(request, pk, _("Bình luận này không còn nữa."))
    except CannotDecide as error:
        return _refused(request, pk, str(error), changed=isinstance(error, EditedSince))
    sentence = f"{done} {acts.whose([comment.name])}."
    if is_asked_by_script(request):
        return JsonResponse({"decision": decision.pk, "said": sentence})
    messages.success(request, with_undo(request, sentence, decision))
    return redirect(asked_scope(request).address())


def _refused(request: HttpRequest, pk: int, sentence: str, changed: bool = False) -> HttpResponse:
    """In words; words that have changed since they were read come along, to be read and decided."""
    if not is_asked_by_script(request):
        messages.warning(request, sentence)
        return redirect(asked_scope(request).address(**({"so": str(pk)} if changed else {})))
    anew = drawn(request, asked_scope(request), [pk]) if changed else []
    return refusal(sentence, 409, gone=not anew, cards=anew)


def _readers(outcome: batches.Outcome) -> list[Comment]:
    """The comments that wait again; an answer of the newsroom's that went is not one."""
    return [one for one in outcome.comments if not one.answered_by_id] or outcome.comments


def _said(request: HttpRequest, sentence: str, status: int, back: list[Comment] | None = None) -> HttpResponse:
    """What was undone, and with a script the few comments that come back to the page."""
    if not is_asked_by_script(request):
        (messages.success if status == 200 else messages.warning)(request, sentence)
        return redirect("queue:log" if request.POST.get("ve") == LOG else asked_scope(request).address())
    if status != 200:
        return refusal(sentence, status)
    ids = [one.pk for one in (back or [])[:1]]
    held = reserving.hold(ids, require_moderator(request))
    return JsonResponse({"said": sentence, "cards": drawn(request, asked_scope(request), held)})


def with_undo(request: HttpRequest, sentence: str, made: Decision) -> str:
    """The sentence, with a button that undoes all that was one act with the decision."""
    context = {"sentence": sentence, "made": made, "fields": asked_scope(request).fields()}
    return render_to_string("comments/queue/parts/done.html", context, request)
