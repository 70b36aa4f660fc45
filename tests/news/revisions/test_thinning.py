"""Old autosaves go; what anybody could still ask for stays."""

from datetime import datetime, timedelta
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.management import call_command

from news import editing, lifecycle
from news.models import Article, Origin, Revision
from news.revisions import keeping, thinning
from tests.factories import ArticleFactory, UserFactory

pytestmark = pytest.mark.django_db
VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
EVENING = datetime(2026, 10, 1, 23, 50, tzinfo=VIETNAM)  # already tomorrow's small hours are another day, not UTC's
LATER = EVENING + timedelta(days=31)


@pytest.fixture
def clock():
    with time_machine.travel(EVENING, tick=False) as traveller:
        yield traveller


def type_on(article: Article, by, words: str, origin=Origin.AUTOSAVED) -> Revision:
    return editing.save(article, keeping.newest_content(article).with_changes({"standfirst": words}), by, origin=origin)


def left(article: Article) -> list[int]:
    return sorted(article.revisions.values_list("number", flat=True))


def test_of_a_day_the_last_autosave_of_each_person_stays(clock):
    article, first, second = ArticleFactory(), UserFactory(role="biên tập viên"), UserFactory(role="biên tập viên")
    for by, words in ((first, "a"), (first, "ab"), (second, "abc"), (second, "abcd")):  # 2 to 5
        type_on(article, by, words)
    clock.shift(timedelta(minutes=20))
    for words in ("abcde", "abcdef"):  # 6 and 7, after midnight
        type_on(article, first, words)
    type_on(article, first, "xong", Origin.SAVED)
    assert thinning.thin(LATER) == 3
    assert left(article) == [1, 3, 5, 7, 8]
    assert keeping.content_of(article.revisions.unpackable().get(number=5)).standfirst == "abcd"


def test_what_was_published_what_is_newest_and_what_others_are_packed_against_stays(clock):
    article, editor = ArticleFactory(), UserFactory(role="biên tập viên")
    published = type_on(article, editor, "Đã đăng")
    lifecycle.publish(Article.objects.get(), editor)
    type_on(article, editor, "Nháp một")
    newest = type_on(article, editor, "Nháp hai")
    keyframe = article.revisions.get(dictionary=None)
    Revision.objects.filter(pk=keyframe.pk).update(origin=Origin.AUTOSAVED, kept_for_good=False)
    assert thinning.thin(LATER) == 1
    assert set(article.revisions.values_list("pk", flat=True)) == {keyframe.pk, published.pk, newest.pk}


def test_the_command_takes_what_is_older_than_the_paper_wants_and_counts(clock, settings, monkeypatch):
    monkeypatch.setattr(thinning, "BATCH", 2)
    settings.AUTOSAVE_DAYS = 30
    article, editor = ArticleFactory(), UserFactory(role="biên tập viên")
    for words in ("a", "ab", "abc", "abcd", "abcde", "abcdef"):
        type_on(article, editor, words)
    clock.move_to(EVENING + timedelta(days=29))
    call_command("thin_revisions", stdout=StringIO())
    assert article.revisions.count() == 7
    clock.move_to(LATER)
    told = StringIO()
    call_command("thin_revisions", stdout=told)
    assert left(article) == [1, 7] and "Đã dọn 5 bản tự lưu cũ hơn 30 ngày; còn 2 bản." in told.getvalue()
