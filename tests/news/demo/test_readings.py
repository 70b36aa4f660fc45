"""Made-up readings of the demo edition."""

from datetime import timedelta

import pytest
from django.db.models import Sum
from django.utils import timezone

from news.demo import readings
from news.models import ArticleReads, ReadHour
from tests.factories import ArticleFactory, LiveArticleFactory

pytestmark = pytest.mark.django_db


def test_a_week_of_readings_is_there_once():
    now = timezone.now()
    articles = [LiveArticleFactory(published_at=now - timedelta(days=age)) for age in (9, 3)]
    assert readings.load(now) > 100
    assert readings.load(now) == 0
    assert 180 < ReadHour.objects.count() <= 8 * 24
    assert set(ArticleReads.objects.values_list("article", flat=True)) == {article.pk for article in articles}
    assert not articles[1].reads.filter(hour__lt=now - timedelta(days=3)).exists()
    whole = ReadHour.objects.aggregate(all=Sum("reads"))["all"]
    assert whole == ArticleReads.objects.aggregate(all=Sum("reads"))["all"]


def test_a_paper_without_live_articles_is_not_read():
    ArticleFactory()
    assert readings.load(timezone.now()) == 0
