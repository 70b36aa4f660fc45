"""Loading the demo comments."""

import pytest
from django.db.models import F
from django.utils import timezone

from comments.demo import edition
from comments.models import Comment, Decision, Discussion, State
from news.demo import edition as news_edition
from news.models import Article, Correction
from tests.news.demo.drawings import plain_drawings

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _demo_articles(db):
    news_edition.load(timezone.now(), [].append, plain_drawings)


def load(said: list[str] | None = None) -> int:
    return edition.load([].append if said is None else said.append)


def test_the_edition_gets_its_readers():
    assert load() >= 60
    assert set(Comment.objects.values_list("state", flat=True)) == set(State.values)
    assert Comment.objects.featured().count() >= 6


def test_the_second_run_changes_nothing_and_says_so():
    load()
    tables = (Comment, Decision, Discussion)
    before = [list(table.objects.order_by("pk").values()) for table in tables]
    said: list[str] = []
    assert load(said) == 0
    assert [list(table.objects.order_by("pk").values()) for table in tables] == before
    assert "không thay đổi gì" in said[-1]


def test_counts_are_those_of_the_comments():
    load()
    for discussion in Discussion.objects.all():
        comments = Comment.objects.filter(article=discussion.article_id)
        assert discussion.approved_count == comments.visible().count()
        assert discussion.waiting_count == comments.waiting().count()
    assert Discussion.objects.count() >= 12


def test_a_thread_with_answers_to_answers_likes_and_a_report_is_there_to_be_seen():
    load()
    assert Comment.objects.exclude(in_answer_to=F("parent")).exclude(parent=None).count() >= 3
    assert not Comment.objects.filter(parent__parent__isnull=False).exists()
    assert Comment.objects.filter(likes__gt=50).count() >= 3
    assert Comment.objects.reported().count() == 1


def test_newer_comments_have_higher_ids():
    load()
    moments = list(Comment.objects.order_by("pk").values_list("created_at", flat=True))
    assert moments == sorted(moments)


def test_comments_come_after_their_article_and_before_now():
    load()
    assert not Comment.objects.filter(created_at__lte=F("article__published_at")).exists()
    assert not Comment.objects.filter(created_at__gt=timezone.now()).exists()


def test_answers_hang_on_what_they_answer():
    load()
    answer = Comment.objects.get(name="Vợ anh Dũng (chắc vậy)")
    assert answer.parent.name == "Trần Quốc Dũng"
    assert answer.parent.article == answer.article


def test_every_decision_is_on_record():
    load()
    assert Decision.objects.count() == Comment.objects.exclude(state=State.WAITING).count()


def test_no_article_no_conversation():
    Correction.objects.all().delete()
    Article.objects.all().delete()
    assert load() == 0


def test_a_comment_that_went_missing_comes_back_in_its_thread():
    load()
    Comment.objects.filter(name="Vợ anh Dũng (chắc vậy)").delete()
    assert load() == 1
    assert Comment.objects.get(name="Vợ anh Dũng (chắc vậy)").parent.name == "Trần Quốc Dũng"
