"""Two questions for whoever watches the process: is it alive, and can it serve?

Answered before hosts are checked and before any redirect to HTTPS: a probe comes by address, over plain HTTP.
"""

from collections.abc import Callable
from functools import cache

from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpRequest, JsonResponse
from django.http.response import HttpResponseBase
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


@require_safe
@never_cache
def alive(request: HttpRequest) -> JsonResponse:
    """200 as long as the process answers at all."""
    return JsonResponse({"status": "ok"})


@require_safe
@never_cache
def ready(request: HttpRequest) -> JsonResponse:
    """200 if the database answers and has all migrations, else 503 with the reason."""
    try:
        missing = migrations_in_the_code() - set(MigrationRecorder(connection).applied_migrations())
    except DatabaseError:
        return JsonResponse({"status": "unavailable", "reason": "database"}, status=503)
    if missing:
        return JsonResponse({"status": "unavailable", "reason": "migrations"}, status=503)
    return JsonResponse({"status": "ok"})


@cache
def migrations_in_the_code() -> frozenset[tuple[str, str]]:
    """Every migration that this process knows: read once, the code doesn't change while it runs."""
    return frozenset(MigrationLoader(None, ignore_no_migrations=True).disk_migrations)


ANSWERS: dict[str, Callable[[HttpRequest], HttpResponseBase]] = {"/healthz": alive, "/readyz": ready}


class HealthChecks:
    """Middleware that answers the two questions itself."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The state, or what lies behind."""
        return ANSWERS.get(request.path_info, self.get_response)(request)
