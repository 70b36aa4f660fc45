"""What one moderator has before the eyes nobody else gets."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from comments.models import Comment, Reservation
from comments.moderation import decisions, reserving
from news import roles
from tests.factories import CommentFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def lan():
    return UserFactory(role=roles.MODERATOR)


@pytest.fixture
def hoa():
    return UserFactory(role=roles.MODERATOR)


def waiting():
    return Comment.objects.waiting()


def take(by, number=2, **kwargs) -> list[int]:
    return reserving.take(waiting(), by, number, **kwargs)


def test_two_people_get_different_comments_the_oldest_first(lan, hoa):
    ids = [CommentFactory().pk for _ in range(3)]
    assert (take(lan), take(hoa), take(hoa)) == (ids[:2], ids[2:], ids[2:])


def test_who_asks_again_gets_the_same(lan):
    CommentFactory.create_batch(4)
    assert take(lan) == take(lan)


def test_what_a_page_has_already_does_not_come_twice(lan):
    ids = [CommentFactory().pk for _ in range(4)]
    assert take(lan, without=take(lan)) == ids[2:]


def test_after_two_minutes_it_is_free_for_others(lan, hoa):
    ids = [CommentFactory().pk for _ in range(2)]
    with time_machine.travel(timezone.now(), tick=False) as clock:
        take(lan)
        clock.shift(reserving.KEPT_FOR - timedelta(seconds=1))
        assert take(hoa) == []
        clock.shift(timedelta(seconds=1))
        assert take(hoa) == ids
        assert take(lan) == []


def test_a_page_that_stays_open_keeps_what_it_has(lan, hoa):
    ids = [CommentFactory().pk for _ in range(2)]
    with time_machine.travel(timezone.now(), tick=False) as clock:
        take(lan)
        for _ in range(5):
            clock.shift(timedelta(seconds=100))
            assert reserving.hold(ids, lan) == ids
        assert take(hoa) == []
        clock.shift(reserving.KEPT_FOR)
        take(hoa)
        assert reserving.hold(ids, lan) == []


def test_what_was_decided_is_nobodys_to_hold(lan):
    ids = [CommentFactory().pk for _ in range(3)]
    take(lan, 3)
    decisions.approve(Comment.objects.get(pk=ids[1]), None)
    assert reserving.hold(ids, lan) == [ids[0], ids[2]]
    assert take(lan, 3) == [ids[0], ids[2]]


def test_leaving_gives_it_back(lan, hoa):
    ids = [CommentFactory().pk for _ in range(2)]
    take(lan)
    reserving.give_back(ids, lan, timezone.now() + reserving.KEPT_FOR)
    assert take(hoa) == ids


def test_a_late_word_of_the_page_before_takes_nothing_from_the_next_one(lan, hoa):
    ids = [CommentFactory().pk for _ in range(2)]
    with time_machine.travel(timezone.now(), tick=False) as clock:
        take(lan)
        known = timezone.now() + reserving.KEPT_FOR
        clock.shift(timedelta(seconds=1))
        take(lan)  # the page loaded anew
        reserving.give_back(ids, lan, known)
        assert take(hoa) == []


def test_nobody_gives_back_what_others_have(lan, hoa):
    ids = [CommentFactory().pk for _ in range(2)]
    take(lan)
    reserving.give_back(ids, hoa, timezone.now() + timedelta(days=1))
    assert take(hoa) == []


def test_what_is_no_more_or_never_was_is_not_held(lan):
    comment = CommentFactory()
    assert reserving.hold([comment.pk, comment.pk + 1, 2**63 - 1], lan) == [comment.pk]
    assert reserving.hold([], lan) == []


def test_old_rows_go(lan, hoa):
    CommentFactory.create_batch(2)
    with time_machine.travel(timezone.now(), tick=False) as clock:
        take(lan)
        Comment.objects.update(state="approved")
        clock.shift(reserving.KEPT_FOR + reserving.CLEARED_AFTER)
        take(hoa)
    assert not Reservation.objects.exists()


def test_counting_for_several_leaves_out_what_others_read(lan, hoa):
    ids = [CommentFactory().pk for _ in range(3)]
    take(lan, 1)
    assert sorted(one.pk for one in reserving.free_of_others(waiting(), hoa)) == ids[1:]
    assert sorted(one.pk for one in reserving.free_of_others(waiting(), lan)) == ids
