"""Where a reader's browser tells that an article is being read."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from news.reads import counting


@csrf_exempt  # there is no cookie to abuse; news/origins.py turns other sites' pages away
@never_cache
@require_POST
def read(request: HttpRequest, pk: int) -> HttpResponse:
    """204, whether it counted or not: a forger learns nothing. What was sent is not looked at; no query."""
    counting.count(request, pk)
    return HttpResponse(status=204)
