"""Reporting a comment: a page with a form, or the same form in a dialog, whose script asks for JSON."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from comments.addresses import visitor
from comments.forms import ReportForm
from comments.models import Comment
from comments.moderation.errors import TooOften
from comments.reporting import report as file_report
from comments.threads import lasting_place
from comments.views.about_one import about_one, unkept, wants_json
from news.origins import is_foreign
from news.views.public import finish

SENT = "xong"  # in the address after a report was taken in


@csrf_exempt  # public pages know no cookie that could be abused; news/origins.py turns other sites' forms away
@require_http_methods(["GET", "HEAD", "POST"])
@about_one
def report(request: HttpRequest, comment: Comment) -> HttpResponse:
    """GET: the form, or after it thanks. POST: a report."""
    if request.method == "POST":
        return send(request, comment)
    return finish(request, _page(request, comment, ReportForm(), sent=SENT in request.GET))


def send(request: HttpRequest, comment: Comment) -> HttpResponse:
    """303 to the thanks; or what was typed comes back with what stands in its way. A second report changes nothing."""
    if is_foreign(request):
        raise PermissionDenied
    form = ReportForm(request.POST)
    if not form.is_valid():
        return _refused(request, comment, form, 422)
    try:
        is_new = file_report(comment, form.why(), form.cleaned_data["words"], visitor(request))
    except TooOften as error:
        return _refused(request, comment, form, 429, str(error))
    if wants_json(request):
        thanks = _("Cảm ơn bạn. Người kiểm duyệt sẽ xem bình luận này.")
        before = _("Bạn đã báo cáo bình luận này rồi. Người kiểm duyệt sẽ xem.")
        return unkept(JsonResponse({"said": thanks if is_new else before}))
    address = f"{reverse('comments:report', args=[comment.pk])}?{SENT}"
    return unkept(HttpResponseRedirect(address, status=303))


def _refused(request: HttpRequest, comment: Comment, form: ReportForm, status: int, trouble: str = "") -> HttpResponse:
    if wants_json(request):
        wrong = " ".join(str(each) for errors in form.errors.values() for each in errors)
        return unkept(JsonResponse({"error": trouble or wrong}, status=status))
    return unkept(_page(request, comment, form, status, trouble=trouble))


def _page(request: HttpRequest, comment: Comment, form: ReportForm, status: int = 200, **facts: object) -> HttpResponse:
    context = {"comment": comment, "article": comment.article, "form": form, "place": lasting_place(comment), **facts}
    return render(request, "comments/report.html", context, status=status)
