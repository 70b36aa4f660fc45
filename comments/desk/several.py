"""Several comments at once: first how many and which, then one act, with one way back."""

from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from comments.admin import acts
from comments.admin.moderating import require_moderator
from comments.alike import LIKENESSES
from comments.desk.deciding import MAKE, with_undo
from comments.desk.queue import REASONS
from comments.desk.scope import Scope, asked_scope
from comments.models import Comment, State
from comments.moderation import batches, reserving
from comments.moderation.decisions import How
from comments.queues import QUEUES, Queue
from news.desk.pages import page, staff
from news.ids import id_in, ids_in
from news.models import User

CHOSEN = "chon"  # by their ticks in the list
EXAMPLES = 10
NAMES = (acts.APPROVE.name, acts.REJECT.name, acts.SPAM.name)  # featuring is for one at a time


@dataclass(frozen=True)
class Counted:
    """What an act would be about: at most MOST comments, oldest first, and what stays out."""

    comments: list[Comment]
    more: bool  # there are more than one act takes
    with_others: int  # that others have before them now
    state: State  # in which they were read

    @property
    def mark(self) -> str:
        """What was counted, in short: other comments or other words make another one."""
        told = ",".join(f"{one.pk}:{one.edition}" for one in self.comments)
        return sha256(told.encode()).hexdigest()[:32]


@require_http_methods(["GET", "HEAD", "POST"])
@staff
def several(request: HttpRequest) -> HttpResponse:
    """Count and show examples; by POST do it, if the count is still the same."""
    by, scope = require_moderator(request), asked_scope(request)
    counted, asked = _counted(request, by, scope.queue)
    if request.method != "POST":
        return _page(request, scope, counted, asked)
    name = request.POST.get("viec", "")
    if name not in NAMES:
        return _page(request, scope, counted, asked, 422, wrong=_("Hãy chọn việc cần làm."))
    if request.POST.get("dau") != counted.mark:
        return _page(
            request, scope, counted, asked, 409, wrong=_("Trong lúc bạn xem, số bình luận đã đổi. Hãy xem lại.")
        )
    return _done(request, scope, counted, name, by)


def _done(request: HttpRequest, scope: Scope, counted: Counted, name: str, by: User) -> HttpResponse:
    reason = acts.asked_reason(request.POST.get("reason"))
    outcome = batches.decide(
        counted.comments, lambda comment, batch: MAKE[name](comment, by, reason, How(read=counted.state, batch=batch))
    )
    if outcome.comments:
        sentence = f"{acts.ACTS[name].done} {acts.whose([one.name for one in outcome.comments])}."
        messages.success(request, with_undo(request, sentence, outcome.made[0]))
    acts.tell_refusals(request, outcome.refused)
    return redirect(scope.address())


def _counted(request: HttpRequest, by: User, queue: Queue) -> tuple[Counted, dict[str, Any]]:
    """What was asked for, and the fields that ask for it again. Raises Http404 for what nobody can ask."""
    sent = request.POST if request.method == "POST" else request.GET
    kind, waiting = sent.get("theo", ""), Comment.objects.waiting()
    if kind == CHOSEN:
        ids = ids_in(sent.getlist("so")[: batches.MOST])
        return _among(queue, ids, by), {"theo": kind, "so": ids, "label": _("Đã chọn trong danh sách")}
    number = id_in(sent.get("giong", ""))
    if kind not in LIKENESSES or number is None:
        raise Http404
    comment = get_object_or_404(Comment, pk=number)
    ids = LIKENESSES[kind].among(waiting, comment)
    return _among(QUEUES[0], ids, by), {"theo": kind, "giong": comment, "label": LIKENESSES[kind].label}


def _among(queue: Queue, ids: list[int], by: User) -> Counted:
    """Those that still wait, or are still reported, in the queue's order."""
    everything = QUEUES[0] if queue.state == State.WAITING else queue
    waiting = everything.comments().filter(pk__in=ids[: batches.MOST * 2])
    free = reserving.free_of_others(waiting, by).defer("opinions", "search_text")
    found = list(free[: batches.MOST + 1])
    return Counted(found[: batches.MOST], len(found) > batches.MOST, waiting.count() - free.count(), queue.state)


def _page(
    request: HttpRequest, scope: Scope, counted: Counted, asked: dict[str, Any], status: int = 200, wrong: str = ""
) -> HttpResponse:
    context = {"scope": scope, "counted": counted, "asked": asked, "wrong": wrong, "reasons": REASONS}
    context |= {"examples": counted.comments[:EXAMPLES], "rest": max(0, len(counted.comments) - EXAMPLES)}
    context |= {"works": [acts.ACTS[name] for name in NAMES], "chosen": request.POST.get("viec", "")}
    return page(request, "comments/queue/several.html", status, title=_("Xử lý nhiều bình luận"), **context)
