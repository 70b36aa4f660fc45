"""An article as readers will see it, for those who may open it at the desk."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from news.desk.pages import person, staff
from news.models import Article
from news.under_article import extras_of, with_extras_noted


@staff
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """The public page of an article in whatever state; its date is the moment of looking where it has none yet."""
    articles = Article.objects.readable_by(person(request)).select_related("section__parent", "lead_photo")
    article = get_object_or_404(with_extras_noted(articles).prefetch_related("bylines__author", "tags"), pk=pk)
    article.published_at = article.published_at or timezone.now()
    context = {"article": article, "bylines": article.bylines.all(), "related": [], "preview": True} | extras_of(
        article
    )
    response = render(request, "news/article.html", context)
    response["X-Robots-Tag"] = "noindex"
    return response
