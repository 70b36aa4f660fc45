"""What every page of the desk has in common."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, cast

from django.contrib import admin
from django.contrib.admin.views.decorators import staff_member_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from news.models import User

Arguments = ParamSpec("Arguments")
View = Callable[Concatenate[HttpRequest, Arguments], HttpResponse]


def staff(view: View[Arguments]) -> View[Arguments]:
    """Make a view a page of the desk: for people who are signed in, never cached; others are led to the log-in page."""

    @never_cache
    @staff_member_required(login_url="admin:login")  # type: ignore[untyped-decorator]
    @wraps(view)
    def answer(request: HttpRequest, /, *args: Arguments.args, **kwargs: Arguments.kwargs) -> HttpResponse:
        return view(request, *args, **kwargs)

    return answer


def person(request: HttpRequest) -> User:
    """Who is at the desk (behind `staff`, where nobody is anonymous)."""
    return cast(User, request.user)


def page(request: HttpRequest, template: str, status: int = 200, **context: Any) -> HttpResponse:
    """The template within the desk's frame."""
    return render(request, template, {**admin.site.each_context(request), **context}, status=status)
