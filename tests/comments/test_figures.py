"""Figures of moderation: how long comments waited, what was published, and who agreed with whom."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from comments import figures
from comments.models import Comment, Decision, State
from comments.moderation import agreement, decisions
from comments.moderation.errors import AlreadySo, NotAllowed
from comments.waiting import span
from tests.factories import CommentFactory, LiveArticleFactory, SectionFactory, UserFactory

pytestmark = pytest.mark.django_db
NOW = timezone.now()


def decided(seconds: float, act=decisions.approve, days_ago: float = 0, by=None, **made) -> Decision:
    """A comment that waited so long, decided so many days ago."""
    at = NOW - timedelta(days=days_ago)
    if "article" not in made:
        made["article"] = LiveArticleFactory()
    comment = CommentFactory(created_at=at - timedelta(seconds=seconds), **made)
    decision = act(comment, by)
    Decision.objects.filter(pk=decision.pk).update(at=at)
    decision.refresh_from_db()
    return decision


def test_half_waited_at_most_the_median_and_ninety_five_of_a_hundred_the_percentile():
    waits = figures.waits_of(timedelta(seconds=each) for each in range(1, 101))
    assert waits == (timedelta(seconds=50), timedelta(seconds=95))
    assert figures.waits_of([timedelta(seconds=7)]) == (timedelta(seconds=7), timedelta(seconds=7))
    assert figures.waits_of([]) is None


def test_shares_are_told_by_section_by_hour_and_by_day():
    sport, world = (LiveArticleFactory(section=SectionFactory(name=name)) for name in ("Thể thao", "Thế giới"))
    for act in (decisions.approve, decisions.approve, decisions.reject):
        decided(60, act, article=sport)
    decided(600, decisions.mark_spam, days_ago=2, article=world)
    found = figures.gather(7, NOW + timedelta(seconds=1))
    assert [(row.name, row.approved, row.decided, row.percent) for row in found.sections] == [
        ("Thể thao", 2, 3, 67),
        ("Thế giới", 0, 1, 0),
    ]
    assert len(found.hours) == 24 and sum(hour.decided for hour in found.hours) == 4
    assert [day.decided for day in found.days] == [1, 3]
    assert found.waits == (timedelta(seconds=60), timedelta(seconds=600)) and found.all == ("", 2, 4)


def test_what_was_undone_taken_back_or_is_older_does_not_count():
    decisions.undo(decided(10), None)
    decisions.take_back(decided(10).comment)
    decided(10, days_ago=8)
    assert (
        figures.gather(7, NOW + timedelta(seconds=1)).all.decided == 1
    )  # the one that was taken back had been decided


def test_a_second_look_waits_from_its_asking_on():
    decision = decided(3600)
    row = figures._Row(decision.at, "approved", NOW - timedelta(hours=1), NOW - timedelta(minutes=5), "")
    assert row.wait == timedelta(minutes=5)


def test_the_phase_that_decided_is_told_with_what_became_of_its_comments():
    opinions = [
        {"phase": "links", "verdict": "", "reason": "", "ms": 0},
        {"phase": "shouting", "verdict": "waiting", "reason": "", "ms": 0},
    ]
    for act in (decisions.approve, decisions.reject):
        decided(5, act, opinions=opinions)
    assert figures.gather(7, NOW + timedelta(seconds=1)).phases == [("shouting", 1, 2)]


def test_too_many_decisions_are_cut_and_that_is_said(monkeypatch):
    monkeypatch.setattr(figures, "MOST_DECISIONS", 2)
    for seconds in (1, 2, 3):
        decided(seconds)
    found = figures.gather(7, NOW + timedelta(seconds=1))
    assert (found.all.decided, found.whole) == (2, False)


def test_figures_cost_four_queries_however_much_there_is():
    decided(5)
    with CaptureQueriesContext(
        connection,
    ) as few:
        figures.gather(30, NOW)
    for each in range(6):
        decided(each)
    with CaptureQueriesContext(connection) as many:
        figures.gather(30, NOW)
    assert len(few) == len(many) == 4


@pytest.mark.parametrize(
    ("wait", "words"),
    [
        (timedelta(), "0 giây"),
        (timedelta(seconds=40), "40 giây"),
        (timedelta(minutes=3, seconds=20), "3 phút 20 giây"),
        (timedelta(minutes=3), "3 phút"),
        (timedelta(hours=2, minutes=5, seconds=9), "2 giờ 5 phút"),
        (timedelta(days=3, hours=4, minutes=59), "3 ngày 4 giờ"),
        (timedelta(days=3, minutes=59), "3 ngày"),
    ],
)
def test_a_span_is_told_in_two_units(wait, words):
    assert span(wait) == words


# --- looking at decisions of others ---------------------------------------------------------------------------------


@pytest.fixture
def drawn(monkeypatch):
    """Every decision is drawn by lot."""
    monkeypatch.setattr(agreement, "ONE_IN", 1)


def moderators():
    return UserFactory(role="kiểm duyệt viên"), UserFactory(role="kiểm duyệt viên")


def test_another_moderator_gets_it_and_nobody_gets_their_own(drawn):
    one, other = moderators()
    decision = decided(5, by=one)
    assert agreement.next_for(other, NOW + timedelta(seconds=1)) == decision
    assert agreement.next_for(one, NOW + timedelta(seconds=1)) is None
    with pytest.raises(NotAllowed):
        agreement.look_again(decision, one, State.APPROVED)


def test_one_in_twenty_is_drawn():
    one, other = moderators()
    article = LiveArticleFactory()
    made = [decided(5, by=one, article=article) for _ in range(agreement.ONE_IN)]
    assert sum(each.comment_id % agreement.ONE_IN == 0 for each in made) == 1
    decision = agreement.next_for(other, NOW + timedelta(seconds=1))
    assert decision is not None and decision.comment_id % agreement.ONE_IN == 0


def test_it_is_looked_at_once_and_the_comment_stays_as_it_was_decided(drawn):
    one, other = moderators()
    decision = decided(5, by=one)
    agreement.look_again(decision, other, State.SPAM)
    with pytest.raises(AlreadySo):
        agreement.look_again(decision, UserFactory(role="kiểm duyệt viên"), State.APPROVED)
    assert Comment.objects.get().state == State.APPROVED
    assert agreement.next_for(other, NOW + timedelta(seconds=1)) is None


def test_what_cannot_be_judged_fairly_is_not_drawn(drawn):
    one, other = moderators()
    old, changed, by_nobody, undone = decided(5, by=one, days_ago=9), decided(5, by=one), decided(5), decided(5, by=one)
    Comment.objects.filter(pk=changed.comment_id).update(edition=1)
    decisions.undo(undone, one)
    assert old and by_nobody and agreement.next_for(other, NOW + timedelta(seconds=1)) is None


def test_agreeing_is_saying_the_same_of_whether_readers_see_it(drawn):
    one, other = moderators()
    for act, said in (
        (decisions.approve, State.APPROVED),
        (decisions.reject, State.SPAM),
        (decisions.reject, State.APPROVED),
        (decisions.approve, State.REJECTED),
    ):
        agreement.look_again(decided(5, act, by=one), other, said)
    found = agreement.agreement(NOW - timedelta(days=1))
    assert (found.checked, found.agreed, found.percent) == (4, 2, 50)


@pytest.mark.parametrize("role", ["phóng viên", "quản trị"])
def test_who_does_not_moderate_looks_at_nothing(role, drawn):
    decision = decided(5, by=moderators()[0])
    with pytest.raises(NotAllowed):
        agreement.look_again(decision, UserFactory(role=role), State.APPROVED)
