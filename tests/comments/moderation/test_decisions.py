"""The decisions that people make about a comment."""

import pytest

from comments.models import Comment, Decision, Discussion, Reason, State
from comments.moderation import counts, decisions
from comments.moderation.errors import AlreadySo, CannotDecide, DecidedSince, NotAllowed, NotShown, TakenBack
from news import roles
from tests.factories import ApprovedCommentFactory, CommentFactory, UserFactory

pytestmark = pytest.mark.django_db

MODERATING = {roles.EDITOR, roles.MANAGING_EDITOR, roles.MODERATOR}


def reject(comment, by):
    return decisions.reject(comment, by, Reason.OFF_TOPIC)


DECIDE = {"approve": decisions.approve, "reject": reject, "spam": decisions.mark_spam}


@pytest.fixture
def comment():
    comment = CommentFactory()
    counts.recount(comment.article_id)
    return comment


@pytest.fixture
def moderator():
    return UserFactory(role=roles.MODERATOR)


def counted(comment) -> tuple[int, int]:
    discussion = Discussion.objects.get(article=comment.article_id)
    return discussion.approved_count, discussion.waiting_count


@pytest.mark.parametrize(
    ("decide", "state", "reason"),
    [
        ("approve", State.APPROVED, ""),
        ("reject", State.REJECTED, Reason.OFF_TOPIC),
        ("spam", State.SPAM, Reason.ADVERTISING),
    ],
)
def test_a_decision_is_kept_with_who_and_when(comment, moderator, decide, state, reason):
    decision = DECIDE[decide](comment, moderator)
    stored = Comment.objects.get()
    assert (stored.state, stored.reason, stored.decided_by, stored.decided_at) == (
        state,
        reason,
        moderator,
        decision.at,
    )
    assert (decision.before, decision.after, decision.reason, decision.by) == (State.WAITING, state, reason, moderator)
    assert counted(comment) == (int(state == State.APPROVED), 0)


@pytest.mark.parametrize("decide", DECIDE)
@pytest.mark.parametrize("role", roles.ROLES)
def test_only_those_who_moderate_may_decide(comment, role, decide):
    person = UserFactory(role=role)
    if role in MODERATING:
        DECIDE[decide](comment, person)
        return
    with pytest.raises(NotAllowed):
        DECIDE[decide](comment, person)
    assert Comment.objects.get().state == State.WAITING
    assert not Decision.objects.exists()


@pytest.mark.parametrize("role", roles.ROLES)
def test_only_those_who_moderate_may_undo(comment, role):
    decision = decisions.approve(comment, None)
    person = UserFactory(role=role)
    if role in MODERATING:
        assert decisions.undo(decision, person).state == State.WAITING
        return
    with pytest.raises(NotAllowed):
        decisions.undo(decision, person)
    assert Comment.objects.get().state == State.APPROVED


@pytest.mark.parametrize("role", roles.ROLES)
def test_only_those_who_moderate_may_feature(role):
    comment, person = ApprovedCommentFactory(), UserFactory(role=role)
    if role in MODERATING:
        decisions.feature(comment, person)
        assert Comment.objects.get().featured_at
        decisions.unfeature(comment, person)
        assert not Comment.objects.get().featured_at
        return
    for act in (decisions.feature, decisions.unfeature):
        with pytest.raises(NotAllowed):
            act(comment, person)


@pytest.mark.parametrize("role", roles.ROLES)
def test_only_the_managing_editor_may_erase(comment, role):
    person = UserFactory(role=role)
    if role == roles.MANAGING_EDITOR:
        decisions.erase(comment, person)
        assert not Comment.objects.exists()
        assert counted(comment) == (0, 0)
        return
    with pytest.raises(NotAllowed):
        decisions.erase(comment, person)
    assert Comment.objects.exists()


def test_a_moderator_sees_the_newest_state_not_the_one_on_the_screen(comment, moderator):
    on_screen = Comment.objects.get()
    decisions.approve(comment, None)
    with pytest.raises(AlreadySo):
        decisions.approve(on_screen, moderator)
    assert Decision.objects.count() == 1


