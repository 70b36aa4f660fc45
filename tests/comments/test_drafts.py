"""A form that is sent again after the network was gone is one comment."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from comments import privacy, surroundings
from comments.models import Comment
from comments.moderation.words import current
from tests.comments.sending import send
from tests.comments.test_parallel import at_once
from tests.databases import once
from tests.factories import LiveArticleFactory

KEY = "0123456789abcdef" * 2


@pytest.fixture
def article(db):
    return LiveArticleFactory()


def test_the_same_key_leads_to_the_same_receipt_from_any_network_at_any_time(article):
    with time_machine.travel(timezone.now(), tick=False) as clock:
        first = send(article, khoa=KEY)["Location"]
        clock.shift(timedelta(days=2))
        assert send(article, khoa=KEY, address="198.51.100.7")["Location"] == first
    assert Comment.objects.count() == 1


def test_without_a_key_another_network_is_another_reader(article):
    assert send(article)["Location"] != send(article, address="198.51.100.7")["Location"]


def test_the_same_key_with_other_words_is_another_comment_and_neither_is_lost(article):
    first = send(article, khoa=KEY, text="Ý thứ nhất")["Location"]
    second = send(article, khoa=KEY, text="Ý thứ hai")["Location"]
    assert first != second
    assert send(article, khoa=KEY, text="Ý thứ nhất", address="198.51.100.7")["Location"] == first
    assert list(Comment.objects.order_by("id").values_list("text", flat=True)) == ["Ý thứ nhất", "Ý thứ hai"]


def test_a_comment_that_was_changed_since_is_known_by_what_was_sent(article):
    first = send(article, khoa=KEY)["Location"]
    Client().post(f"{first}sua/", {"text": "Lời đã sửa", "name": "Lan", "lan": "0"})
    assert send(article, khoa=KEY, address="198.51.100.7")["Location"] == first


def test_one_that_was_taken_back_is_not_sent_anew_by_an_old_retry(article):
    first = send(article, khoa=KEY)["Location"]
    Client().post(f"{first}rut-lai/")
    assert send(article, khoa=KEY)["Location"] == first


@once
@pytest.mark.parametrize("key", ["", "short", "g" * 32, "A" * 32, "0" * 65, "0" * 5000, "0" * 31 + "\0", "٠" * 32])
def test_what_is_no_key_is_as_good_as_none(article, key):
    assert send(article, khoa=key).status_code == 303
    assert Comment.objects.get().submission_key is None


def test_the_key_is_kept_as_a_hash_and_goes_with_the_address(article):
    send(article, khoa=KEY)
    assert KEY not in str(Comment.objects.values().get())
    assert Comment.objects.get().submission_key
    privacy.erase_due(timezone.now() + timedelta(days=91))
    assert Comment.objects.get().submission_key is None


def test_a_key_costs_no_further_query(article):
    current.newest()
    with CaptureQueriesContext(connection) as asked:
        send(article, khoa=KEY)
    assert len(asked) <= 8


@pytest.mark.django_db(transaction=True)
def test_the_same_draft_from_many_networks_at_once_is_one_comment():
    article = LiveArticleFactory()
    answers = at_once(lambda number: send(article, khoa=KEY, address=f"192.0.2.{number}"), 6)
    assert {answer.status_code for answer in answers} == {303}
    assert len({answer["Location"] for answer in answers}) == 1
    assert Comment.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_the_database_refuses_a_second_one_that_looked_a_moment_too_early(monkeypatch):
    article = LiveArticleFactory()
    first = send(article, khoa=KEY)["Location"]
    said, looks = surroundings.said, []

    def a_moment_too_early(*asked):
        looks.append(asked)
        return ([], []) if len(looks) == 1 else said(*asked)

    monkeypatch.setattr(surroundings, "said", a_moment_too_early)
    assert send(article, khoa=KEY, address="198.51.100.7")["Location"] == first
    assert (len(looks), Comment.objects.count()) == (2, 1)
