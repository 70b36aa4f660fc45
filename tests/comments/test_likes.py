"""Readers like a comment: once, within a budget, and may think again; the pages that caches keep know nothing of it."""

import json
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from comments.models import Comment, Discussion, Like
from comments.moderation import counts
from news.models import CommentPolicy
from tests.comments.sending import set_policy
from tests.comments.test_parallel import at_once
from tests.databases import once
from tests.factories import ApprovedCommentFactory, CommentFactory

JSON = {"Accept": "application/json"}


@pytest.fixture
def comment(db):
    comment = ApprovedCommentFactory()
    counts.recount(comment.article_id)
    return comment


def like(comment: Comment, address: str = "192.0.2.1", headers: dict | None = None, **fields: str):
    target = f"/binh-luan/bl/{comment.pk}/thich/"
    return Client().post(target, fields, headers=headers or {}, REMOTE_ADDR=address)


def likes(comment: Comment) -> int:
    comment.refresh_from_db()
    return comment.likes


def browser(number: int) -> str:
    return f"{number:032x}"


def test_a_plain_form_likes_and_leads_back_to_the_comment(comment):
    answer = like(comment)
    assert (answer.status_code, answer["Location"]) == (303, f"/binh-luan/bl/{comment.pk}/#bl-{comment.pk}")
    assert likes(comment) == 1
    assert "1 bạn đọc thích" in Client().get(f"/binh-luan/bl/{comment.pk}/").text
    assert not answer.cookies


def test_pressing_again_without_a_script_counts_once_and_offers_to_undo(comment):
    like(comment)
    again = like(comment)
    assert (again.status_code, likes(comment)) == (200, 1)
    assert "Bạn đã thích" in again.text
    assert 'name="lam" value="bo"' in again.text
    assert again["Cache-Control"] == "no-store"


def test_a_like_is_undone_by_the_same_reader_and_can_be_given_again(comment):
    for lam, expected in (("thich", 1), ("bo", 0), ("bo", 0), ("thich", 1)):
        like(comment, lam=lam)
        assert likes(comment) == expected
    assert Like.objects.count() == 1


def test_who_has_not_liked_it_takes_nothing_away(comment):
    like(comment, address="192.0.2.1")
    like(comment, address="192.0.2.2", lam="bo")
    assert likes(comment) == 1


def test_scripts_get_the_number_and_the_same_press_twice_counts_once(comment):
    for _ in range(3):
        answer = like(comment, headers=JSON, may=browser(1), lam="thich")
        assert answer.json() == {"likes": 1, "liked": True}
    assert like(comment, headers=JSON, may=browser(1), lam="bo").json() == {"likes": 0, "liked": False}


def test_a_browser_counts_once_however_often_its_network_changes(comment):
    for number in range(5):
        like(comment, address=f"192.0.2.{number}", may=browser(1))
    assert likes(comment) == 1
    like(comment, address="198.51.100.1", may=browser(1), lam="bo")
    assert likes(comment) == 0


def test_a_network_counts_once_however_many_browsers_it_makes_up(comment):
    like(comment, may=browser(1))
    answers = [like(comment, headers=JSON, may=browser(number)) for number in range(2, 6)]
    assert {answer.status_code for answer in answers} == {409}
    assert "mỗi mạng được tính một lượt" in answers[0].json()["error"]
    assert likes(comment) == 1
    assert "chưa được tính" in like(comment, may=browser(7)).text
    like(comment, may=browser(2), lam="bo")
    assert likes(comment) == 1, "nobody takes back what another browser gave"


def test_another_browser_may_take_the_place_of_one_that_thought_again(comment):
    like(comment, may=browser(1))
    like(comment, may=browser(1), lam="bo")
    like(comment, may=browser(2))
    assert likes(comment) == 1
    assert like(comment, headers=JSON, may=browser(1), lam="bo").status_code == 200
    assert likes(comment) == 1


def test_one_household_is_one_address(comment):
    like(comment, address="2001:db8:1:2::1")
    like(comment, address="2001:db8:1:2::ffff")
    assert likes(comment) == 1


