"""Answers to the desk's own scripts: always JSON, with a sentence for the person where something is refused."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate

from django.contrib import admin
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from news.desk.pages import Arguments, View, staff
from news.views.errors import form_refused


def for_scripts(view: Callable[Concatenate[HttpRequest, Arguments], HttpResponse]) -> View[Arguments]:
    """Make a view one that scripts post to: 401 for who is not signed in, 403 and 404 in words, no redirect."""

    @never_cache
    @require_POST
    @wraps(view)
    def answer(request: HttpRequest, /, *args: Arguments.args, **kwargs: Arguments.kwargs) -> HttpResponse:
        if not admin.site.has_permission(request):
            return refusal(_("Phiên làm việc đã hết. Hãy đăng nhập lại."), 401)
        try:
            return view(request, *args, **kwargs)
        except (Http404, ObjectDoesNotExist):
            return refusal(_("Không còn bài này, hoặc bạn không được mở."), 404)
        except PermissionDenied as error:
            return refusal(str(error), 403)

    return answer


def for_pages_and_scripts(view: Callable[Concatenate[HttpRequest, Arguments], HttpResponse]) -> View[Arguments]:
    """Make a view one that forms post to, with or without a script: each is answered in its own way."""
    of_pages, of_scripts = staff(view), for_scripts(view)

    @wraps(view)
    def answer(request: HttpRequest, /, *args: Arguments.args, **kwargs: Arguments.kwargs) -> HttpResponse:
        return (of_scripts if is_asked_by_script(request) else of_pages)(request, *args, **kwargs)

    return answer


def is_asked_by_script(request: HttpRequest) -> bool:
    """Whether one of the desk's scripts sent this and reads the answer."""
    return request.method == "POST" and request.headers.get("Accept") == "application/json"


def refusal(sentence: str, status: int, **more: object) -> JsonResponse:
    """An error in words."""
    return JsonResponse({"error": sentence, **more}, status=status)


def token_refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form with an old CSRF token; a script is told what to renew."""
    if request.headers.get("Accept") == "application/json":
        return refusal(_("Phiên làm việc đã đổi. Hãy thử lại."), 403, token=True)
    return form_refused(request, reason)
