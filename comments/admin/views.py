"""Where the buttons beside a comment lead: by POST only, and back to where they were pressed."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from comments.admin import acts
from comments.models import Comment, Decision
from news.ids import id_in

UNDONE_AT_ONCE = 200  # the largest page of the list


@require_POST
def decide(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Press the button `name` of a comment."""
    if name not in acts.ACTS:
        raise Http404
    comment = get_object_or_404(Comment, pk=pk)
    acts.do(request, acts.ACTS[name], [comment], acts.asked_reason(request.POST.get(f"reason-{pk}")))
    return back(request)


@require_POST
def undo(request: HttpRequest) -> HttpResponse:
    """Take back the decisions named in the form."""
    asked = filter(None, map(id_in, request.POST.getlist("decision")[:UNDONE_AT_ONCE]))
    acts.undo(request, Decision.objects.filter(pk__in=asked).select_related("comment"))
    return back(request)


def back(request: HttpRequest) -> HttpResponse:
    """To the page on which the button stood; to the list if that is not known or not ours."""
    address = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(address, {request.get_host()}):
        address = reverse("admin:comments_comment_changelist")
    return HttpResponseRedirect(address, status=303)
