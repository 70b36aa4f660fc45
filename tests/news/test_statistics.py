import pytest
from django.db import connection

from news import statistics
from tests.factories import LiveArticleFactory

ROWS_KNOWN = {
    "sqlite": "SELECT stat FROM sqlite_stat1 WHERE tbl = 'news_article' AND idx = 'article_newest'",
    "postgresql": "SELECT reltuples FROM pg_class WHERE relname = 'news_article'",
}


@pytest.mark.django_db
def test_the_planner_learns_how_many_articles_there_are():
    LiveArticleFactory.create_batch(7)
    statistics.refresh()
    with connection.cursor() as cursor:
        cursor.execute(ROWS_KNOWN[connection.vendor])
        known = str(cursor.fetchone()[0]).split()[0]
    assert float(known) == 7
