"""The writer's own page."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from comments.models import Comment, Discussion, Reason
from comments.models import State as CommentState
from comments.moderation import counts, decisions, reasons
from news.models import CommentPolicy, State
from news.vietnamese.dates import long_date
from tests.comments.sending import set_policy
from tests.factories import ApprovedCommentFactory, CommentFactory, LiveArticleFactory

pytestmark = pytest.mark.django_db


def receipt_of(comment: Comment):
    answer = Client().get(comment.receipt_url())
    assert answer.status_code == 200
    return answer


def test_it_tells_what_was_written_when_and_that_it_waits():
    comment = CommentFactory(text="Dòng một\nDòng hai", email="lan@example.vn")
    page = receipt_of(comment).text
    for expected in (comment.name, "Dòng một\nDòng hai", comment.email, long_date(comment.created_at)):
        assert expected in page
    assert "Đang chờ duyệt" in page
    assert comment.article.headline in page
    assert comment.article.get_absolute_url() in page


def test_an_approved_comment_is_found_under_its_article():
    comment = ApprovedCommentFactory()
    page = receipt_of(comment).text
    assert "đã được đăng" in page
    assert f'href="{comment.get_absolute_url()}"' in page


def test_an_old_approved_comment_is_found_at_its_lasting_address():
    comment = ApprovedCommentFactory(text="Ý kiến đầu tiên")
    for _ in range(20):
        ApprovedCommentFactory(article=comment.article)
    link = f"/binh-luan/bl/{comment.pk}/"
    assert f'href="{link}#bl-{comment.pk}"' in receipt_of(comment).text
    assert f'id="bl-{comment.pk}"' in Client().get(link).text
    assert f'id="bl-{comment.pk}"' not in Client().get(comment.article.get_absolute_url()).text


@pytest.mark.parametrize("reason", Reason.values)
def test_a_rejected_comment_gets_its_reason_and_advice(reason):
    comment = CommentFactory(state=CommentState.REJECTED, reason=reason)
    why, advice = reasons.WHY[reason]
    page = receipt_of(comment).text
    assert str(why) in page
    assert str(advice) in page
    assert "không được đăng" in page


def test_a_rejection_without_a_reason_is_still_explained():
    page = receipt_of(CommentFactory(state=CommentState.REJECTED)).text
    assert str(reasons.UNSAID[0]) in page


def test_spam_is_told_honestly():
    page = receipt_of(CommentFactory(state=CommentState.SPAM, reason=Reason.ADVERTISING)).text
    assert "quảng cáo hoặc thư rác" in page


@pytest.mark.parametrize("state", [CommentState.WAITING, CommentState.APPROVED, CommentState.REJECTED])
def test_its_writer_may_take_a_comment_back_at_any_time(state):
    comment = CommentFactory(state=state)
    counts.recount(comment.article_id)
    answer = Client().post(comment.receipt_url() + "rut-lai/", headers={"Origin": "null"})
    assert (answer.status_code, answer["Location"]) == (303, comment.receipt_url())
    comment.refresh_from_db()
    assert comment.state == CommentState.TAKEN_BACK
    page = receipt_of(comment).text
    assert "Bạn đã rút lại bình luận" in page
    assert "rut-lai" not in page
    assert comment.text not in Client().get(comment.article.get_absolute_url()).text
    discussion = Discussion.objects.get(article=comment.article)
    assert (discussion.approved_count, discussion.waiting_count) == (0, 0)


def test_taking_back_twice_changes_nothing_more():
    comment = CommentFactory()
    for _ in range(2):
        assert Client().post(comment.receipt_url() + "rut-lai/").status_code == 303
    assert comment.decisions.count() == 1


def test_looking_takes_nothing_back():
    comment = CommentFactory()
    assert Client().get(comment.receipt_url() + "rut-lai/").status_code == 405
    comment.refresh_from_db()
    assert comment.state == CommentState.WAITING


@pytest.mark.parametrize("token", ["x", "a" * 500, "%20", "..%2f", "ệ"])
def test_a_wrong_token_is_not_found(token):
    CommentFactory()
    assert Client().get(f"/binh-luan/phieu/{token}/").status_code == 404
    assert Client().post(f"/binh-luan/phieu/{token}/rut-lai/").status_code == 404


def test_nobody_else_learns_of_it():
    answer = receipt_of(CommentFactory())
    assert answer["Cache-Control"] == "no-store, private"
    assert "noindex" in answer["X-Robots-Tag"]
    assert answer["Referrer-Policy"] == "no-referrer"
    assert 'name="robots" content="noindex' in answer.text
    assert not answer.cookies


@pytest.mark.parametrize("comment_state", [CommentState.APPROVED, CommentState.WAITING, CommentState.REJECTED])
@pytest.mark.parametrize(
    "changes",
    [{"state": State.WITHDRAWN}, {"state": State.DRAFT}, {"published_at": timezone.now() + timedelta(days=1)}],
)
def test_an_article_that_readers_may_not_see_is_not_named(changes, comment_state):
    article = LiveArticleFactory(headline="Tít mới chưa công bố", slug="tit-moi-chua-cong-bo")
    for name, value in changes.items():
        setattr(article, name, value)
    article.save()
    page = receipt_of(CommentFactory(article=article, state=comment_state)).text
    assert article.headline not in page
    assert article.slug not in page


def test_where_comments_are_hidden_an_approved_one_has_no_place_to_go():
    comment = ApprovedCommentFactory()
    set_policy(comment.article, CommentPolicy.HIDDEN)
    page = receipt_of(comment).text
    assert "đang ẩn phần bình luận" in page
    assert "#bl-" not in page


def test_it_follows_the_moderators():
    comment = CommentFactory()
    decisions.reject(comment, None, Reason.OFF_TOPIC)
    assert "không liên quan" in receipt_of(comment).text
    decisions.approve(comment, None)
    assert "đã được đăng" in receipt_of(comment).text
