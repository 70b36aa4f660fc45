"""Sitemaps (sitemaps.org): an index, one file of lists, and files of articles by ranges of ids.

A file belongs to a range of ids and not to a page of a list, so its cost does not grow with the archive, and an article
never wanders from one file to the next.
"""

from collections.abc import Iterable
from datetime import datetime
from xml.sax.saxutils import escape

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from news import navigation
from news.models import Article
from news.views.public import public

IDS_PER_FILE = 50_000  # the most addresses a file may have
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"

Entry = tuple[str, datetime | None]


@public
def index(request: HttpRequest) -> HttpResponse:
    """Where the files are."""
    addresses = [reverse("news:sitemap_lists")]
    addresses += [reverse("news:sitemap_articles", args=[number]) for number in range(1, last_file() + 1)]
    return sitemap(request, "sitemapindex", "sitemap", ((address, None) for address in addresses))


@public
def lists(request: HttpRequest) -> HttpResponse:
    """The front page, the corrections and the sections."""
    addresses = [reverse("news:front"), reverse("news:corrections")]
    addresses += [section.get_absolute_url() for branch in navigation.branches() for section in branch.all()]
    return sitemap(request, "urlset", "url", ((address, None) for address in addresses))


@public
def articles(request: HttpRequest, number: int) -> HttpResponse:
    """Live articles whose ids are in the file's range. Raises Http404 for a file that the index doesn't name."""
    if not 1 <= number <= last_file():
        raise Http404
    first = (number - 1) * IDS_PER_FILE + 1
    rows = Article.objects.live().filter(pk__gte=first, pk__lt=first + IDS_PER_FILE).order_by("pk")
    entries = (
        (reverse("news:article", args=[slug, pk]), updated or published)
        for pk, slug, updated, published in rows.values_list("pk", "slug", "updated_at", "published_at").iterator()
    )
    return sitemap(request, "urlset", "url", entries)


def last_file() -> int:
    """The number of the file with the newest article, live or not: one look at the end of the index; 0 without any."""
    newest = Article.objects.order_by("-pk").values_list("pk", flat=True).first()
    return -(-newest // IDS_PER_FILE) if newest else 0


def sitemap(request: HttpRequest, root: str, item: str, entries: Iterable[Entry]) -> HttpResponse:
    """The entries as XML, with absolute addresses."""
    site = request.build_absolute_uri("/")[:-1]
    lines = [f"<{item}><loc>{escape(site + address)}</loc>{_lastmod(moment)}</{item}>\n" for address, moment in entries]
    body = f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} xmlns="{NAMESPACE}">\n{"".join(lines)}</{root}>\n'
    return HttpResponse(body, content_type="application/xml; charset=utf-8")


def _lastmod(moment: datetime | None) -> str:
    return f"<lastmod>{moment.isoformat(timespec='seconds')}</lastmod>" if moment else ""
