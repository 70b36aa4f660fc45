"""“Tài khoản của tôi”: name, address, password, second factor, sessions on one page."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from news import audit
from news.accounts import devices, sessions, signing_in, throttle, two_factor
from news.accounts.forms import NewPasswordForm, ProfileForm
from news.accounts.views.pages import WRONG_PASSWORD, wait
from news.desk.pages import page, person, staff
from news.models import User

ACCOUNT, PASSWORD = "news/accounts/own.html", "news/accounts/password.html"


@sensitive_post_parameters("password")
@staff
def account(request: HttpRequest) -> HttpResponse:
    """The page; a POST saves name and address."""
    somebody = User.objects.get(pk=person(request).pk)  # not the one that the frame greets, who keeps the old name
    form = ProfileForm(request.POST or None, instance=somebody)
    context = about(request)
    if request.method != "POST":
        return page(request, ACCOUNT, form=form, **context)
    try:
        if form.is_valid() and "email" in form.changed_data:
            signing_in.confirm(request, person(request), form.cleaned_data["password"])
    except throttle.TooManyTries as error:
        return wait(request, ACCOUNT, error, form, **context)
    except signing_in.Refused:
        form.add_error("password", WRONG_PASSWORD)
    if form.errors:
        return page(request, ACCOUNT, 422, form=form, **context)
    changed = [name for name in form.changed_data if name != "password"]
    if changed:
        somebody.save(update_fields=changed)
        audit.record("account.changed", somebody, somebody, fields=changed)
    messages.success(request, _("Đã lưu tài khoản."))
    return redirect("desk:account")


def about(request: HttpRequest) -> dict[str, Any]:
    """What the page shows beside its form."""
    rows = [
        {"session": one, "device": devices.in_words(one.agent), "here": one.session_key == request.session.session_key}
        for one in sessions.of(person(request))
    ]
    return {
        "title": _("Tài khoản của tôi"),
        "rows": rows,
        "device": two_factor.device_of(person(request)),
        "codes_left": two_factor.codes_left(person(request)),
    }


@sensitive_post_parameters()
@staff
def password(request: HttpRequest) -> HttpResponse:
    """A new password; every other session of the person ends."""
    form = NewPasswordForm(person(request), request.POST if request.method == "POST" else None)
    context: dict[str, Any] = {"title": _("Đổi mật khẩu")}
    if request.method != "POST":
        return page(request, PASSWORD, form=form, **context)
    try:
        signing_in.confirm(request, person(request), request.POST.get("old_password", ""))
    except throttle.TooManyTries as error:
        return wait(request, PASSWORD, error, form, **context)
    except signing_in.Refused:
        form.add_error("old_password", WRONG_PASSWORD)
    if not form.is_valid():
        return page(request, PASSWORD, 422, form=form, **context)
    somebody = form.save()
    audit.record("account.password_changed", somebody, somebody)
    sessions.end_others(request, somebody)
    sessions.renew(request, somebody)
    messages.success(request, _("Đã đổi mật khẩu. Các phiên khác của bạn đã đăng xuất."))
    return redirect("desk:account")


@require_POST
@staff
def end_session(request: HttpRequest, pk: int) -> HttpResponse:
    """Sign out there."""
    if not sessions.end(person(request), pk, by=person(request)):
        raise Http404
    messages.success(request, _("Đã đăng xuất ở đó."))
    return redirect("desk:account")


@require_POST
@staff
def end_other_sessions(request: HttpRequest) -> HttpResponse:
    """Sign out everywhere else."""
    sessions.end_others(request, person(request))
    messages.success(request, _("Đã đăng xuất ở mọi nơi khác."))
    return redirect("desk:account")
