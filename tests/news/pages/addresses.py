"""Where a reader can go, for tests that ask something of every page."""

from django.urls import reverse
from django.utils.http import urlencode

from news.models import Article, Author, Section, Tag
from news.vietnamese.dates import VIETNAM


def list_urls() -> list[str]:
    """Every page and file that lists articles, for what is in the database now, live or not."""
    urls = [reverse(f"news:{name}") for name in ("front", "feed", "sitemap", "sitemap_lists", "archive", "search")]
    urls += [reverse("news:corrections"), reverse("news:corrections_feed")]
    urls.append(reverse("news:sitemap_articles", args=[1]))
    urls += [item.get_absolute_url() for model in (Tag, Author) for item in model.objects.all()]
    for section in Section.objects.select_related("parent"):
        urls.append(section.get_absolute_url())
        if section.parent is None:
            urls.append(reverse("news:section_feed", args=[section.slug]))
    for article in Article.objects.all():
        urls.append(reverse("news:search") + "?" + urlencode({"q": article.headline}))
        if article.published_at:
            urls.append(archive_url(article))
    return urls


def article_urls() -> list[str]:
    """The address of every article, live or not, and a wrong one that has its id."""
    articles = Article.objects.all()
    return [url for each in articles for url in (each.get_absolute_url(), f"/dia-chi-sai-{each.pk}.html")]


def every_public_url() -> list[str]:
    """Every address that a reader could try, for what is in the database now, live or not."""
    small_files = [reverse("news:robots"), reverse("news:manifest"), reverse("news:favicon")]
    return list_urls() + article_urls() + small_files


def pages() -> list[str]:
    """The addresses of every_public_url that answer with a page of HTML, if all articles are live."""
    return [url for url in every_public_url() if url.endswith("/") or "?" in url or ".html" in url]


def archive_url(article: Article) -> str:
    """The archive page of the day on which the article is published in Vietnam."""
    day = article.published_at.astimezone(VIETNAM)
    return reverse("news:archive_day", args=[f"{day:%Y}", f"{day:%m}", f"{day:%d}"])
