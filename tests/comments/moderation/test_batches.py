"""One act on several comments, and one way back."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from comments.models import Comment, Decision, Reason, State
from comments.moderation import batches, counts, decisions
from comments.moderation.errors import AlreadySo, DecidedSince, NotAllowed, TooLate
from news import roles
from tests.factories import ApprovedCommentFactory, CommentFactory, LiveArticleFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def moderator():
    return UserFactory(role=roles.MODERATOR)


def spam_all(by):
    return batches.decide(
        Comment.objects.waiting(),
        lambda comment, batch: decisions.mark_spam(comment, by, read=State.WAITING, batch=batch),
    )


def states() -> dict[str, int]:
    kept = list(Comment.objects.values_list("state", flat=True))
    return {state: kept.count(state) for state in set(kept)}


def test_all_are_decided_and_all_come_back_at_once(moderator):
    article = LiveArticleFactory()
    CommentFactory.create_batch(60, article=article)  # more than one transaction takes
    counts.recount(article.pk)
    outcome = spam_all(moderator)
    assert (len(outcome.made), states(), outcome.refused) == (60, {"spam": 60}, [])
    assert Decision.objects.values("batch").distinct().count() == 1
    back = batches.undo(outcome.made[7], moderator)
    assert (len(back.comments), states()) == (60, {"waiting": 60})
    assert article.discussion.waiting_count == 60


def test_undoing_leaves_alone_what_was_decided_since(moderator):
    first, second = CommentFactory.create_batch(2)
    outcome = spam_all(moderator)
    decisions.approve(Comment.objects.get(pk=first.pk), None)
    back = batches.undo(outcome.made[0], moderator)
    assert [one.pk for one in back.comments] == [second.pk]
    assert len(back.refused) == 1
    assert Comment.objects.get(pk=first.pk).state == State.APPROVED


def test_each_is_decided_by_the_rule(moderator):
    CommentFactory.create_batch(2)
    taken = list(Comment.objects.waiting())
    decisions.take_back(Comment.objects.get(pk=taken[0].pk))
    outcome = batches.decide(taken, lambda comment, batch: decisions.approve(comment, moderator, batch=batch))
    assert (len(outcome.made), len(outcome.refused), states()) == (1, 1, {"taken_back": 1, "approved": 1})


def test_no_more_than_one_act_takes(moderator, monkeypatch):
    monkeypatch.setattr(batches, "MOST", 3)
    CommentFactory.create_batch(5)
    assert len(spam_all(moderator).made) == 3
    assert states() == {"spam": 3, "waiting": 2}


def test_who_may_not_decide_does_nothing():
    CommentFactory.create_batch(3)
    with pytest.raises(NotAllowed):
        spam_all(UserFactory(role=roles.REPORTER))
    assert states() == {"waiting": 3}


def test_a_decision_that_stood_alone_is_undone_alone(moderator):
    comment, _other = CommentFactory.create_batch(2)
    decision = decisions.approve(comment, moderator)
    assert len(batches.undo(decision, moderator).comments) == 1
    again = batches.undo(decision, moderator)
    assert (again.comments, len(again.refused)) == ([], 1)


# --- what decisions say besides ----------------------------------------------------------------------------------


def test_what_others_have_decided_since_it_was_read_is_told_not_decided_again(moderator):
    comment = CommentFactory()
    decisions.reject(comment, UserFactory(display_name="Chị Hoa", role=roles.MODERATOR), Reason.OFF_TOPIC)
    for decide in (decisions.approve, decisions.reject, decisions.mark_spam, decisions.approve_featured):
        with pytest.raises(DecidedSince, match=r"Chị Hoa đã quyết định lúc .*không đăng"):
            decide(Comment(pk=comment.pk), moderator, read=State.WAITING)
    assert Decision.objects.count() == 1


def test_what_nobody_decided_is_told_as_well(moderator):
    with pytest.raises(DecidedSince, match="đã duyệt"):
        decisions.approve(Comment(pk=ApprovedCommentFactory().pk), moderator, read=State.WAITING)


def test_who_does_not_say_what_was_read_decides_anew(moderator):
    comment = CommentFactory()
    decisions.approve(comment, moderator)
    decisions.reject(comment, moderator)
    with pytest.raises(AlreadySo):
        decisions.reject(comment, moderator)


def test_showing_and_featuring_are_one_decision_and_go_back_together(moderator):
    decision = decisions.approve_featured(CommentFactory(), moderator)
    assert Comment.objects.get().featured_at
    decisions.undo(decision, moderator)
    assert (Comment.objects.get().state, Comment.objects.get().featured_at) == (State.WAITING, None)


def test_who_may_decide_but_not_feature_does_not(moderator):
    group = moderator.groups.get()
    group.permissions.remove(group.permissions.get(codename="feature_comment"))
    with pytest.raises(NotAllowed, match="nổi bật"):
        decisions.approve_featured(CommentFactory(), moderator)
    assert Comment.objects.get().state == State.WAITING


def test_a_decision_is_undone_within_thirty_days(moderator):
    with time_machine.travel(timezone.now(), tick=False) as clock:
        decision = decisions.approve(CommentFactory(), moderator)
        clock.shift(decisions.UNDO_WINDOW)
        with pytest.raises(TooLate, match="30 ngày"):
            decisions.undo(decision, moderator)
        assert Comment.objects.get().state == State.APPROVED
        clock.shift(timedelta(seconds=-1))
        decisions.undo(decision, moderator)
        assert Comment.objects.get().state == State.WAITING
