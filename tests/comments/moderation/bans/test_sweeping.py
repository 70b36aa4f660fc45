"""What goes with a ban, and comes back with its undoing."""

from datetime import timedelta

import pytest
from django.utils import timezone

from comments.models import Comment, Discussion, Reason, State
from comments.moderation import counts, decisions
from comments.moderation.bans import keeping, sweeping
from comments.moderation.bans.counting import count
from comments.moderation.bans.keys import Person
from comments.moderation.errors import CannotDecide
from news import roles
from news.models import Outcome
from tests.comments.moderation.bans.banning import banned
from tests.factories import CommentFactory, LiveArticleFactory, UserFactory

pytestmark = pytest.mark.django_db
FROM = {"address_hash": "a" * 64, "network_hash": "b" * 64, "email": "lan@example.vn", "name": "Nguyễn Văn Tèo"}


@pytest.fixture
def moderator():
    return UserFactory(role=roles.MODERATOR)


def said(**changes) -> Comment:
    return CommentFactory(**{**FROM, **changes})


def swept_with(comment: Comment, sweep: str, kinds: set[str]) -> set[Comment]:
    """What would go."""
    counted = count(comment, Person.of(comment).only(kinds), sweep, timezone.now())
    assert counted.waiting + counted.approved == len(counted.pks)
    return set(Comment.objects.filter(pk__in=counted.pks))


def test_each_reach_takes_what_it_says():
    now = timezone.now()
    this = said()
    waiting = said(created_at=now - timedelta(days=300))
    shown = said(state=State.APPROVED, created_at=now - timedelta(days=6))
    older = said(state=State.APPROVED, created_at=now - timedelta(days=8))
    for state in (State.REJECTED, State.SPAM, State.TAKEN_BACK):
        said(state=state)
    said(state=State.APPROVED, answered_by=UserFactory())
    CommentFactory()
    assert swept_with(this, "this", {"address_hash"}) == {this}
    assert swept_with(this, "waiting", {"address_hash"}) == {this, waiting}
    assert swept_with(this, "7", {"address_hash"}) == {this, shown}
    assert swept_with(this, "30", {"address_hash"}) == {this, shown, older}


@pytest.mark.parametrize(
    ("kind", "same"),
    [
        ("name", {"name": "nguyen v.a.n te0"}),
        ("email", {"email": "LAN+x@example.vn"}),
        ("address_hash", {"address_hash": "a" * 64}),
        ("network_hash", {"network_hash": "b" * 64}),
    ],
)
def test_a_source_is_what_the_ban_is_by(kind, same):
    this, other = said(), CommentFactory(**same)
    assert swept_with(this, "waiting", {kind}) == {this, other}
    assert swept_with(this, "waiting", set(FROM) - {kind}) == {this}


def test_comments_without_contact_are_not_thrown_together():
    this = CommentFactory(name="Lê Hoa")
    CommentFactory(name="Trần Nam")
    assert swept_with(this, "waiting", set(FROM)) == {this}


def test_namesakes_and_neighbours_are_told_before():
    this = said()
    said(address_hash="c" * 64)
    said(address_hash="d" * 64, name="Lê Hoa")
    heeded = count(this, Person.of(this), "this", timezone.now()).heed
    assert heeded == [
        "Tên này còn do 1 nguồn gửi khác dùng trong 30 ngày qua.",
        "Dải mạng này còn 2 nguồn gửi khác trong 30 ngày qua.",
    ]


def test_what_was_counted_is_marked_until_anything_changes():
    this, other = said(), said()
    person = Person.of(this)
    before = count(this, person, "waiting", timezone.now()).mark
    assert count(this, person, "waiting", timezone.now()).mark == before
    Comment.objects.filter(pk=other.pk).update(edition=1)
    edited = count(this, person, "waiting", timezone.now()).mark
    decisions.approve(Comment.objects.get(pk=other.pk), None)
    assert len({before, edited, count(this, person, "waiting", timezone.now()).mark}) == 3


