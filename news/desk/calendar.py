"""The calendar of what comes when, and moving what waits for its minute."""

from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from news import lifecycle
from news.desk.calendar_days import MONTH, ONE_DAY, WEEK, days_of, moment_of, span_of
from news.desk.clashes import clash_warning
from news.desk.fields import DayField
from news.desk.forms import MomentField
from news.desk.pages import page, person, staff
from news.models import Article
from news.vietnamese import dates

KINDS = ((WEEK, gettext_lazy("Tuần")), (MONTH, gettext_lazy("Tháng")), (ONE_DAY, gettext_lazy("Ngày")))
NO_SUCH = gettext_lazy("Không có kiểu lịch này.")
MOVED = "calendar_moved"  # in the session until the next calendar tells it: article, where it was


class CalendarForm(forms.Form):
    """Which days are asked for."""

    kieu = forms.ChoiceField(choices=KINDS, required=False, error_messages={"invalid_choice": NO_SUCH})
    ngay = DayField()


class MoveForm(forms.Form):
    """Another day and time for a scheduled article."""

    at = MomentField(label=gettext_lazy("Đăng lúc"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["at"].help_text = _("Giờ Việt Nam.")
        self.fields["at"].widget = forms.SplitDateTimeWidget(
            date_attrs={"type": "date", "aria-label": _("Ngày")},
            time_attrs={"type": "time", "aria-label": _("Giờ")},
            date_format="%Y-%m-%d",  # what browsers send and understand
            time_format="%H:%M",
        )


@require_safe
@staff
def shown(request: HttpRequest) -> HttpResponse:
    """The week, month or day; 422 with this week for one that cannot be. Tells the last move and offers to undo it."""
    if not (request.user.has_perm("news.edit_any_article") or request.user.has_perm("news.change_article")):
        raise PermissionDenied(_("Bạn không có quyền xem lịch đăng."))
    form, today = CalendarForm(request.GET), timezone.localdate(timezone=dates.VIETNAM)
    valid = form.is_valid()
    kind, day = form.cleaned_data.get("kieu") or WEEK, form.cleaned_data.get("ngay") or today
    context = {
        "title": _("Lịch đăng"),
        "errors": [error for errors in form.errors.values() for error in errors],
        "kind": kind,
        "kinds": KINDS,
        "day": day,
        "today": today,
        "span": span_of(kind, day),
        "days": days_of(kind, day, person(request)),
        "moved": moved(request),
    }
    return page(request, "news/desk/calendar.html", 200 if valid else 422, **context)


@require_POST
@staff
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a scheduled article another time: back to its new day, or 422, 403, 409 with the sentence and what was typed.

    The calendar's script asks for JSON: the address to go to, or the sentence.
    """
    article = get_object_or_404(Article.objects.readable_by(person(request)), pk=pk)
    form, before, status = MoveForm(request.POST), article.published_at, 422
    if form.is_valid():
        try:
            lifecycle.reschedule(article, person(request), form.cleaned_data["at"])
        except lifecycle.NotAllowed as error:
            status = 403
            form.add_error(None, str(error))
        except lifecycle.WrongState as error:
            status = 409
            form.add_error(None, str(error))
        except lifecycle.NotReady as error:
            form.add_error(None, forms.ValidationError(list(error.missing)))
        else:
            return after_move(request, article, before)
    if wants_json(request):
        sentences = [str(error) for errors in form.errors.values() for error in errors]
        return JsonResponse({"error": " ".join(sentences)}, status=status)
    return page(request, "news/desk/reschedule.html", status, article=article, form=form, title=_("Đổi giờ đăng"))


def after_move(request: HttpRequest, article: Article, before: datetime | None) -> HttpResponse:
    """To the calendar on the article's new day, which tells the move."""
    kind = request.POST.get("kieu", "")
    kind = kind if kind in dict(KINDS) else WEEK
    address = f"{reverse('desk:calendar')}?kieu={kind}&ngay={moment_of(article):%Y-%m-%d}"
    undoes = "undo" in request.POST
    request.session[MOVED] = [article.pk, before.isoformat() if before and not undoes else ""]
    return JsonResponse({"to": address}) if wants_json(request) else redirect(address)


def moved(request: HttpRequest) -> dict[str, Any] | None:
    """The person's last move, told once: the article, where it was (None: that was undoing), with whom it clashes."""
    pk, before = request.session.pop(MOVED, (None, ""))
    article = Article.objects.readable_by(person(request)).filter(pk=pk).first() if pk else None
    if article is None:
        return None
    was = datetime.fromisoformat(before).astimezone(dates.VIETNAM) if before else None
    return {"article": article, "was": was, "clash": clash_warning(article)}


def wants_json(request: HttpRequest) -> bool:
    """Whether a script asks."""
    return request.headers.get("Accept") == "application/json"
