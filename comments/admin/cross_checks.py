"""A decided comment before the eyes of a second moderator, who isn't told what was decided."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from comments.admin.moderating import require_moderator
from comments.models import CrossCheck, Decision, State
from comments.moderation import agreement
from comments.moderation.errors import CannotDecide
from news.desk.pages import page, staff
from news.ids import id_in
from news.models import User


@require_http_methods(["GET", "HEAD", "POST"])
@staff
def cross_check(request: HttpRequest) -> HttpResponse:
    """The next comment that this person may look at; by POST what they would decide about it."""
    by = require_moderator(request)
    if request.method == "POST":
        return answered(request, by)
    context: dict[str, Any] = {"choices": agreement.CHOICES, "one_in": agreement.ONE_IN}
    decision = agreement.next_for(by, timezone.now())
    return page(request, "comments/desk/cross_check.html", title=_("Đối chiếu"), decision=decision, **context)


def answered(request: HttpRequest, by: User) -> HttpResponse:
    """Keep it, say whether both agree, and on to the next; what can't be kept is told. Raises NotAllowed."""
    decision = Decision.objects.filter(pk=id_in(request.POST.get("quyet-dinh", "")) or 0).first()
    state = next((state for state in agreement.CHOICES if state == request.POST.get("chon")), None)
    if decision is None or state is None:
        messages.error(request, _("Không rõ đối chiếu bình luận nào, hãy chọn lại."))
        return redirect("comments_desk:cross_check")
    try:
        messages.success(request, in_words(agreement.look_again(decision, by, state)))
    except CannotDecide as error:
        messages.warning(request, str(error))
    return redirect("comments_desk:cross_check")


def in_words(made: CrossCheck) -> str:
    """What the other one had decided."""
    told = {"before": made.decision.get_after_display(), "after": State(made.after).label}
    if made.after == made.decision.after:
        return _("Trùng ý: người trước cũng quyết “%(before)s”.") % told
    return _("Khác ý: người trước quyết “%(before)s”, bạn chọn “%(after)s”. Quyết định cũ vẫn giữ nguyên.") % told
