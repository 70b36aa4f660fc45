"""Several processes serve readers: each has a connection of its own, as the threads here do."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from django.http import HttpResponse

from comments.models import Comment, Decision, Discussion, State
from comments.moderation import counts, decisions
from comments.moderation.errors import AlreadySo
from tests.comments.sending import send
from tests.factories import CommentFactory, LiveArticleFactory

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(act: Callable[[int], object], times: int) -> list:
    """The results of `act(0)` … `act(times - 1)`, all begun at the same moment."""
    barrier = Barrier(times)

    def begin(number: int) -> object:
        try:
            connection.ensure_connection()
            barrier.wait(timeout=30)
            return act(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(begin, range(times)))


def test_a_double_click_makes_one_comment():
    article = LiveArticleFactory()
    answers: list[HttpResponse] = at_once(lambda number: send(article), 6)
    assert {answer.status_code for answer in answers} == {303}
    assert len({answer["Location"] for answer in answers}) == 1
    assert Comment.objects.count() == 1
    assert Discussion.objects.get().waiting_count == 1


def test_from_one_address_no_more_than_the_limit_come_in(settings):
    settings.COMMENTS_PER_MINUTE = 5
    article = LiveArticleFactory()
    answers: list[HttpResponse] = at_once(lambda number: send(article, text=f"Ý thứ {number}"), 12)
    codes = [answer.status_code for answer in answers]
    assert (codes.count(303), codes.count(429)) == (5, 7)
    assert Comment.objects.count() == 5


def test_readers_at_different_addresses_do_not_lose_each_other():
    article = LiveArticleFactory()
    answers: list[HttpResponse] = at_once(lambda number: send(article, address=f"192.0.2.{number}"), 8)
    assert {answer.status_code for answer in answers} == {303}
    assert Comment.objects.count() == Discussion.objects.get().waiting_count == 8


def test_two_moderators_press_the_same_button():
    comment = CommentFactory()
    counts.recount(comment.article_id)

    def approve(number: int) -> str:
        try:
            decisions.approve(Comment.objects.get(), None)
        except AlreadySo:
            return "already so"
        return "approved"

    assert sorted(at_once(approve, 4)) == ["already so"] * 3 + ["approved"]
    discussion = Discussion.objects.get()
    assert (discussion.approved_count, discussion.waiting_count, Decision.objects.count()) == (1, 0, 1)
    assert Comment.objects.get().state == State.APPROVED
