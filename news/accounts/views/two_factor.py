"""Setting up the second factor, new recovery codes, turning it off."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST
from django_otp import login as note_device

from news.accounts import sessions, signing_in, throttle, two_factor
from news.accounts.forms import CodeForm, ConfirmForm
from news.accounts.views.pages import WRONG_PASSWORD, wait
from news.desk.pages import page, person, staff

KEY = "two_factor_key"  # in the session, until a first code has shown that the telephone has it
SET_UP, MANAGE, CODES = (f"news/accounts/{name}.html" for name in ("two_factor_set_up", "two_factor", "recovery_codes"))


@sensitive_post_parameters("code")
@staff
def two_factor_page(request: HttpRequest) -> HttpResponse:
    """The set-up page; for those who have a second factor what they can do with it."""
    if two_factor.device_of(person(request)):
        return page(request, MANAGE, form=ConfirmForm(), **about(request))
    key = request.session.setdefault(KEY, two_factor.new_key())
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        code = "".join(form.cleaned_data["code"].split())
        codes = two_factor.turn_on(person(request), key, code)
        if codes is not None:
            return turned_on(request, codes)
        form.add_error("code", _("Mã chưa đúng. Hãy xem đồng hồ của điện thoại và nhập mã mới nhất."))
    context: dict[str, Any] = {
        "title": _("Bật xác thực hai lớp"),
        "picture": mark_safe(two_factor.picture(person(request), key)),  # noqa: S308 (drawn by segno, no text in it)
        "key": two_factor.key_in_letters(key),
        "required": two_factor.is_missing(person(request)),
    }
    return page(request, SET_UP, 422 if form.errors else 200, form=form, **context)


def turned_on(request: HttpRequest, codes: list[str]) -> HttpResponse:
    """The recovery codes, for the only time; sessions that showed no second factor end."""
    del request.session[KEY]
    note_device(request, two_factor.device_of(person(request)))  # type: ignore[no-untyped-call]
    sessions.end_others(request, person(request))
    return show_codes(request, codes)


def show_codes(request: HttpRequest, codes: list[str]) -> HttpResponse:
    """The recovery codes, to print, to copy, to keep as a file."""
    return page(request, CODES, codes=codes, title=_("Mã dự phòng"))


@require_POST
@sensitive_post_parameters("password")
@staff
def new_codes(request: HttpRequest) -> HttpResponse:
    """Ten new codes."""
    return with_password(request, lambda: show_codes(request, two_factor.make_new_codes(person(request))))


@require_POST
@sensitive_post_parameters("password")
@staff
def off(request: HttpRequest) -> HttpResponse:
    """The password alone from now on, where the paper allows it."""
    if settings.TWO_FACTOR_REQUIRED and person(request).has_perm("news.publish_article"):
        raise PermissionDenied(_("Tòa soạn yêu cầu người được đăng bài dùng xác thực hai lớp."))

    def turn_off() -> HttpResponse:
        two_factor.turn_off(person(request))
        messages.success(request, _("Đã tắt xác thực hai lớp."))
        return redirect("desk:account")

    return with_password(request, turn_off)


def with_password(request: HttpRequest, act: Callable[[], HttpResponse]) -> HttpResponse:
    """Do it if the password is right; else the page with the error (422, 429)."""
    if not two_factor.device_of(person(request)):
        return redirect("desk:two_factor")
    form = ConfirmForm(request.POST)
    if not form.is_valid():
        return page(request, MANAGE, 422, form=form, **about(request))
    try:
        signing_in.confirm(request, person(request), form.cleaned_data["password"])
    except throttle.TooManyTries as error:
        return wait(request, MANAGE, error, form, **about(request))
    except signing_in.Refused:
        form.add_error("password", WRONG_PASSWORD)
        return page(request, MANAGE, 422, form=form, **about(request))
    return act()


def about(request: HttpRequest) -> dict[str, Any]:
    """What the page shows beside its form."""
    must = settings.TWO_FACTOR_REQUIRED and person(request).has_perm("news.publish_article")
    return {
        "title": _("Xác thực hai lớp"),
        "codes_left": two_factor.codes_left(person(request)),
        "may_turn_off": not must,
    }
