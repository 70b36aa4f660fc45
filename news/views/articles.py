"""The article page."""

from typing import TYPE_CHECKING, TypedDict, cast

from django.db.models import Exists, OuterRef, Prefetch
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render

from news import corrections, navigation
from news.models import Article, ArticleAuthor, Correction
from news.navigation import Branch
from news.newest import newest_of_each
from news.under_article import extras_of, with_extras_noted
from news.views.public import public

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

RELATED = 6  # headlines beside the article


class Corrected(TypedDict):
    """Whether there is anything to ask about: most articles never need a correction, and none pays for them."""

    corrected: bool


@public
def article(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The article with that id. A wrong or old address redirects to the right one, query string and all."""
    article = readable_article(pk)
    if article is None:
        return render(request, "410.html", status=410)
    if request.path != article.get_absolute_url():
        return HttpResponsePermanentRedirect(with_query(article.get_absolute_url(), request))
    branches = navigation.branches()
    context = {
        "article": article,
        "bylines": article.bylines.all(),
        "corrections": corrections.of(article) if article.corrected else [],
        "branches": branches,
        "branch": own_branch(article, branches),
        **extras_of(article),
        "related": same_branch(article, own_branch(article, branches)),
    }
    return render(request, "news/article.html", context)


def readable_article(pk: int) -> "WithAnnotations[Article, Corrected] | None":
    """The article if readers may see it now; None if they may no longer. Raises Http404 if they never could."""
    corrected = Correction.objects.shown().filter(article=OuterRef("pk"))
    article = (
        with_extras_noted(Article.objects.select_related("section__parent", "lead_photo"))
        .prefetch_related(Prefetch("bylines", ArticleAuthor.objects.select_related("author")), "tags")
        .annotate(corrected=Exists(corrected))
        .defer("search_text")
        .filter(pk=pk)
        .first()
    )
    if article is None or not (article.is_live() or article.is_gone()):
        raise Http404
    return cast("WithAnnotations[Article, Corrected]", article) if article.is_live() else None


def own_branch(article: Article, branches: list[Branch]) -> Branch:
    """The branch of the navigation to which the article's section belongs."""
    top = article.section.parent_id or article.section_id
    return next(branch for branch in branches if branch.section.pk == top)


def same_branch(article: Article, branch: Branch) -> list[Article]:
    """The newest others of the article's section and its neighbours."""
    others = Article.objects.live().exclude(pk=article.pk)
    parts = [others.filter(section=section) for section in branch.all()]
    return list(newest_of_each(parts, RELATED).for_lists()[:RELATED])


def with_query(address: str, request: HttpRequest) -> str:
    """The address with the query string that came with the request."""
    query = request.META.get("QUERY_STRING", "")
    return f"{address}?{query}" if query else address
