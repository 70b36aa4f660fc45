"""How comments are taken in the whole paper and in its sections: a clear state, one click to end, and the “breaking news” switch."""

from collections.abc import Iterable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from comments.admin.returning import asked_next, to
from comments.admin.switch_forms import WideSwitchForm
from comments.models import CommentSwitch, SwitchScope
from comments.moderation.errors import NotAllowed
from comments.moderation.switches import keeping
from news.desk.pages import page, person, staff
from news.models import SiteSettings, User

ENDED = 20  # of the switches that have ended are told
LIVE = 200  # more at once nobody turns on

Row = tuple[CommentSwitch, bool]  # with whether the person may end it


@require_http_methods(["GET", "HEAD", "POST"])
@staff
def everywhere(request: HttpRequest) -> HttpResponse:
    """What holds where; POST turns a switch on for the paper or a section. 422 for a form that was answered wrongly."""
    require_reader(person(request))
    sent = request.method == "POST"
    form = WideSwitchForm(request.POST if sent else None)
    if not sent or not form.is_valid():
        return _page(request, form, 422 if sent else 200)
    switch = keeping.switch_on(form.wanted(section=form.cleaned_data["section"]), person(request))
    messages.success(request, _("Đã bật: %(switch)s.") % {"switch": switch})
    return to(reverse("comments_desk:switches"))


@require_POST
@staff
def off(request: HttpRequest, pk: int) -> HttpResponse:
    """End a switch, and back; pressed twice it is ended once. Raises NotAllowed."""
    require_reader(person(request))
    switch = get_object_or_404(CommentSwitch.objects.for_desk(), pk=pk)
    keeping.switch_off(switch, person(request))
    messages.success(request, _("Đã tắt: %(switch)s.") % {"switch": switch})
    return to(asked_next(request) or reverse("comments_desk:switches"))


def require_reader(by: User) -> None:
    """Raises NotAllowed unless the person turns switches at least under articles."""
    if not by.has_perm("comments.add_commentswitch"):
        raise NotAllowed(_("Bạn không có quyền đóng, giãn nhịp bình luận."))


def rows_for(by: User, switches: Iterable[CommentSwitch]) -> list[Row]:
    """Each switch with whether the person may end it."""
    return [(switch, keeping.may(switch.article, switch.section, by)) for switch in switches]


def _may_know(switch: CommentSwitch, is_theirs: bool) -> bool:
    """Whether the person may read the article's headline: it is theirs to switch, or readers know it."""
    article = switch.article
    return is_theirs or bool(article and (article.is_live() or article.is_gone()))


def _page(request: HttpRequest, form: WideSwitchForm, status: int = 200) -> HttpResponse:
    now, by = timezone.now(), person(request)
    known = CommentSwitch.objects.for_desk().newest_first()
    live = rows_for(by, known.live(now)[:LIVE])
    wide = [row for row in live if row[0].scope == SwitchScope.SITE]
    context = {
        "title": _("Nhận bình luận"),
        "form": form,
        "paper": SiteSettings.objects.current(),
        "wide": wide,
        "sections": [row for row in live if row[0].scope == SwitchScope.SECTION],
        "articles": [row for row in live if row[0].scope == SwitchScope.ARTICLE and _may_know(*row)],
        "ended": list(known.exclude(pk__in=[row[0].pk for row in live])[:ENDED]),
        "may_switch": by.has_perm("comments.switch_everywhere"),
    }
    return page(request, "comments/desk/switches.html", status, **context)
