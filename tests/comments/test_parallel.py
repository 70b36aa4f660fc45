"""Several processes serve readers: each has a connection of its own, as the threads here do."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client

from comments.models import Comment, Decision, Discussion, State, Wording
from comments.moderation import counts, decisions
from comments.moderation.errors import AlreadySo, EditedSince
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


def test_a_change_and_a_decision_at_the_same_moment_never_pass_each_other():
    send(LiveArticleFactory())
    comment = Comment.objects.get()
    counts.recount(comment.article_id)
    typed = {"text": "Lời khác hẳn", "name": "Lan", "lan": "0"}

    def act(number: int) -> object:
        if number:
            return Client().post(f"{comment.receipt_url()}sua/", typed).status_code
        try:
            decisions.approve(comment, None)
        except EditedSince:
            return "edited since"
        return "approved"

    decision, change = at_once(act, 2)
    stored = Comment.objects.get()
    assert (decision, change, stored.state, stored.edition) in [
        ("approved", 409, State.APPROVED, 0),
        ("edited since", 303, State.WAITING, 1),
    ]


def test_two_windows_change_a_comment_and_one_is_told():
    send(LiveArticleFactory())
    address = f"{Comment.objects.get().receipt_url()}sua/"
    answers: list[HttpResponse] = at_once(
        lambda number: Client().post(address, {"text": f"Lời thứ {number}", "name": "Lan", "lan": "0"}), 4
    )
    assert sorted(answer.status_code for answer in answers) == [303, 409, 409, 409]
    assert (Comment.objects.get().edition, Wording.objects.count()) == (1, 1)


def test_another_look_is_asked_for_once_however_often_it_is_pressed():
    comment = CommentFactory()
    counts.recount(comment.article_id)
    decisions.reject(comment, None)
    answers: list[HttpResponse] = at_once(lambda number: Client().post(f"{comment.receipt_url()}xem-lai/"), 4)
    assert {answer.status_code for answer in answers} == {303}
    assert (Comment.objects.get().state, Discussion.objects.get().waiting_count) == (State.WAITING, 1)
