"""The article page."""

from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render

from news.models import Article, ArticleAuthor
from news.views.public import public

IN_SAME_SECTION = 6  # headlines beside the article


@public
def article(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The article with that id. A wrong or old address redirects to the right one, query string and all."""
    article = readable_article(pk)
    if article is None:
        return render(request, "410.html", status=410)
    if request.path != article.get_absolute_url():
        return HttpResponsePermanentRedirect(with_query(article.get_absolute_url(), request))
    context = {"article": article, "bylines": article.bylines.all(), "related": same_section(article)}
    return render(request, "news/article.html", context)


def readable_article(pk: int) -> Article | None:
    """The article if readers may see it now; None if they may no longer. Raises Http404 if they never could."""
    article = (
        Article.objects.select_related("section__parent", "lead_photo")
        .prefetch_related(Prefetch("bylines", ArticleAuthor.objects.select_related("author")), "tags")
        .defer("search_text")
        .filter(pk=pk)
        .first()
    )
    if article is None or not (article.is_live() or article.is_gone()):
        raise Http404
    return article if article.is_live() else None


def same_section(article: Article) -> list[Article]:
    """The newest others of the article's own section."""
    others = Article.objects.live().filter(section=article.section_id).exclude(pk=article.pk)
    return list(others.newest_first().for_lists()[:IN_SAME_SECTION])


def with_query(address: str, request: HttpRequest) -> str:
    """The address with the query string that came with the request."""
    query = request.META.get("QUERY_STRING", "")
    return f"{address}?{query}" if query else address
