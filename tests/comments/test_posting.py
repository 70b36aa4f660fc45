"""Readers send comments."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from comments.models import Comment, Discussion, Reason, State
from comments.moderation.pipeline import PHASES
from news.models import CommentPolicy
from tests.comments.sending import TYPED, send, set_policy, set_site
from tests.factories import LiveArticleFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    return LiveArticleFactory()


def test_a_comment_leads_to_its_receipt_and_waits(article):
    answer = send(article)
    comment = Comment.objects.get()
    assert (answer.status_code, answer["Location"]) == (303, comment.receipt_url())
    assert (comment.state, comment.text, comment.name) == (State.WAITING, TYPED["text"], TYPED["name"])
    assert Discussion.objects.get(article=article).waiting_count == 1


def test_no_cookie_is_set_on_the_way(article):
    client = Client()
    receipt = client.get(send(article, client)["Location"])
    assert receipt.status_code == 200
    assert not client.cookies


def test_an_email_is_kept_only_if_given(article):
    send(article, email="ban.doc@example.vn")
    send(article, name="Người khác")
    assert list(Comment.objects.order_by("id").values_list("email", flat=True)) == ["ban.doc@example.vn", ""]


def test_the_address_is_kept_only_as_a_hash(article):
    send(article, address="192.0.2.77")
    comment = Comment.objects.get()
    assert len(comment.address_hash) == 64
    assert "192.0.2.77" not in str(Comment.objects.values().get())


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("192.0.2.1", "192.0.2.254", True),
        ("192.0.2.1", "192.0.3.1", False),
        ("2001:db8:1:2::1", "2001:db8:1:ff::1", True),
        ("2001:db8:1::1", "2001:db8:2::1", False),
        ("::ffff:192.0.2.1", "192.0.2.9", True),
    ],
)
def test_the_network_is_kept_only_as_a_hash(article, one, other, same):
    for address in (one, other):
        send(article, address=address)
    first, second = Comment.objects.order_by("id").values_list("network_hash", flat=True)
    assert (len(first), first == second) == (64, same) and first != Comment.objects.first().address_hash


def test_every_phase_up_to_the_verdict_leaves_its_opinion(article):
    send(article)
    opinions = Comment.objects.get().opinions
    assert [one["phase"] for one in opinions] == [phase.__name__ for phase in PHASES]
    assert [one["verdict"] for one in opinions] == [*([""] * (len(PHASES) - 1)), "waiting"]
    assert all(one["ms"] >= 0 for one in opinions)


def test_under_post_moderation_a_comment_shows_at_once(article):
    set_policy(article, CommentPolicy.POST)
    send(article)
    assert Comment.objects.get().state == State.APPROVED
    discussion = Discussion.objects.get(article=article)
    assert (discussion.approved_count, discussion.waiting_count, discussion.version) == (1, 0, 1)


def test_the_papers_default_policy_holds_where_the_article_has_none(article):
    set_site(comment_policy=CommentPolicy.POST)
    send(article)
    assert Comment.objects.get().state == State.APPROVED


@pytest.mark.parametrize("policy", [CommentPolicy.PRE, CommentPolicy.POST])
def test_a_robot_that_fills_the_trap_is_answered_like_anybody_and_kept_as_spam(article, policy):
    set_policy(article, policy)
    answer = send(article, homepage="http://vay-nong.example")
    comment = Comment.objects.get()
    assert (answer.status_code, answer["Location"]) == (303, comment.receipt_url())
    assert (comment.state, comment.reason) == (State.SPAM, Reason.ADVERTISING)
    assert Discussion.objects.filter(waiting_count__gt=0).count() == 0


def test_sending_the_same_again_leads_to_the_same_receipt(article):
    assert send(article)["Location"] == send(article)["Location"]
    assert Comment.objects.count() == 1


def test_the_same_words_in_another_normal_form_are_the_same(article):
    first = send(article, text="Cảm ơn tòa soạn.")
    assert send(article, text="  Ca\u0309m o\u031bn to\u0300a soa\u0323n. \r\n")["Location"] == first["Location"]


def test_after_ten_minutes_the_same_words_are_a_new_comment(article):
    with time_machine.travel(timezone.now(), tick=False) as clock:
        first = send(article)["Location"]
        clock.shift(timedelta(minutes=10, seconds=-1))
        assert send(article)["Location"] == first
        clock.shift(timedelta(seconds=1))
        assert send(article)["Location"] != first


@pytest.mark.parametrize("other", [{"name": "Người khác"}, {"text": "Ý khác hẳn."}, {"email": "a@example.vn"}])
def test_other_words_are_another_comment(article, other):
    assert send(article)["Location"] != send(article, **other)["Location"]


def test_the_same_words_from_another_address_or_under_another_article_are_another_comment(article):
    found = {
        send(article)["Location"],
        send(article, address="192.0.2.2")["Location"],
        send(LiveArticleFactory())["Location"],
    }
    assert len(found) == 3


def test_what_was_taken_back_may_be_sent_again(article):
    first = send(article)["Location"]
    Client().post(first + "rut-lai/")
    assert send(article)["Location"] != first


def test_a_retry_still_finds_its_receipt_when_comments_were_closed_meanwhile(article):
    first = send(article)["Location"]
    set_policy(article, CommentPolicy.CLOSED)
    assert send(article)["Location"] == first


def test_one_address_gets_as_many_comments_a_minute_as_the_setting_says(article, settings):
    settings.COMMENTS_PER_MINUTE = 2
    with time_machine.travel(timezone.now(), tick=False) as clock:
        assert send(article, text="Ý thứ nhất")["Location"]
        clock.shift(20)
        assert send(article, text="Ý thứ hai")["Location"]
        answer = send(article, text="Ý thứ ba")
        assert (answer.status_code, answer["Retry-After"]) == (429, "40")
        assert "Ý thứ ba" in answer.text
        assert send(article, text="Ý thứ ba", address="192.0.2.2").status_code == 303
        clock.shift(40)
        assert send(article, text="Ý thứ ba").status_code == 303


def test_the_limit_counts_over_all_articles(article, settings):
    settings.COMMENTS_PER_MINUTE = 1
    send(article)
    assert send(LiveArticleFactory()).status_code == 429


def test_beyond_the_limit_a_repeated_comment_still_finds_its_receipt(article, settings):
    settings.COMMENTS_PER_MINUTE = 1
    assert send(article)["Location"] == send(article)["Location"]


def test_bytes_that_are_no_text_do_not_break_the_form(article):
    body = "text=%FF%FE%ED%A0%80+c%C3%A1m+%C6%A1n&name=%C3%28%A0"
    answer = Client().post(f"/binh-luan/{article.pk}/", body, content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 303
    assert "cám ơn" in Client().get(answer["Location"]).text
