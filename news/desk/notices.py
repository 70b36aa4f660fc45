"""“Tin báo”: what colleagues did that concerns the person, to read and to tick off."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from news import notices
from news.desk.pages import page, person, staff
from news.models import Notice
from news.paging import asked_key, cut

PER_PAGE = 30


@require_safe
@staff
def listed(request: HttpRequest) -> HttpResponse:
    """One page of the person's notices, the newest first."""
    own = Notice.objects.readable_by(person(request)).newest_first().for_lists()
    rows, older = cut(own, asked_key(request), PER_PAGE, "at")
    return page(request, "news/desk/notices.html", title=_("Tin báo"), rows=rows, older=older)


@require_POST
@staff
def tick_off(request: HttpRequest, pk: int) -> HttpResponse:
    """One was read; the button that opens its article leads there. 404 for what was told to others."""
    notice = Notice.objects.readable_by(person(request)).filter(pk=pk).first()
    if notice is None:
        raise Http404
    notices.tick_off(person(request), notice.pk)
    if "open" in request.POST:
        return redirect(notices.path_of(notice.article_id, notice.margin_note_id))
    return redirect("desk:notices")


@require_POST
@staff
def tick_off_all(request: HttpRequest) -> HttpResponse:
    """All were read."""
    if notices.tick_off(person(request)):
        messages.success(request, _("Đã đánh dấu đọc hết."))
    return redirect("desk:notices")
