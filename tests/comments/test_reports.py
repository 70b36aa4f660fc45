"""Readers report a comment with a reason; it is open until a moderator decides, and nobody reports twice."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from comments.models import Comment, Reason, Report, State
from comments.moderation import counts, decisions
from comments.moderation.errors import AlreadySo
from comments.reporting import REASONS
from news.models import CommentPolicy
from news.roles import MODERATOR
from tests.comments.archive import archive, plan_of
from tests.comments.sending import set_policy
from tests.comments.test_parallel import at_once
from tests.databases import once
from tests.factories import ApprovedCommentFactory, CommentFactory, UserFactory

JSON = {"Accept": "application/json"}
WORDS = "Câu cuối nói xấu hàng xóm của tôi <b>."


@pytest.fixture
def comment(db):
    comment = ApprovedCommentFactory(text="Lời bị báo cáo")
    counts.recount(comment.article_id)
    return comment


def report(comment: Comment, address: str = "192.0.2.1", headers: dict | None = None, **fields: str):
    typed = {"reason": "offensive", "words": WORDS, **fields}
    target = f"/binh-luan/bl/{comment.pk}/bao-cao/"
    return Client().post(target, typed, headers=headers or {}, REMOTE_ADDR=address)


def open_reports(comment: Comment) -> int:
    comment.refresh_from_db()
    assert comment.open_reports == Report.objects.open().filter(comment=comment).count()
    return comment.open_reports


def test_the_page_offers_the_reasons_and_shows_what_is_reported(comment):
    answer = Client().get(f"/binh-luan/bl/{comment.pk}/bao-cao/")
    assert (answer.status_code, comment.text in answer.text) == (200, True)
    assert all(f'name="reason" value="{reason.value}"' in answer.text for reason in REASONS)
    assert answer["Cache-Control"].startswith("public")
    assert f'href="/binh-luan/bl/{comment.pk}/bao-cao/"' in Client().get(comment.article.get_absolute_url()).text


def test_a_report_is_kept_with_its_reason_and_thanked_for(comment):
    answer = report(comment)
    assert (answer.status_code, answer["Location"]) == (303, f"/binh-luan/bl/{comment.pk}/bao-cao/?xong")
    assert "đã nhận báo cáo" in Client().get(answer["Location"]).text
    kept = Report.objects.get()
    assert (kept.reason, kept.words, kept.decision) == (Reason.OFFENSIVE, WORDS, None)
    assert open_reports(comment) == 1
    assert not answer.cookies


@pytest.mark.parametrize("reason", ["", "x", "repeated", "unreadable", "\0", "offensive\0", "a" * 5000])
def test_a_reason_is_asked_for_and_the_words_stay(comment, reason):
    answer = report(comment, reason=reason)
    assert (answer.status_code, "Vui lòng chọn một lý do" in answer.text) == (422, True)
    assert "Câu cuối nói xấu hàng xóm của tôi &lt;b&gt;." in answer.text
    assert not Report.objects.exists()


def test_too_many_words_are_told_and_the_reason_stays(comment):
    answer = report(comment, words="dài " * 100, reason="personal")
    assert (answer.status_code, "Tối đa 300 ký tự" in answer.text) == (422, True)
    assert 'value="personal" checked' in answer.text
    assert report(comment, words="dài " * 100, headers=JSON).json()["error"].startswith("Tối đa 300")


def test_the_same_browser_or_address_reports_a_comment_once(comment):
    name = "a" * 32
    assert "Cảm ơn" in report(comment, may=name, headers=JSON).json()["said"]
    assert "đã báo cáo" in report(comment, may=name, address="192.0.2.2", headers=JSON).json()["said"]
    assert report(comment, reason="personal").status_code == 303
    assert open_reports(comment) == 1
    report(comment, address="192.0.2.3")
    assert open_reports(comment) == 2


def test_an_address_has_a_budget_of_an_hour(comment, settings):
    settings.REPORTS_PER_HOUR = 2
    others = [ApprovedCommentFactory(article=comment.article) for _ in range(2)]
    with time_machine.travel(timezone.now(), tick=False) as clock:
        for one in (comment, others[0]):
            report(one)
        answer = report(others[1])
        assert (answer.status_code, "một giờ qua" in answer.text) == (429, True)
        assert 'value="offensive" checked' in answer.text
        assert report(others[1], headers=JSON).status_code == 429
        clock.shift(timedelta(hours=1))
        assert report(others[1]).status_code == 303


@pytest.mark.parametrize("state", [State.WAITING, State.REJECTED, State.TAKEN_BACK])
def test_what_readers_do_not_see_cannot_be_reported(db, state):
    hidden = CommentFactory(state=state, text="Lời không ai thấy")
    assert report(hidden).status_code == 404
    assert not Report.objects.exists()


def test_hidden_discussions_take_no_reports_and_closed_ones_do(comment):
    set_policy(comment.article, CommentPolicy.CLOSED)
    assert report(comment).status_code == 303
    set_policy(comment.article, CommentPolicy.HIDDEN)
    assert report(comment, address="192.0.2.5").status_code == 404
    assert Client().get(f"/binh-luan/bl/{comment.pk}/bao-cao/").status_code == 404


def test_other_sites_cannot_make_readers_report(comment):
    assert report(comment, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403


@pytest.mark.parametrize("decide", [decisions.approve, decisions.reject, decisions.mark_spam])
def test_a_decision_answers_the_open_reports_and_undoing_it_opens_them_again(comment, decide):
    report(comment)
    report(comment, address="192.0.2.2")
    comment.refresh_from_db()
    decision = decide(comment, None)
    assert open_reports(comment) == 0
    assert set(Report.objects.values_list("decision", flat=True)) == {decision.pk}
    decisions.undo(decision, None)
    assert open_reports(comment) == 2


def test_a_moderator_may_keep_a_reported_comment_and_it_is_decided_once(comment):
    report(comment)
    decisions.approve(Comment.objects.get(), None)
    assert (open_reports(comment), comment.state) == (0, State.APPROVED)
    with pytest.raises(AlreadySo):
        decisions.approve(comment, None)


def test_its_writers_taking_it_back_answers_them_too(comment):
    report(comment)
    Client().post(f"{comment.receipt_url()}rut-lai/")
    assert open_reports(comment) == 0


def test_who_has_been_answered_does_not_report_the_same_again(comment):
    report(comment)
    decisions.approve(Comment.objects.get(), None)
    report(comment)
    assert open_reports(comment) == 0


def test_the_reported_are_found_the_most_reported_first(comment):
    twice = ApprovedCommentFactory(article=comment.article)
    report(comment)
    for number in range(2):
        report(twice, address=f"192.0.2.{number}")
    ApprovedCommentFactory(article=comment.article)
    assert list(Comment.objects.reported()) == [twice, comment]


@pytest.mark.django_db
def test_the_reported_are_found_by_index_in_a_large_archive():
    archive(timezone.now())
    plan = plan_of(Comment.objects.reported())
    assert "comment_reported" in plan, plan


def test_the_comments_page_at_the_desk_shows_its_reports_and_keeps_it_at_a_click(comment, client):
    report(comment)
    client.force_login(UserFactory(role=MODERATOR))
    page = client.get(f"/toa-soan/comments/comment/{comment.pk}/change/").text
    assert "Bạn đọc báo cáo" in page
    assert "Xúc phạm, thô tục" in page
    assert "Câu cuối nói xấu hàng xóm của tôi &lt;b&gt;." in page
    assert "Giữ lại" in page
    assert "1 báo cáo" in client.get("/toa-soan/comments/comment/?trang_thai=approved").text
    client.post(f"/toa-soan/comments/comment/{comment.pk}/quyet-dinh/duyet/")
    assert open_reports(comment) == 0
    assert "Giữ lại" not in client.get(f"/toa-soan/comments/comment/{comment.pk}/change/").text


@once
def test_a_comment_without_reports_says_nothing_of_them(comment, client):
    client.force_login(UserFactory(role=MODERATOR))
    page = client.get(f"/toa-soan/comments/comment/{comment.pk}/change/").text
    assert "Bạn đọc báo cáo" not in page
    assert "Giữ lại" not in page


def test_a_decision_about_what_nobody_reported_asks_nothing_about_reports(comment):
    with CaptureQueriesContext(connection) as asked:
        decisions.reject(comment, None)
    assert not any("comments_report" in one["sql"] for one in asked)
    assert len(asked) <= 6


@pytest.mark.django_db(transaction=True)
def test_reports_that_come_while_a_moderator_decides_are_answered_or_open():
    comment = ApprovedCommentFactory()
    counts.recount(comment.article_id)

    def act(number: int) -> object:
        return report(comment, address=f"192.0.2.{number}") if number else decisions.reject(comment, None)

    at_once(act, 5)
    assert open_reports(comment) + Report.objects.exclude(decision=None).count() == Report.objects.count()
