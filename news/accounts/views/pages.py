"""What pages of accounts have in common."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from news.accounts.throttle import TooManyTries
from news.desk.pages import page

WRONG_PASSWORD = _("Mật khẩu chưa đúng.")


def wait(
    request: HttpRequest, template: str, error: TooManyTries, form: forms.BaseForm, **context: Any
) -> HttpResponse:
    """429 with the form as it was, and how long to wait, for people and for programs."""
    form.add_error(None, str(error))
    response = page(request, template, 429, form=form, **context)
    response["Retry-After"] = str(error.seconds)
    return response
