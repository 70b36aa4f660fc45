"""One comment at the desk, with all that is known of it."""

import re

import pytest
from django.test import Client

from comments.models import Comment, Discussion, Reason, State
from comments.moderation import counts, decisions, second_look
from news import roles
from tests.comments.sending import send
from tests.factories import ArticleFactory, CommentFactory, LiveArticleFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def moderator(client) -> Client:
    client.force_login(UserFactory(role=roles.MODERATOR))
    return client


def address(comment: Comment) -> str:
    return f"/toa-soan/comments/comment/{comment.pk}/change/"


def test_it_shows_the_whole_comment_and_its_context(moderator):
    question = CommentFactory(name="Ông Hai", text="Câu hỏi trước đó")
    comment = CommentFactory(
        article=question.article, parent=question, text="Dài " * 500 + "hết.", email="lan@example.vn"
    )
    page = moderator.get(address(comment)).text
    for expected in (
        comment.text,
        comment.email,
        comment.article.headline,
        comment.article.standfirst,
        "Ông Hai",
        "Câu hỏi trước đó",
    ):
        assert expected in page


def test_it_shows_what_the_phases_thought(moderator):
    send(LiveArticleFactory(), homepage="http://x.example")
    page = moderator.get(address(Comment.objects.get())).text
    assert "Có điền ô bẫy thư rác không" in page
    assert "thư rác: quảng cáo" in page


def test_it_shows_other_comments_from_the_same_address_and_no_others(moderator):
    comment = CommentFactory(address_hash="a" * 64)
    CommentFactory(address_hash="a" * 64, text="Cùng nguồn", state=State.SPAM)
    CommentFactory(address_hash="b" * 64, text="Nguồn khác")
    page = moderator.get(address(comment)).text
    assert "Cùng nguồn" in page
    assert "Nguồn khác" not in page


def test_comments_without_an_address_are_not_thrown_together(moderator):
    comment = CommentFactory()
    CommentFactory(text="Không liên quan")
    assert "Không liên quan" not in moderator.get(address(comment)).text


def test_it_shows_every_decision_and_undoes_the_one_that_stands(moderator):
    comment = CommentFactory()
    first = decisions.reject(comment, UserFactory(role=roles.MODERATOR, display_name="Anh Một"), Reason.PERSONAL)
    second = decisions.approve(comment, UserFactory(role=roles.EDITOR, display_name="Chị Hai"))
    page = moderator.get(address(comment)).text
    for expected in ("Anh Một", "Chị Hai", "lộ thông tin cá nhân"):
        assert expected in page
    assert f'name="decision" value="{second.pk}"' in page
    assert f'name="decision" value="{first.pk}"' not in page


def test_a_comment_that_was_taken_back_offers_nothing_to_decide(moderator):
    comment = CommentFactory()
    decisions.take_back(comment)
    page = moderator.get(address(comment)).text
    assert "Người gửi đã rút lại" in page
    assert "quyet-dinh/" not in page
    assert 'name="decision"' not in page


@pytest.mark.parametrize("role", roles.ROLES)
def test_only_the_managing_editor_deletes_and_the_counts_follow(client, role):
    client.force_login(UserFactory(role=role))
    comment = CommentFactory()
    counts.recount(comment.article_id)
    answer = client.post(f"/toa-soan/comments/comment/{comment.pk}/delete/", {"post": "yes"})
    if role == roles.MANAGING_EDITOR:
        assert answer.status_code == 302
        assert not Comment.objects.exists()
        assert Discussion.objects.get().waiting_count == 0
    else:
        assert answer.status_code == 403
        assert Comment.objects.exists()


def test_a_moderator_reads_the_standfirst_of_what_is_live_and_of_nothing_else(moderator):
    comment = CommentFactory(article__state="withdrawn", article__standfirst="Sapo đã gỡ.")
    page = moderator.get(address(comment)).text
    assert comment.article.headline in page and "Sapo đã gỡ." not in page
    assert comment.article.get_absolute_url() not in page


def test_a_moderator_opens_no_article_at_the_desk(moderator):
    article = CommentFactory().article
    desk = f"/toa-soan/news/article/{article.pk}/change/"
    preview = f"/toa-soan/bai/{article.pk}/xem-truoc/"
    assert [moderator.get(each).status_code for each in (desk, "/toa-soan/news/article/", preview)] == [403, 403, 404]


def test_numbers_tried_in_the_address_tell_no_headline_that_nobody_has_talked_about(moderator):
    draft, talked_about = ArticleFactory(headline="Bản nháp bí mật"), CommentFactory().article
    answers = {pk: moderator.get(f"/toa-soan/comments/comment/?bai={pk}").text for pk in (draft.pk, talked_about.pk)}
    assert "Bản nháp bí mật" not in answers[draft.pk]
    assert talked_about.headline in answers[talked_about.pk]


def test_it_shows_what_the_writer_changed_word_by_word_and_what_had_become_of_it(moderator):
    send(LiveArticleFactory(), text="Tôi thấy rất hay.", name="Lan")
    comment = Comment.objects.get()
    edited = Client().post(f"{comment.receipt_url()}sua/", {"text": "Tôi thấy rất dở.", "name": "Lan", "lan": "0"})
    assert edited.status_code == 303
    page = moderator.get(address(comment)).text
    assert "Người gửi đã sửa" in page and "Sửa lúc" in page and "trước đó: chờ duyệt" in page
    deleted, inserted = (re.search(f"<{tag}>(.*?)</{tag}>", page.split("compared-rows")[1]) for tag in ("del", "ins"))
    assert "hay" in deleted[1] and "dở" in inserted[1]


def test_it_compares_markup_as_text(moderator):
    send(LiveArticleFactory(), text="<script>alert(1)</script> một")
    comment = Comment.objects.get()
    Client().post(f"{comment.receipt_url()}sua/", {"text": "<script>alert(2)</script> hai", "name": "Lan", "lan": "0"})
    page = moderator.get(address(comment)).text
    assert "<script>alert" not in page and comment.name in page


def test_it_shows_why_the_writer_asks_for_another_look_and_offers_no_undo_of_that(moderator):
    comment = CommentFactory()
    decisions.reject(comment, None, Reason.OFF_TOPIC)
    second_look.ask(comment, "Xin đọc kỹ đoạn hai.")
    page = moderator.get(address(comment)).text
    assert "Người gửi xin xem lại lúc" in page and "Xin đọc kỹ đoạn hai." in page
    assert 'name="decision"' not in page
    assert "quyet-dinh/duyet/" in page


def test_a_button_under_words_that_have_changed_since_says_so_and_decides_nothing(moderator):
    send(LiveArticleFactory())
    comment = Comment.objects.get()
    assert f'name="lan-{comment.pk}" value="0"' in moderator.get(address(comment)).text
    Client().post(f"{comment.receipt_url()}sua/", {"text": "Lời khác hẳn", "name": "Lan", "lan": "0"})
    desk = f"/toa-soan/comments/comment/{comment.pk}/quyet-dinh/duyet/"
    moderator.post(desk, {f"lan-{comment.pk}": "0"})
    assert "Người gửi vừa sửa bình luận này" in moderator.get(address(comment)).text
    assert Comment.objects.get().state == State.WAITING
    for odd in ("x", "9" * 400, "-1"):  # a page that doesn't say decides about what stands
        moderator.post(desk, {f"lan-{comment.pk}": odd})
        assert Comment.objects.get().state == State.APPROVED
