"""The newsroom answers a reader."""

import pytest

from comments.models import Comment, Decision, Discussion, State
from comments.moderation import batches, counts, decisions, newsroom_answers
from comments.moderation.errors import CannotDecide, DecidedSince, NotAllowed, NotShown
from news import roles
from news.models import SiteSettings
from tests.factories import ApprovedCommentFactory, CommentFactory, UserFactory

pytestmark = pytest.mark.django_db

MODERATING = {roles.EDITOR, roles.MANAGING_EDITOR, roles.MODERATOR}


@pytest.fixture
def comment():
    comment = CommentFactory()
    counts.recount(comment.article_id)
    return comment


@pytest.fixture
def moderator():
    return UserFactory(role=roles.MODERATOR)


def counted() -> tuple[int, int]:
    discussion = Discussion.objects.get()
    return discussion.approved_count, discussion.waiting_count


def test_what_waits_is_shown_with_the_answer_below_it(client, comment, moderator):
    SiteSettings.objects.update_or_create(pk=1, defaults={"name": "Báo Thử"})
    made = newsroom_answers.answer(comment, "Cảm ơn bạn, chúng tôi đang hỏi.", moderator)
    reply = made.comment
    assert (reply.parent, reply.name, reply.answered_by, reply.state) == (comment, "Báo Thử", moderator, "approved")
    assert Comment.objects.get(pk=comment.pk).state == State.APPROVED
    assert counted() == (2, 0)
    page = client.get(comment.article.get_absolute_url()).text
    assert page.index(comment.text) < page.index("Tòa soạn trả lời") < page.index("chúng tôi đang hỏi")


def test_undoing_takes_the_answer_back_and_lets_the_comment_wait_again(comment, moderator):
    made = newsroom_answers.answer(comment, "Cảm ơn bạn.", moderator)
    outcome = batches.undo(made, moderator)
    assert len(outcome.comments) == 2
    assert Comment.objects.get(pk=comment.pk).state == State.WAITING
    assert Comment.objects.get(pk=made.comment_id).state == State.TAKEN_BACK
    assert counted() == (0, 1)


def test_a_comment_that_readers_see_is_answered_without_deciding_again(moderator):
    comment = ApprovedCommentFactory()
    counts.recount(comment.article_id)
    made = newsroom_answers.answer(comment, "Cảm ơn bạn.", moderator)
    assert Decision.objects.count() == 1
    batches.undo(made, moderator)
    assert Comment.objects.get(pk=comment.pk).state == State.APPROVED
    assert counted() == (1, 0)


def test_an_answer_to_an_answer_stands_in_its_thread(moderator):
    head = ApprovedCommentFactory()
    comment = CommentFactory(article=head.article, parent=head)
    assert newsroom_answers.answer(comment, "Cảm ơn bạn.", moderator).comment.parent == head


def test_under_a_parent_that_is_not_shown_the_comment_itself_is_answered(moderator):
    head = CommentFactory(state=State.REJECTED)
    comment = CommentFactory(article=head.article, parent=head)
    answer = newsroom_answers.answer(comment, "Cảm ơn bạn.", moderator).comment
    assert (answer.in_answer_to, answer.parent, answer.starts_thread) == (comment, head, True)


@pytest.mark.parametrize("state", [State.REJECTED, State.SPAM, State.TAKEN_BACK])
def test_what_readers_do_not_see_is_not_answered(moderator, state):
    with pytest.raises(NotShown):
        newsroom_answers.answer(CommentFactory(state=state), "Cảm ơn bạn.", moderator)


def test_what_others_have_decided_since_it_was_read_is_not_answered(comment, moderator):
    decisions.reject(comment, UserFactory(display_name="Chị Hoa", role=roles.MODERATOR))
    with pytest.raises(DecidedSince, match="Chị Hoa"):
        newsroom_answers.answer(Comment(pk=comment.pk), "Cảm ơn bạn.", moderator, State.WAITING)
    assert not Comment.objects.exclude(answered_by=None).exists()


def test_nothing_is_published_where_the_comment_cannot_be(comment, moderator):
    decisions.take_back(comment)
    with pytest.raises(CannotDecide):
        newsroom_answers.answer(Comment.objects.get(), "Cảm ơn bạn.", moderator, State.WAITING)
    assert Comment.objects.count() == 1


@pytest.mark.parametrize("role", roles.ROLES)
@pytest.mark.parametrize("state", [State.WAITING, State.APPROVED])
def test_only_those_who_moderate_speak_for_the_newsroom(role, state):
    comment, person = CommentFactory(state=state), UserFactory(role=role)
    if role in MODERATING:
        assert newsroom_answers.answer(comment, "Cảm ơn bạn.", person).comment.answered_by == person
        return
    with pytest.raises(NotAllowed):
        newsroom_answers.answer(comment, "Cảm ơn bạn.", person)
    assert Comment.objects.count() == 1


@pytest.mark.parametrize(("name", "shown"), [("1", "Tòa soạn"), ("Báo " + "a" * 70, "Báo " + "a" * 56)])
def test_the_papers_name_fits_a_comments(comment, moderator, name, shown):
    SiteSettings.objects.update_or_create(pk=1, defaults={"name": name})
    assert newsroom_answers.answer(comment, "Cảm ơn bạn.", moderator).comment.name == shown