def test_a_sweep_is_undone_as_one_and_lifts_the_ban(moderator):
    article, editor = LiveArticleFactory(), UserFactory(role=roles.EDITOR)
    waiting, shown, marked, last = (said(article=article) for _each in range(4))
    for each in (shown, marked):
        decisions.approve(each, editor)
    decisions.feature(marked, editor)
    featured_at = Comment.objects.get(pk=marked.pk).featured_at
    counts.recount(article.pk)
    pks = [waiting.pk, shown.pk, marked.pk, last.pk]
    ban = banned(moderator, **FROM, sweep=pks, reason=Reason.OFFENSIVE)
    assert set(Comment.objects.values_list("state", "reason", "decided_by")) == {
        ("rejected", "offensive", moderator.pk)
    }
    assert (Discussion.objects.get().waiting_count, Discussion.objects.get().approved_count) == (0, 0)
    decisions.approve(last, editor)
    keeping.undo(ban, moderator)
    states = dict(Comment.objects.values_list("pk", "state"))
    assert [states[pk] for pk in pks] == ["waiting", "approved", "approved", "approved"]
    back = Comment.objects.get(pk=marked.pk)
    assert (back.featured_at, back.decided_by) == (featured_at, editor)
    assert (Discussion.objects.get().waiting_count, Discussion.objects.get().approved_count) == (1, 3)
    assert [item.outcome for item in ban.swept.order_by("comment_id")] == [*[Outcome.UNDONE] * 3, Outcome.KEPT]
    ban.refresh_from_db()
    assert not ban.is_live(timezone.now())
    with pytest.raises(CannotDecide, match="được hoàn tác rồi"):
        keeping.undo(ban, moderator)


def test_after_thirty_days_nothing_comes_back(moderator):
    this = said()
    ban = banned(moderator, name=this.name, sweep=[this.pk])
    type(ban).objects.update(at=timezone.now() - timedelta(days=30))
    with pytest.raises(CannotDecide, match="quá 30 ngày"):
        keeping.undo(ban, moderator)
    assert Comment.objects.get().state == State.REJECTED


def test_what_was_decided_or_taken_back_meanwhile_is_left_alone(moderator):
    gone, spam = said(), said()
    decisions.take_back(gone)
    decisions.mark_spam(spam, None)
    ban = banned(moderator, name=FROM["name"], sweep=[gone.pk, spam.pk])
    assert set(ban.swept.values_list("outcome", flat=True)) == {Outcome.REFUSED}
    assert {one.state for one in Comment.objects.all()} == {State.TAKEN_BACK, State.SPAM}


def test_more_than_a_request_bears_is_left_to_the_worker_and_carried_on_once(moderator, monkeypatch):
    monkeypatch.setattr(sweeping, "AT_ONCE", 2)
    pks = [said().pk for _each in range(3)]
    ban = banned(moderator, name=FROM["name"], sweep=pks)
    assert sweeping.left(ban) == 3
    sweeping.carry_on(ban, most=1)
    assert sweeping.left(ban) == 2
    for _twice in range(2):
        sweeping.carry_on(ban)
    assert sweeping.left(ban) == 0 and Comment.objects.filter(state=State.REJECTED).count() == 3
    keeping.undo(ban, moderator)
    sweeping.carry_on(type(ban).objects.get(pk=ban.pk))
    assert Comment.objects.filter(state=State.WAITING).count() == 3


def test_undoing_before_its_turn_leaves_the_rest_untouched(moderator, monkeypatch):
    monkeypatch.setattr(sweeping, "AT_ONCE", 0)
    pks = [said().pk for _each in range(2)]
    ban = banned(moderator, name=FROM["name"], sweep=pks)
    sweeping.carry_on(ban, most=1)
    keeping.undo(ban, moderator)
    sweeping.carry_on(ban)
    assert set(ban.swept.values_list("outcome", flat=True)) == {Outcome.UNDONE, Outcome.REFUSED}
    assert set(Comment.objects.values_list("state", flat=True)) == {State.WAITING}
