"""An article as readers will see it, for those who may open it at the desk."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from news.desk.pages import staff
from news.desk.revisions import chosen, readable
from news.models import Article, ArticleAuthor, Author, Tag
from news.revisions import content as contents
from news.revisions import keeping
from news.revisions.content import Content


@staff
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """The public page as the newest revision makes it, or the one that `?ban=` names; dated now where it has no date yet."""
    article = readable(request, pk)
    named = request.GET.get("ban", "")
    content = keeping.content_of(chosen(article, named)) if named else keeping.newest_content(article)
    response = render(request, "news/article.html", page_of(article, content))
    response["X-Robots-Tag"] = "noindex"
    return response


def page_of(article: Article, content: Content) -> dict[str, Any]:
    """The context of the article page for a text that readers don't see."""
    shown = contents.onto(article, content)
    shown.published_at = shown.published_at or timezone.now()
    shown._prefetched_objects_cache = {"tags": Tag.objects.filter(pk__in=content.tags)}  # type: ignore[attr-defined]
    return {"article": shown, "bylines": bylines_of(content), "related": [], "preview": True}


def bylines_of(content: Content) -> list[ArticleAuthor]:
    """The byline in memory; authors who are gone are left out."""
    authors = Author.objects.in_bulk([byline.author for byline in content.bylines])
    return [ArticleAuthor(author=authors[author], role=role) for author, role in content.bylines if author in authors]
