"""A page costs the same few queries whatever the archive's size."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from news.models import Article, ArticleAuthor, Correction, State
from news.vietnamese.letters import fold
from tests.factories import CorrectionFactory
from tests.news.pages.addresses import archive_url

BUDGETS = {
    "/": 10,
    "/thoi-su/": 8,
    "/thoi-su/dan-sinh/": 8,
    "/chu-de/mua-lu/": 8,
    "/tac-gia/le-thu-mien/": 8,
    "archive": 8,
    "article": 8,
    "/tim-kiem/?q=ban+tin": 8,
    "/rss.xml": 8,
    "/thoi-su/rss.xml": 8,
    "/cai-chinh/": 4,
    "/cai-chinh/rss.xml": 4,
    "/sitemap.xml": 8,
    "/sitemap-muc.xml": 8,
    "/sitemap-bai-1.xml": 8,
    "/khong-co/": 4,
}


def fill(edition, number: int) -> None:
    """More live articles of the subsection, a minute apart, with author and topic."""
    start = timezone.now() - timedelta(days=3)
    made = Article.objects.bulk_create(
        Article(
            headline=f"Bản tin kho {count}",
            slug=f"ban-tin-kho-{count}",
            search_text=fold(f"Bản tin kho {count}"),
            standfirst="Một bản tin.",
            section=edition.subsection,
            state=State.PUBLISHED,
            published_at=start - timedelta(minutes=count),
            first_published_at=start - timedelta(minutes=count),
            lead_photo=edition.articles[0].lead_photo,
        )
        for count in range(number)
    )
    ArticleAuthor.objects.bulk_create(ArticleAuthor(article=each, author=edition.author) for each in made)
    Correction.objects.bulk_create(
        Correction(
            article=each,
            headline=each.headline,
            section="Dân sinh",
            published_at=each.published_at,
            was_false="Một.",
            what_is_right="Hai.",
            at=each.published_at,
        )
        for each in made
    )
    through = Article.tags.through
    through.objects.bulk_create(through(article=each, tag=edition.tag) for each in made)


def queries_of(client, url: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        client.get(url)
    return len(queries)


@pytest.fixture
def addresses(edition) -> dict[str, str]:
    first = edition.articles[0]
    named = {"archive": archive_url(first), "article": first.get_absolute_url()}
    return {name: named.get(name, name) for name in BUDGETS}


def test_every_page_keeps_its_budget_at_any_size(client, edition, addresses):
    small = {name: queries_of(client, url) for name, url in addresses.items()}
    fill(edition, 5_000)
    large = {name: queries_of(client, url) for name, url in addresses.items()}
    assert {name: count for name, count in large.items() if count > BUDGETS[name]} == {}
    assert {name: count for name, count in large.items() if count > small[name] + 1} == {}  # a list that was short


def test_corrections_cost_a_corrected_article_one_query_however_many(client, edition):
    article = edition.articles[0]
    before = queries_of(client, article.get_absolute_url())
    CorrectionFactory.create_batch(5, article=article)
    assert queries_of(client, article.get_absolute_url()) == before + 1


def test_the_newest_of_a_section_are_read_from_its_index(edition):
    """Every part of the front page's one query for all bands stops at its limit."""
    from news.navigation import branches
    from news.newest import newest_of_each

    fill(edition, 50)
    live = Article.objects.live()
    sections = [section for branch in branches() for section in branch.all()]
    plan = newest_of_each([live.filter(section=section) for section in sections], 5).explain()
    if connection.vendor == "sqlite":
        assert plan.count("article_newest_in_section") == len(sections)


def test_an_article_page_is_light(client, edition):
    answer = client.get(edition.articles[0].get_absolute_url(), headers={"accept-encoding": "gzip"})
    assert len(answer.content) < 15 * 1024
