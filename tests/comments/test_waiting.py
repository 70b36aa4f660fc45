"""How long comments usually wait today."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from comments.models import Comment, Decision
from comments.moderation import decisions, second_look
from comments.waiting import FEWEST, LATELY, MOST, in_words, usual_wait
from tests.factories import CommentFactory, LiveArticleFactory

pytestmark = pytest.mark.django_db

NOW = timezone.now()


def decided(minutes: float, at=NOW) -> Decision:
    """A comment that a moderator approved after that many minutes."""
    article = LiveArticleFactory() if not Comment.objects.exists() else Comment.objects.first().article
    comment = CommentFactory(article=article, created_at=at - timedelta(minutes=minutes))
    decision = decisions.approve(comment, None)
    Decision.objects.filter(pk=decision.pk).update(at=at)
    return decision


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "1 phút"),
        (0.4, "1 phút"),
        (2.2, "3 phút"),
        (5, "5 phút"),
        (5.1, "10 phút"),
        (23, "25 phút"),
        (55, "55 phút"),
        (56, "1 giờ"),
        (60, "1 giờ"),
        (61, "1 giờ rưỡi"),
        (91, "2 giờ"),
        (125, "3 giờ"),
        (24 * 60, "24 giờ"),
        (24 * 60 + 1, "hơn một ngày"),
    ],
)
def test_it_is_rounded_kindly(minutes, words):
    assert in_words(timedelta(minutes=minutes)) == words


def test_it_is_the_median_and_one_slow_comment_changes_nothing():
    for minutes in (2, 3, 12, 14, 900):
        decided(minutes)
    assert usual_wait(NOW) == "15 phút"


def test_nothing_is_said_while_too_little_is_known():
    for _ in range(FEWEST - 1):
        decided(5)
    assert usual_wait(NOW) == ""
    assert "Hôm nay thường chờ" not in Client().get(CommentFactory().receipt_url()).text
    decided(5)
    assert usual_wait(NOW) == "5 phút"
    assert "Hôm nay thường chờ khoảng 5 phút." in Client().get(CommentFactory().receipt_url()).text


def test_what_is_long_ago_undone_or_the_writers_own_does_not_count():
    for _ in range(FEWEST):
        decided(5, NOW - LATELY - timedelta(minutes=1))
        decisions.undo(decided(5), None)
        decisions.take_back(CommentFactory())
        decisions.reject(decided(5, NOW - LATELY - timedelta(minutes=1)).comment, None)
    assert usual_wait(NOW) == ""


def test_who_asked_for_another_look_has_waited_since_then():
    for _ in range(FEWEST):
        comment = CommentFactory(created_at=NOW - timedelta(days=3), state="rejected")
        second_look.ask(comment, "")
        decisions.approve(comment, None)
    assert usual_wait(timezone.now()) == "1 phút"


def test_it_reads_the_newest_only_by_index_in_one_query():
    for _ in range(FEWEST):
        decided(5)
    with CaptureQueriesContext(connection) as asked:
        usual_wait(NOW)
    assert len(asked) == 1
    assert f"LIMIT {MOST}" in asked[0]["sql"]
    if connection.vendor == "sqlite":  # PostgreSQL reads so small a table whole
        plan = Decision.objects.of_the_queue(NOW - LATELY)[:MOST].explain()
        assert "decision_newest_from" in plan and "TEMP B-TREE" not in plan


def test_what_does_not_wait_is_told_nothing_of_it():
    for _ in range(FEWEST):
        decided(5)
    assert "thường chờ" not in Client().get(Comment.objects.first().receipt_url()).text