def test_a_rejection_may_change_its_reason(comment, moderator):
    decisions.reject(comment, moderator, Reason.OFF_TOPIC)
    decisions.reject(comment, moderator, Reason.PERSONAL)
    assert Comment.objects.get().reason == Reason.PERSONAL


@pytest.mark.parametrize("decide", DECIDE)
def test_what_its_writer_took_back_is_nobodys_to_decide(comment, moderator, decide):
    decisions.take_back(comment)
    with pytest.raises(TakenBack):
        DECIDE[decide](comment, moderator)


def test_undo_restores_state_reason_and_who_decided_before(comment, moderator):
    first = decisions.reject(comment, moderator, Reason.PERSONAL)
    second = decisions.approve(comment, None)
    decisions.undo(second, moderator)
    stored = Comment.objects.get()
    assert (stored.state, stored.reason, stored.decided_by, stored.decided_at) == (
        State.REJECTED,
        Reason.PERSONAL,
        moderator,
        first.at,
    )
    decisions.undo(first, moderator)
    stored = Comment.objects.get()
    assert (stored.state, stored.reason, stored.decided_by, stored.decided_at) == (State.WAITING, "", None, None)
    assert counted(comment) == (0, 1)


def test_undo_does_not_reach_through_a_later_decision(comment, moderator):
    first = decisions.approve(comment, moderator)
    decisions.mark_spam(comment, moderator)
    with pytest.raises(DecidedSince, match="quyết định mới hơn"):
        decisions.undo(first, moderator)
    assert Comment.objects.get().state == State.SPAM


def test_undo_happens_once(comment, moderator):
    decision = decisions.approve(comment, moderator)
    decisions.undo(Decision.objects.get(), moderator)
    with pytest.raises(AlreadySo):
        decisions.undo(decision, moderator)


def test_undo_does_not_bring_back_what_its_writer_took_back(comment, moderator):
    approved = decisions.approve(comment, moderator)
    taken_back = decisions.take_back(comment)
    for decision in (approved, taken_back):
        with pytest.raises(TakenBack):
            decisions.undo(decision, moderator)


@pytest.mark.parametrize("state", [State.WAITING, State.REJECTED, State.SPAM, State.TAKEN_BACK])
def test_only_what_readers_see_can_be_featured(state, moderator):
    with pytest.raises(NotShown):
        decisions.feature(CommentFactory(state=state), moderator)


def test_a_comment_that_is_no_longer_shown_is_no_longer_featured(moderator):
    comment = ApprovedCommentFactory()
    decisions.feature(comment, moderator)
    decisions.reject(comment, moderator, Reason.UNFOUNDED)
    assert Comment.objects.get().featured_at is None


def test_the_version_goes_up_with_all_that_readers_see_and_with_nothing_else(comment, moderator):
    def version() -> int:
        return Discussion.objects.get().version

    before = version()
    decisions.mark_spam(comment, moderator)
    decisions.reject(comment, moderator, Reason.OFF_TOPIC)
    assert version() == before
    decision = decisions.approve(comment, moderator)
    assert version() == before + 1
    decisions.feature(comment, moderator)
    assert version() == before + 2
    decisions.unfeature(comment, moderator)
    decisions.undo(decision, moderator)
    assert version() == before + 4


def test_every_refusal_says_why_in_words(comment, moderator):
    decisions.take_back(comment)
    with pytest.raises(CannotDecide) as refused:
        decisions.approve(comment, moderator)
    assert str(refused.value) == "Người gửi đã rút lại bình luận này."


def test_counts_that_a_bulk_load_left_behind_do_not_stop_a_moderator(moderator):
    comment = CommentFactory()
    Discussion.objects.create(article=comment.article)
    decisions.approve(comment, moderator)
    assert counted(comment) == (1, 0)


def test_where_there_is_no_discussion_yet_a_decision_counts_afresh(moderator):
    comment = CommentFactory()
    CommentFactory(article=comment.article)
    decisions.approve(comment, moderator)
    assert counted(comment) == (1, 1)
