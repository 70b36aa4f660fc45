"""Where bans, reports, letters, masking, figures and the score meet: each rule holds also beside the others."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.utils import timezone

from comments import editing
from comments.letters import sending
from comments.models import Comment, Decision, State
from comments.moderation import batches, counts, decisions, newsroom_answers
from comments.moderation.bans import seen, sweeping
from comments.posting import Sent
from news.models import CommentPolicy
from news.roles import MODERATOR
from tests.comments.moderation.bans.banning import banned
from tests.comments.sending import send, set_policy
from tests.comments.test_reports import report
from tests.factories import ApprovedCommentFactory, CommentFactory, LiveArticleFactory, UserFactory

pytestmark = pytest.mark.django_db
NOW = datetime(2031, 12, 10, 5, 0, tzinfo=UTC)


@pytest.fixture
def article():
    article = LiveArticleFactory()
    set_policy(article, CommentPolicy.POST)
    return article


@pytest.fixture
def moderator():
    return UserFactory(role=MODERATOR)


def newest() -> Comment:
    return Comment.objects.newest_first()[0]


def test_keeping_what_was_reported_is_no_news_to_its_writer_or_to_reporters(article, moderator, settings):
    settings.SITE_ADDRESS = "https://bao.example"
    with time_machine.travel(NOW, tick=False) as clock:
        send(article, email="lan@example.vn")
        sent = newest()
        clock.shift(timedelta(days=5))
        report(sent)
        decisions.approve(Comment.objects.get(pk=sent.pk), moderator)
        clock.shift(timedelta(minutes=10))
        sending.send_due()
        kept = Comment.objects.get(pk=sent.pk)
    assert not mail.outbox
    assert kept.decided_by == moderator and kept.seen_at == sent.seen_at and not kept.open_reports


def test_undoing_approved_and_featured_takes_the_mark_away_also_from_what_was_shown(article, moderator):
    send(article)
    report(newest())
    made = decisions.approve_featured(newest(), moderator)
    assert newest().featured_at
    decisions.undo(made, moderator)
    assert (newest().state, newest().featured_at, newest().open_reports) == (State.APPROVED, None, 1)


def test_a_mark_that_was_there_before_outlives_undoing_a_later_decision(article, moderator):
    send(article)
    decisions.feature(newest(), None)
    report(newest())
    made = decisions.approve_featured(newest(), moderator)
    decisions.undo(made, moderator)
    assert newest().featured_at


def test_who_was_answered_gets_the_letter_and_not_who_stands_at_the_top(article, settings):
    settings.SITE_ADDRESS = "https://bao.example"
    with time_machine.travel(NOW, tick=False) as clock:
        top = ApprovedCommentFactory(
            article=article, email="a@example.vn", name="An", created_at=NOW - timedelta(days=9)
        )
        middle = ApprovedCommentFactory(
            article=article, parent=top, email="b@example.vn", name="Bình", created_at=NOW - timedelta(days=9)
        )
        counts.recount(article.pk)
        answer = CommentFactory(article=article, parent=top, in_answer_to=middle, name="Cúc", email="c@example.vn")
        decisions.approve(answer, None)
        clock.shift(timedelta(minutes=10))
        sending.send_due()
    answered = [letter.to for letter in mail.outbox if "trả lời" in letter.subject]
    assert answered == [["b@example.vn"]]


@pytest.mark.parametrize("name", ["Lan 0912345678", "lan@gmail.com", "Zalo 0912 345 678"])
def test_personal_data_in_a_name_waits_and_is_masked(article, name):
    send(article, name=name)
    assert newest().state == State.WAITING and newest().opinions[-1]["phase"] in ("personal_data", "links")
    Comment.objects.update(state=State.APPROVED)
    counts.recount(article.pk)
    page = Client().get(article.get_absolute_url()).text
    assert "0912" not in page and "lan@gmail" not in page and "••••" in page


@pytest.mark.parametrize("text", ["Gọi 0912 khong khong 5678 nhé", "Viết về lan＠gmail.com nhé"])
def test_what_the_mask_knows_is_masked_however_it_is_written(article, text):
    comment = ApprovedCommentFactory(article=article, text=text)
    counts.recount(article.pk)
    page = Client().get(article.get_absolute_url()).text
    assert comment.text not in page and "••••" in page


def test_a_silent_ban_is_one_of_many_rejected_once_the_words_are_gone():
    opinions = [{"phase": "banned", "verdict": "rejected", "reason": "", "ms": 0, "silent": True}]
    comment = CommentFactory(state=State.REJECTED, opinions=opinions)
    assert seen.state_for_writer(comment) == State.WAITING
    comment.words_erased_at = timezone.now()
    assert seen.state_for_writer(comment) == State.REJECTED and not seen.is_by_ban(comment)


def test_what_went_with_a_ban_judges_no_words(moderator):
    comment = CommentFactory(name="Nguyễn Văn Tèo")
    banned(by=moderator, name="Nguyễn Văn Tèo", comment=comment, sweep=[comment.pk])
    assert Comment.objects.get().state == State.REJECTED
    assert not Decision.objects.of_the_queue(timezone.now() - timedelta(days=1)).exists()
    assert not Comment.objects.telling([State.REJECTED]).exists()


def test_the_newsrooms_own_answer_teaches_no_score(moderator):
    comment = ApprovedCommentFactory()
    newsroom_answers.answer(comment, "Cảm ơn bạn.", moderator)
    assert not Comment.objects.telling([State.APPROVED]).exists()


@pytest.mark.parametrize("at", [datetime(2026, 3, 1, 5, tzinfo=UTC), datetime(2026, 4, 1, 5, tzinfo=UTC), NOW])
def test_a_reader_is_known_in_every_month_of_the_last_ninety_days(at):
    asked: list[str] = []
    sent = Sent("now", in_month=lambda month: (asked.append(month) or month, ""))
    sent.known_by(at)
    months = {f"{at - timedelta(days=days):%Y-%m}" for days in range(91)}
    assert set(asked) == months


def test_mending_a_slip_keeps_a_trusted_readers_comment_before_readers(article):
    for number in range(6):
        at = timezone.now() - timedelta(hours=1, minutes=number)
        ApprovedCommentFactory(article=article, text=f"Ý kiến thứ {number} của tôi.", created_at=at)
    send(article, text="Xem thêm https://bao.example/bai nhé mọi ngừơi.")
    Comment.objects.update(address_hash=newest().address_hash)
    Comment.objects.filter(pk=newest().pk).update(state=State.APPROVED)
    counts.recount(article.pk)
    editing.edit(newest(), "Xem thêm https://bao.example/bai nhé mọi người.", "Trần Bạn Đọc", 0)
    assert newest().opinions[-1]["phase"] == "trusted_reader" and newest().state == State.APPROVED


def test_several_at_once_go_on_where_one_is_no_more(moderator):
    comments = [CommentFactory(), CommentFactory()]
    Comment.objects.filter(pk=comments[0].pk).delete()
    outcome = batches.decide(comments, lambda each, batch: decisions.approve(each, moderator, batch=batch))
    assert [one.pk for one in outcome.comments] == [comments[1].pk] and "không còn nữa" in outcome.refused[0]


def test_a_sweep_of_several_is_done_one_by_one(moderator):
    comments = [CommentFactory(name="Nguyễn Văn Tèo") for _ in range(3)]
    ban = banned(by=moderator, name="Nguyễn Văn Tèo", comment=comments[0], sweep=[one.pk for one in comments])
    assert sweeping.left(ban) == 0 and not Comment.objects.waiting().exists()
