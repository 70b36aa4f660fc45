"""RSS 2.0: the whole paper, and each section."""

from collections.abc import Iterable
from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Rss201rev2Feed

from news import navigation
from news.models import Article, SiteSettings
from news.views.lists import find_branch, page_of_sections
from news.views.public import public

IN_FEED = 30
NEVER = datetime(1970, 1, 1, tzinfo=UTC)


class Feed(Rss201rev2Feed):
    """RSS 2.0 that is the same bytes as long as nothing changes."""

    def latest_post_date(self) -> datetime:
        """The newest item's date; for an empty feed a fixed one, where Django would take the clock."""
        return super().latest_post_date() if self.items else NEVER


@public
def paper(request: HttpRequest) -> HttpResponse:
    """The newest articles of all sections."""
    paper = SiteSettings.objects.current()
    articles = Article.objects.live().newest_first().for_lists()[:IN_FEED]
    return feed(request, paper.name, reverse("news:front"), paper.motto or paper.name, articles)


@public
def section(request: HttpRequest, section: str) -> HttpResponse:
    """The newest articles of a top section and its subsections."""
    found = find_branch(navigation.branches(), section)
    title = f"{found.section.name} – {SiteSettings.objects.current().name}"
    articles = page_of_sections(found.all(), None).articles
    return feed(request, title, found.section.get_absolute_url(), found.section.description or title, articles)


def feed(request: HttpRequest, title: str, address: str, description: str, articles: Iterable[Article]) -> HttpResponse:
    """The articles as a feed. A reader's program knows an item by its id: the address changes with the slug."""
    rss = Feed(
        title=title,
        link=request.build_absolute_uri(address),
        description=description,
        language="vi",
        feed_url=request.build_absolute_uri(request.path),
    )
    for article in articles:
        rss.add_item(
            title=article.headline,
            link=request.build_absolute_uri(article.get_absolute_url()),
            description=article.standfirst,
            pubdate=article.published_at,
            categories=[article.section.name],
            unique_id=f"{request.get_host()}/{article.pk}",
            unique_id_is_permalink=False,
        )
    return answer(rss)


def answer(rss: Feed) -> HttpResponse:
    """The feed as it goes out."""
    return HttpResponse(rss.writeString("utf-8"), content_type="application/rss+xml; charset=utf-8")
