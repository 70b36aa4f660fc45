"""Readers answer each other: two levels are shown, and what can't be answered is told without losing a word."""

from html import escape

import html5lib
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from comments.models import Comment, State
from comments.moderation import counts, decisions
from comments.moderation.words import current
from news.models import CommentPolicy
from tests.comments.sending import TYPED, send, set_policy
from tests.databases import once
from tests.factories import ApprovedCommentFactory, CommentFactory, LiveArticleFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    article = LiveArticleFactory()
    set_policy(article, CommentPolicy.POST)
    return article


def answer_to(comment: Comment, text: str = "Tôi đồng ý.", **changes: object) -> Comment:
    """An answer through the form, shown at once under post-moderation."""
    assert send(comment.article, text=text, tra_loi=comment.pk, **changes).status_code == 303
    return Comment.objects.newest_first()[0]


def levels(address: str) -> list[str]:
    """The texts in their order, those of the second level behind a dash."""
    tree = html5lib.parse(Client().get(address).text, namespaceHTMLElements=False)
    found = []
    for thread in tree.findall(".//ol[@class='comments']/li"):
        found.append("".join(thread.find("article/p").itertext()))
        found += ["– " + "".join(each.find("p").itertext()) for each in thread.findall("ol//article")]
    return found


def test_an_answer_stands_under_what_it_answers(article):
    question = ApprovedCommentFactory(article=article, text="Hỏi")
    answer = answer_to(question, "Đáp")
    assert (answer.parent, answer.in_answer_to, answer.starts_thread) == (question, question, False)
    assert levels(article.get_absolute_url()) == ["Hỏi", "– Đáp"]


def test_an_answer_to_an_answer_attaches_to_the_second_level_and_names_what_it_answers(article):
    question = ApprovedCommentFactory(article=article, text="Hỏi", name="Lan")
    first = answer_to(question, "Đáp", name="Hùng <b>")
    second = answer_to(first, "Đáp lại")
    third = answer_to(second, "Đáp lại nữa")
    assert {one.parent_id for one in (first, second, third)} == {question.pk}
    assert (second.in_answer_to, third.in_answer_to) == (first, second)
    assert levels(article.get_absolute_url()) == ["Hỏi", "– Đáp", "– Đáp lại", "– Đáp lại nữa"]
    page = Client().get(article.get_absolute_url()).text
    assert f'href="/binh-luan/bl/{first.pk}/#bl-{first.pk}">trả lời <bdi>Hùng &lt;b&gt;</bdi>' in page
    assert "<bdi>Lan</bdi>" not in page, "what stands right under its question needs no such line"


def test_the_page_of_the_form_names_what_is_answered_and_the_form_says_it(article):
    question = ApprovedCommentFactory(article=article, text="Ai biết <giờ> tàu?", name="Lan")
    page = Client().get(f"/binh-luan/bl/{question.pk}/tra-loi/")
    assert escape(question.text) in page.text
    assert f'name="tra_loi" value="{question.pk}"' in page.text
    assert f'action="/binh-luan/{article.pk}/"' in page.text
    assert f'href="/binh-luan/bl/{question.pk}/tra-loi/"' in Client().get(article.get_absolute_url()).text
    assert page["Cache-Control"].startswith("public")
    assert not page.cookies


def test_a_waiting_answer_is_not_seen_and_then_stands_in_its_place(article):
    set_policy(article, CommentPolicy.PRE)
    question = ApprovedCommentFactory(article=article, text="Hỏi")
    answer = answer_to(question, "Đáp")
    assert levels(article.get_absolute_url()) == ["Hỏi"]
    decisions.approve(answer, None)
    assert levels(article.get_absolute_url()) == ["Hỏi", "– Đáp"]


@pytest.mark.parametrize("state", [State.WAITING, State.REJECTED, State.SPAM, State.TAKEN_BACK])
def test_what_readers_do_not_see_cannot_be_answered(article, state):
    hidden = CommentFactory(article=article, state=state, text="Lời không ai thấy")
    answer = send(article, tra_loi=hidden.pk)
    assert answer.status_code == 422
    assert ("rút lại" if state == State.TAKEN_BACK else "hiện không có trên trang") in answer.text
    assert TYPED["text"] in answer.text
    assert "gửi như một bình luận riêng" in answer.text
    assert "Lời không ai thấy" not in answer.text
    assert 'name="tra_loi"' not in answer.text
    assert Comment.objects.count() == 1


def test_a_comment_under_another_article_cannot_be_answered(article):
    elsewhere = ApprovedCommentFactory()
    answer = send(article, tra_loi=elsewhere.pk)
    assert (answer.status_code, "dưới một bài khác" in answer.text) == (422, True)
    assert Comment.objects.count() == 1


