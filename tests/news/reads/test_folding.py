"""Hours become days when nobody asks for hours any more."""

from datetime import datetime, timedelta
from io import StringIO

import pytest
import time_machine
from django.core.management import call_command

from news.models import ArticleReads, ReadHour
from news.reads import storing
from news.reads.tally import Place
from news.vietnamese.dates import VIETNAM
from tests.factories import LiveArticleFactory

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 9, 30, tzinfo=VIETNAM)
OLD_DAY = datetime(2026, 11, 8, tzinfo=VIETNAM)


def test_hours_of_articles_older_than_two_weeks_become_days_of_vietnam():
    with time_machine.travel(NOW, tick=False):
        article, other = LiveArticleFactory(published_at=OLD_DAY), LiveArticleFactory(published_at=OLD_DAY)
        hours = [OLD_DAY, OLD_DAY + timedelta(hours=23), OLD_DAY + timedelta(days=1), NOW.replace(minute=0)]
        storing.store({Place(article.pk, hour): 10 for hour in hours} | {Place(other.pk, hours[0]): 1})
        out = StringIO()
        call_command("thin_reads", stdout=out)
        assert "1 ngày" in out.getvalue()
    kept = list(article.reads.order_by("hour").values_list("hour", "reads", "whole_day"))
    assert kept == [(OLD_DAY, 20, True), (OLD_DAY + timedelta(days=1), 10, False), (NOW.replace(minute=0), 10, False)]
    assert other.reads.get().whole_day
    assert ReadHour.objects.count() == 4


def test_a_second_time_there_is_nothing_to_do():
    with time_machine.travel(NOW, tick=False):
        article = LiveArticleFactory(published_at=OLD_DAY)
        storing.store({Place(article.pk, OLD_DAY): 1})
        assert storing.fold_days(NOW) == 1
        assert storing.fold_days(NOW) == 0
    assert ArticleReads.objects.get().reads == 1
