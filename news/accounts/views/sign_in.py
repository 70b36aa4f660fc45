"""Signing in, in one step or two. Between them there is no session: the first step's result travels in the form."""

from typing import Any

from django.contrib import messages
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django_otp.plugins.otp_totp.models import TOTPDevice

from news.accounts import browsers, mail, signing_in, throttle, two_factor
from news.accounts.forms import CodeForm, SignInForm
from news.accounts.views.pages import wait
from news.desk.pages import page
from news.models import User

FIRST, SECOND = "news/accounts/sign_in.html", "news/accounts/second_step.html"


@never_cache
@sensitive_post_parameters("password")
def sign_in(request: HttpRequest) -> HttpResponse:
    """Name and password: to the desk, to the second step, or back to the form (422, 429)."""
    context = about(request)
    if request.method != "POST":
        if getattr(request.user, "is_staff", False):
            return redirect(context["next"])
        return page(request, FIRST, form=SignInForm(), **context)
    form = SignInForm(request.POST)
    if not form.is_valid():
        return page(request, FIRST, 422, form=form, **context)
    try:
        person = signing_in.check_password(request, **form.cleaned_data)
    except throttle.TooManyTries as error:
        return wait(request, FIRST, error, form, **context)
    except signing_in.Refused:
        form.add_error(None, _("Tên đăng nhập hoặc mật khẩu chưa đúng. Chữ hoa và chữ thường khác nhau."))
        return page(request, FIRST, 422, form=form, **context)
    if two_factor.device_of(person):
        return page(request, SECOND, form=CodeForm(), ticket=signing_in.ticket_for(person), **context)
    return let_in(request, person, None)


@never_cache
@sensitive_post_parameters("code", "ticket")
def second_step(request: HttpRequest) -> HttpResponse:
    """The code: to the desk, or back to the form (422, 429); to the first step when that is too long ago."""
    if request.method != "POST":
        return redirect("desk:login")
    ticket = request.POST.get("ticket", "")
    context = {**about(request), "ticket": ticket}
    form = CodeForm(request.POST)
    try:
        person = signing_in.holder_of(ticket)
        if not form.is_valid():
            return page(request, SECOND, 422, form=form, **context)
        device = signing_in.check_code(request, person, form.cleaned_data["code"])
    except signing_in.TooLate:
        messages.error(request, _("Bước này đã quá hạn, hãy đăng nhập lại từ đầu."))
        return redirect("desk:login")
    except throttle.TooManyTries as error:
        return wait(request, SECOND, error, form, **context)
    except signing_in.Refused:
        form.add_error("code", _("Mã chưa đúng hoặc đã dùng rồi. Hãy nhập mã mới nhất trong ứng dụng."))
        return page(request, SECOND, 422, form=form, **context)
    return let_in(request, person, device)


def let_in(request: HttpRequest, person: User, device: TOTPDevice | None) -> HttpResponse:
    """To where the person wanted to go; the browser is known from now on."""
    signing_in.enter(request, person, device)
    response = redirect(wanted(request))
    browsers.remember(request, response, person)
    return response


def about(request: HttpRequest) -> dict[str, Any]:
    """What both steps show."""
    return {"title": _("Đăng nhập"), "next": wanted(request), "mail": mail.is_set_up()}


def wanted(request: HttpRequest) -> str:
    """The page that led here, if it is one of ours; else the desk."""
    address = request.POST.get(REDIRECT_FIELD_NAME) or request.GET.get(REDIRECT_FIELD_NAME) or ""
    ours = url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=request.is_secure())
    return address if ours else resolve_url("admin:index")