def test_an_unknown_comment_cannot_be_answered(article):
    for asked in ("999999999", "0", "-1", "abc", "9" * 5000, "1\0", "١٢", "' or 1=1", "1.5", "\u202e1"):
        answer = send(article, tra_loi=asked)
        assert (answer.status_code, "Không tìm thấy bình luận mà bạn trả lời" in answer.text) == (422, True)
        assert TYPED["text"] in answer.text
    assert not Comment.objects.exists()


def test_what_was_answered_is_still_named_on_the_form_that_came_back(article, settings):
    question = ApprovedCommentFactory(article=article, text="Hỏi")
    settings.COMMENTS_PER_MINUTE = 1
    send(article)
    for status, changes in ((422, {"name": ""}), (429, {})):
        answer = send(article, tra_loi=question.pk, **changes)
        assert answer.status_code == status
        assert f'name="tra_loi" value="{question.pk}"' in answer.text
        assert "Hỏi" in answer.text


def test_a_form_with_two_mistakes_tells_both(article):
    answer = send(article, tra_loi="12345", name="")
    assert answer.status_code == 422
    assert "Không tìm thấy bình luận mà bạn trả lời" in answer.text
    assert "Vui lòng nhập tên" in answer.text


def test_the_form_is_not_offered_where_nothing_is_taken_in(article):
    question = ApprovedCommentFactory(article=article)
    set_policy(article, CommentPolicy.CLOSED)
    answer = Client().get(f"/binh-luan/bl/{question.pk}/tra-loi/")
    assert (answer.status_code, answer["Location"]) == (302, f"/binh-luan/bl/{question.pk}/#bl-{question.pk}")
    assert "tra-loi" not in Client().get(article.get_absolute_url()).text
    assert send(article, tra_loi=question.pk).status_code == 409


def test_the_same_words_to_two_readers_are_two_comments(article):
    one, other = ApprovedCommentFactory(article=article), ApprovedCommentFactory(article=article)
    assert {answer_to(one).parent_id, answer_to(other).parent_id} == {one.pk, other.pk}
    assert send(article, text="Tôi đồng ý.", tra_loi=one.pk).status_code == 303
    assert Comment.objects.count() == 4


def test_answers_stand_alone_while_their_question_is_gone_and_come_back_with_it(article):
    question = ApprovedCommentFactory(article=article, text="Hỏi", name="Lan")
    answer = answer_to(question, "Đáp")
    decision = decisions.reject(Comment.objects.get(pk=question.pk), None)
    late = answer_to(Comment.objects.get(pk=answer.pk), "Đáp muộn")
    assert levels(article.get_absolute_url()) == ["Đáp muộn", "Đáp"]
    assert "<bdi>Lan</bdi>" not in Client().get(article.get_absolute_url()).text, "the name went with the words"
    decisions.undo(decision, None)
    assert late.parent_id == question.pk
    assert levels(article.get_absolute_url()) == ["Hỏi", "– Đáp", "– Đáp muộn"]


def test_answers_outlive_a_question_that_is_deleted_for_good(article):
    question = ApprovedCommentFactory(article=article, text="Hỏi")
    answer_to(question, "Đáp")
    decisions.erase(Comment.objects.get(pk=question.pk), None)
    assert levels(article.get_absolute_url()) == ["Đáp"]


def test_an_article_goes_with_its_threads(article):
    answer_to(answer_to(ApprovedCommentFactory(article=article)))
    article.delete()
    assert not Comment.objects.exists()


def test_an_answer_that_is_changed_stays_in_its_place_and_is_known_again(article):
    set_policy(article, CommentPolicy.PRE)
    question = ApprovedCommentFactory(article=article)
    answer = answer_to(question, "Đáp")
    Client().post(f"{answer.receipt_url()}sua/", {"text": "Đáp khác", "name": TYPED["name"], "lan": "0"})
    answer.refresh_from_db()
    assert (answer.text, answer.parent) == ("Đáp khác", question)
    assert send(article, text="Đáp khác", tra_loi=question.pk)["Location"] == answer.receipt_url()


def test_answering_asks_two_queries_more_than_commenting_and_then_one(article):
    counts.recount(article.pk)
    current.newest()
    question = ApprovedCommentFactory(article=article)
    for text, most in (("Đáp một", 10), ("Đáp hai", 9)):
        with CaptureQueriesContext(connection) as asked:
            send(article, text=text, tra_loi=question.pk)
        assert len(asked) <= most


@once
def test_a_robot_in_the_trap_is_answered_like_anybody(article):
    question = ApprovedCommentFactory(article=article)
    assert answer_to(question, homepage="http://vay-nong.example").state == State.SPAM
