"""Whatever happens in whatever order, counts equal reality."""

from contextlib import suppress

import pytest
from django.db import transaction
from django.db.models import Count, Q
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from comments.models import Comment, Decision, Discussion, Reason, State
from comments.moderation import decisions
from comments.moderation.errors import CannotDecide
from comments.moderation.policy import set_policy
from comments.moderation.submission import Words
from comments.posting import Sent, post
from news.models import CommentPolicy
from tests.factories import LiveArticleFactory


class Moderating(RuleBasedStateMachine):
    """Readers send and take back, moderators decide, undo, feature and erase."""

    def __init__(self) -> None:
        super().__init__()
        self.everything = transaction.atomic()
        self.everything.__enter__()
        self.article = LiveArticleFactory()
        self.sent = 0
        self.seen = (0, frozenset())

    def teardown(self) -> None:
        """Each example starts from empty tables."""
        transaction.set_rollback(True)
        self.everything.__exit__(None, None, None)

    def some(self, number: int) -> Comment:
        comments = Comment.objects.order_by("id")
        return comments[number % comments.count()]

    @rule(trap=st.sampled_from(["", "", "x"]))
    def a_reader_sends(self, trap: str) -> None:
        self.sent += 1
        post(self.article.pk, Words(f"Ý kiến {self.sent}", "Lan", trap=trap), Sent(f"address {self.sent}"))

    @rule(policy=st.sampled_from([CommentPolicy.PRE, CommentPolicy.POST]))
    def an_editor_sets_the_policy(self, policy: CommentPolicy) -> None:
        set_policy(self.article, policy, None)

    @precondition(lambda self: Comment.objects.exists())
    @rule(number=st.integers(0, 50), act=st.sampled_from(["approve", "reject", "spam", "take back", "feature"]))
    def somebody_decides(self, number: int, act: str) -> None:
        comment = self.some(number)
        with suppress(CannotDecide):
            {
                "approve": lambda: decisions.approve(comment, None),
                "reject": lambda: decisions.reject(comment, None, Reason.PERSONAL),
                "spam": lambda: decisions.mark_spam(comment, None),
                "take back": lambda: decisions.take_back(comment),
                "feature": lambda: decisions.feature(comment, None),
            }[act]()

    @precondition(lambda self: Decision.objects.exists())
    @rule(number=st.integers(0, 50))
    def somebody_undoes(self, number: int) -> None:
        decision = Decision.objects.order_by("id")[number % Decision.objects.count()]
        before = decision.comment.state
        try:
            after = decisions.undo(decision, None)
        except CannotDecide:
            return
        assert (before, after.state) == (decision.after, decision.before)

    @precondition(lambda self: Comment.objects.exists())
    @rule(number=st.integers(0, 50))
    def somebody_erases(self, number: int) -> None:
        decisions.erase(self.some(number), None)

    @invariant()
    def counts_equal_reality(self) -> None:
        discussion = Discussion.objects.of(self.article)
        real = Comment.objects.aggregate(
            approved=Count("pk", filter=Q(state=State.APPROVED)), waiting=Count("pk", filter=Q(state=State.WAITING))
        )
        assert {"approved": discussion.approved_count, "waiting": discussion.waiting_count} == real

    @invariant()
    def what_readers_see_changes_only_with_the_version(self) -> None:
        visible = Comment.objects.visible().values_list("id", "featured_at")
        now = (Discussion.objects.of(self.article).version, frozenset(visible))
        assert now[1] == self.seen[1] or now[0] > self.seen[0]
        self.seen = now

    @invariant()
    def what_is_featured_is_shown(self) -> None:
        assert not Comment.objects.exclude(state=State.APPROVED).filter(featured_at__isnull=False).exists()


@pytest.mark.django_db
def test_counts_and_version_keep_up_with_any_sequence_of_acts():
    run_state_machine_as_test(Moderating, settings=settings(max_examples=25, stateful_step_count=20))