def test_an_address_has_a_budget_of_an_hour_and_second_thoughts_count(comment, settings):
    settings.LIKES_PER_HOUR = 3
    others = [ApprovedCommentFactory(article=comment.article) for _ in range(2)]
    with time_machine.travel(timezone.now(), tick=False) as clock:
        like(comment)
        like(comment, lam="bo")
        like(others[0])
        answer = like(others[1])
        assert (answer.status_code, likes(others[1])) == (429, 0)
        assert "một giờ qua" in answer.text
        assert like(others[1], headers=JSON).json()["likes"] == 0
        assert like(others[1], address="192.0.2.9").status_code == 303
        clock.shift(timedelta(hours=1))
        assert like(others[1]).status_code == 303


@pytest.mark.parametrize(("state", "status"), [("waiting", 404), ("rejected", 404), ("taken_back", 404)])
def test_what_readers_never_saw_cannot_be_liked(db, state, status):
    hidden = CommentFactory(state=state)
    assert like(hidden).status_code == status
    assert likes(hidden) == 0


def test_a_like_does_not_touch_the_discussion_nor_the_bytes_of_cached_pages(comment):
    pages = (comment.article.get_absolute_url(), f"/binh-luan/{comment.article_id}/")
    before = [Client().get(page).content for page in pages]
    version = Discussion.objects.get().version
    like(comment)
    assert [Client().get(page).content for page in pages] == before
    assert Discussion.objects.get().version == version


def test_numbers_come_in_a_request_of_their_own(comment):
    other, hidden = ApprovedCommentFactory(article=comment.article), CommentFactory(article=comment.article, likes=5)
    elsewhere = ApprovedCommentFactory(likes=7)
    like(comment)
    asked = ",".join(str(one.pk) for one in (comment, other, hidden, elsewhere))
    answer = Client().get(f"/binh-luan/{comment.article_id}/luot-thich/?bl={asked}")
    assert json.loads(answer.content) == {str(comment.pk): 1}
    assert "s-maxage=5" in answer["Cache-Control"]
    assert not answer.cookies


@once
def test_garbage_has_no_numbers(comment):
    for asked in ("", ",", "a,b", "9" * 5000, "-1", "0,," * 3000, "' or 1=1"):
        answer = Client().get(f"/binh-luan/{comment.article_id}/luot-thich/", {"bl": asked})
        assert (answer.status_code, answer.content) == (200, b"{}")


def test_closed_discussions_can_be_liked_and_hidden_ones_are_not_there(comment):
    set_policy(comment.article, CommentPolicy.CLOSED)
    assert like(comment).status_code == 303
    set_policy(comment.article, CommentPolicy.HIDDEN)
    assert like(comment, address="192.0.2.8").status_code == 404
    assert Client().get(f"/binh-luan/{comment.article_id}/luot-thich/?bl={comment.pk}").status_code == 404


def test_other_sites_cannot_make_readers_like(comment):
    assert like(comment, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert likes(comment) == 0


@once
def test_opening_the_address_of_the_form_leads_to_the_comment_and_likes_nothing(comment):
    answer = Client().get(f"/binh-luan/bl/{comment.pk}/thich/")
    assert (answer.status_code, likes(comment)) == (302, 0)
    assert Client().put(f"/binh-luan/bl/{comment.pk}/thich/").status_code == 405


@once
@pytest.mark.parametrize("name", ["x", "G" * 32, "0" * 33, "\0" * 32, "0" * 5000, "１" * 32])
def test_a_made_up_name_of_a_browser_leaves_the_address_to_decide(comment, name):
    for _ in range(2):
        like(comment, may=name)
    assert likes(comment) == 1
    assert Like.objects.get().browser_hash == ""


def test_nothing_that_is_stored_says_who(comment):
    like(comment, address="192.0.2.77", may=browser(3))
    stored = str(Like.objects.values().get())
    assert "192.0.2.77" not in stored
    assert browser(3) not in stored


def test_a_like_asks_few_queries(comment):
    with CaptureQueriesContext(connection) as asked:
        like(comment)
    assert len(asked) <= 9


@pytest.mark.django_db(transaction=True)
def test_a_hundred_clicks_at_once_count_once():
    comment = ApprovedCommentFactory()
    at_once(lambda number: like(comment, may=browser(1)), 6)
    at_once(lambda number: like(comment, may=browser(1), address=f"192.0.2.{number + 10}"), 6)
    assert likes(comment) == Like.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_readers_who_like_at_once_do_not_lose_each_other():
    comment = ApprovedCommentFactory()
    at_once(lambda number: like(comment, address=f"192.0.2.{number}", may=browser(number)), 8)
    assert likes(comment) == Like.objects.count() == 8
