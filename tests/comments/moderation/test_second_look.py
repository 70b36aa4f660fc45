"""Whose comment was not shown may ask for another look, once."""

from html import escape

import pytest
from django.http import HttpResponse
from django.test import Client

from comments.models import Comment, Decision, Discussion, Reason, SecondLook, State
from comments.moderation import counts, decisions, second_look
from comments.moderation.errors import AlreadySo, AskedAgain, NotRejected, TakenBack
from comments.moderation.phases.blocked_words import blocked_words
from news import roles
from tests.factories import CommentFactory, UserFactory

pytestmark = pytest.mark.django_db

PLEA = "Tôi nói về cây cầu, không nói về ai."


@pytest.fixture
def moderator():
    return UserFactory(role=roles.MODERATOR)


@pytest.fixture
def rejected(moderator) -> Comment:
    comment = CommentFactory()
    counts.recount(comment.article_id)
    decisions.reject(comment, moderator, Reason.OFF_TOPIC)
    return comment


def ask(comment: Comment, words: str = PLEA, **headers: str) -> HttpResponse:
    return Client().post(f"{comment.receipt_url()}xem-lai/", {"words": words}, headers=headers)


def receipt(comment: Comment) -> str:
    return Client().get(comment.receipt_url()).text


def waiting(comment: Comment) -> int:
    return Discussion.objects.get(article=comment.article_id).waiting_count


@pytest.mark.parametrize("words", [PLEA, "", "  \n"])
def test_the_comment_waits_again_with_its_writers_words(rejected, words):
    assert "Xin tòa soạn xem lại" in receipt(rejected)
    answer = ask(rejected, words)
    assert (answer.status_code, answer["Location"]) == (303, rejected.receipt_url())
    stored = Comment.objects.get()
    assert (stored.state, stored.reason, stored.decided_by, waiting(stored)) == (State.WAITING, "", None, 1)
    decision = Decision.objects.first()
    assert (decision.before, decision.after, decision.by) == (State.REJECTED, State.WAITING, None)
    assert decision.reason_before == Reason.OFF_TOPIC
    asked = SecondLook.objects.get()
    assert (asked.words, asked.decision, asked.at) == (words.strip(), decision, decision.at)
    page = receipt(rejected)
    assert "Đang chờ xem lại" in page and words.strip() in page and "xem-lai/" not in page


def test_spam_may_ask_as_well(moderator):
    comment = CommentFactory()
    decisions.mark_spam(comment, moderator)
    assert ask(comment).status_code == 303
    assert Comment.objects.get().state == State.WAITING


def test_what_the_pipeline_rejected_may_ask_as_well():
    opinion = {"phase": blocked_words.__name__, "verdict": "rejected", "reason": "offensive", "ms": 0.1}
    comment = CommentFactory(state=State.REJECTED, reason=Reason.OFFENSIVE, opinions=[opinion])
    assert ask(comment).status_code == 303
    assert waiting(comment) == 1


def test_a_second_rejection_is_final_and_says_so(rejected, moderator):
    ask(rejected)
    decisions.reject(Comment.objects.get(), moderator, Reason.OFF_TOPIC)
    page = receipt(rejected)
    assert "quyết định cuối cùng" in page and "xem-lai/" not in page and "không liên quan" in page
    assert ask(rejected).status_code == 303
    assert (Comment.objects.get().state, SecondLook.objects.count()) == (State.REJECTED, 1)
    with pytest.raises(AlreadySo):
        second_look.ask(rejected, "")


def test_an_approval_after_it_is_an_approval(rejected, moderator):
    ask(rejected)
    decisions.approve(Comment.objects.get(), moderator)
    page = receipt(rejected)
    assert "đã được đăng" in page and "cuối cùng" not in page


def test_the_same_request_twice_asks_once(rejected):
    assert [ask(rejected).status_code for _ in range(3)] == [303] * 3
    assert (SecondLook.objects.count(), waiting(rejected)) == (1, 1)


def test_what_was_taken_back_asks_for_nothing(rejected):
    decisions.take_back(rejected)
    assert "xem-lai/" not in receipt(rejected)
    answer = ask(rejected)
    assert answer.status_code == 409
    assert "Bạn đã rút lại" in answer.text and PLEA in answer.text
    with pytest.raises(TakenBack):
        second_look.ask(rejected, "")


@pytest.mark.parametrize("state", [State.WAITING, State.APPROVED])
@pytest.mark.parametrize("words", [PLEA, "Dài " * 200])
def test_what_was_not_rejected_has_nothing_to_look_at_again(state, words):
    comment = CommentFactory(state=state)
    answer = ask(comment, words)
    assert answer.status_code == 409
    assert "không được đăng" in answer.text and words.strip() in answer.text
    with pytest.raises(NotRejected):
        second_look.ask(comment, "")
    assert Comment.objects.get().state == state


@pytest.mark.parametrize("words", ["ế" * 501, "Dài " * 250_000])
def test_a_second_comment_is_no_plea(rejected, words):
    answer = ask(rejected, words)
    assert answer.status_code == 422
    assert "Tối đa 500 ký tự" in answer.text and words in answer.text
    assert 'aria-describedby="xin-xem-lai-error" autofocus' in answer.text
    assert Comment.objects.get().state == State.REJECTED


def test_five_hundred_characters_are_taken_whatever_they_are(rejected):
    words = "👨‍👩‍👧" * 166  # three that people see each
    assert ask(rejected, words).status_code == 303
    assert SecondLook.objects.get().words == words


def test_markup_directions_and_nul_are_cleaned_stored_and_shown_escaped(rejected, moderator, client):
    ask(rejected, "\u202e<b>Xin</b>\0 \u2066<script>alert(1)</script>")
    client.force_login(moderator)
    stored = SecondLook.objects.get().words
    assert stored == "<b>Xin</b> <script>alert(1)</script>"
    desk = "/toa-soan/comments/comment/"
    for page in (receipt(rejected), client.get(desk).text, client.get(f"{desk}{rejected.pk}/change/").text):
        assert escape(stored) in page and "<script>alert" not in page


def test_the_decision_that_it_answers_is_not_undone_over_its_head(rejected, moderator):
    first = rejected.decisions.get()
    ask(rejected)
    for decision in (first, SecondLook.objects.get().decision):
        with pytest.raises(AskedAgain):
            decisions.undo(decision, moderator)
    assert Comment.objects.get().state == State.WAITING


@pytest.mark.parametrize("decide", [decisions.approve, decisions.reject, decisions.mark_spam])
def test_the_answer_can_be_undone_and_the_request_stands_again(rejected, moderator, decide):
    ask(rejected)
    answer = decide(Comment.objects.get(), moderator)
    decisions.undo(answer, moderator)
    stored = Comment.objects.get()
    assert (stored.state, stored.decided_by, waiting(stored)) == (State.WAITING, None, 1)
    assert "Đang chờ xem lại" in receipt(rejected)
    assert decisions.approve(stored, moderator)


def test_while_it_is_looked_at_again_nothing_is_changed(rejected):
    ask(rejected)
    answer = Client().post(f"{rejected.receipt_url()}sua/", {"text": "Lời khác", "name": "Lan", "lan": "0"})
    assert answer.status_code == 409
    assert Comment.objects.get().text == rejected.text


def test_erasing_a_comment_erases_what_was_asked(rejected, moderator):
    ask(rejected)
    decisions.erase(Comment.objects.get(), None)
    assert not SecondLook.objects.exists()
