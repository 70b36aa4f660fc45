"""Made-up articles for trying scale."""

from datetime import timedelta

import pytest
from django.utils import timezone

from news.demo import archive, edition
from news.models import Article
from tests.databases import once
from tests.news.demo.drawings import plain_drawings

pytestmark = [pytest.mark.django_db, once]


@pytest.fixture(autouse=True)
def _demo_edition(db):
    edition.load(timezone.now(), [].append, plain_drawings)


def extend(total: int) -> list[Article]:
    return [article for batch in archive.extend(total, timezone.now()) for article in batch]


def test_the_archive_is_filled_up_to_the_wanted_total():
    assert len(extend(30)) == 30
    assert len(extend(50)) == 20
    assert Article.objects.filter(import_digest=archive.MARK).count() == 50


def test_an_archive_that_is_large_enough_stays_as_it_is():
    extend(30)
    assert extend(30) == []
    assert extend(10) == []
    assert Article.objects.filter(import_digest=archive.MARK).count() == 30


def test_large_archives_come_in_batches(monkeypatch):
    monkeypatch.setattr(archive, "BATCH", 20)
    assert [len(batch) for batch in archive.extend(50, timezone.now())] == [20, 20, 10]


def test_made_articles_are_live_and_older_than_the_edition():
    now = timezone.now()
    extend(40)
    made = Article.objects.live().filter(import_digest=archive.MARK)
    assert made.count() == 40
    assert not made.filter(published_at__gt=now - timedelta(days=9)).exists()
    assert made.newest_first()[0].published_at - made.newest_first().reverse()[0].published_at > timedelta(days=4 * 365)


def test_a_made_article_is_what_a_save_would_have_made_of_it():
    for article in extend(40):
        fields = (article.headline, article.standfirst, article.body, article.slug, article.search_text)
        article.slug = ""
        article.first_published_at = None
        article.prepare()
        assert (article.headline, article.standfirst, article.body, article.slug, article.search_text) == fields


def test_a_made_article_has_an_author_and_a_topic():
    for article in extend(20):
        assert article.authors.count() == 1
        assert article.tags.count() == 1


def test_made_articles_differ():
    assert len({article.headline for article in extend(60)}) > 30
