"""What can be done to several articles at once. Each article is asked for itself; what was refused is said, with the reason."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from news import editing, lifecycle
from news.desk.forms import ReasonForm, SectionForm
from news.desk.pages import page, person
from news.models import Article, Section

REASONS_TOLD = 5  # of refusals; more would push the list off the screen

Act = Callable[[Article], object]


@admin.action(description=gettext_lazy("Gửi duyệt"))
def hand_in(desk: Any, request: HttpRequest, queryset: Any) -> None:
    """Ask for review."""
    do_each(request, queryset, lambda article: lifecycle.hand_in(article, person(request)), _("gửi duyệt"))


@admin.action(description=gettext_lazy("Đăng ngay"))
def publish(desk: Any, request: HttpRequest, queryset: Any) -> None:
    """Show to readers."""
    do_each(request, queryset, lambda article: lifecycle.publish(article, person(request)), _("đăng"))


@admin.action(description=gettext_lazy("Gỡ bài…"))
def withdraw(desk: Any, request: HttpRequest, queryset: Any) -> HttpResponse | None:
    """Take from readers, for a reason that is asked first."""
    form = ReasonForm(request.POST if "confirmed" in request.POST else None)
    if not form.is_valid():
        return ask(request, queryset, "withdraw", _("Gỡ bài"), form)
    reason = form.cleaned_data["reason"]
    do_each(request, queryset, lambda article: lifecycle.withdraw(article, person(request), reason), _("gỡ"))
    return None


@admin.action(description=gettext_lazy("Chuyển mục…"))
def move(desk: Any, request: HttpRequest, queryset: Any) -> HttpResponse | None:
    """Move to a section that is asked first."""
    form = SectionForm(request.POST if "confirmed" in request.POST else None)
    if not form.is_valid():
        return ask(request, queryset, "move", _("Chuyển mục"), form)
    section: Section = form.cleaned_data["section"]
    do_each(request, queryset, lambda article: editing.move_to(article, person(request), section), _("chuyển mục"))
    return None


def ask(request: HttpRequest, queryset: Any, action: str, title: str, form: forms.Form) -> HttpResponse:
    """The question before the act: which articles, and the form (422 if it was answered wrongly)."""
    context = {"title": title, "action": action, "form": form, "articles": list(queryset)}
    status = 422 if form.is_bound else 200
    return page(request, "news/desk/several.html", status, checkbox=ACTION_CHECKBOX_NAME, **context)


def do_each(request: HttpRequest, queryset: Any, act: Act, what: str) -> None:
    """Do it to each article by itself, then say what was done and what was not."""
    done, refused = 0, []
    for article in queryset:
        try:
            act(article)
            done += 1
        except (lifecycle.NotAllowed, lifecycle.WrongState, lifecycle.NotReady) as error:
            refused.append(f"“{article.headline}”: {error}")
    if done:
        messages.success(request, _("Đã %(what)s %(count)d bài.") % {"what": what, "count": done})
    for sentence in refused[:REASONS_TOLD]:
        messages.warning(request, sentence)
    if len(refused) > REASONS_TOLD:
        others = len(refused) - REASONS_TOLD
        messages.warning(request, _("Và %(count)d bài nữa không %(what)s được.") % {"what": what, "count": others})
