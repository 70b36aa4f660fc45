"""Letters to readers: one when their comment is decided, one for each answer, and never one too many."""

from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.policy import default
from smtplib import SMTPRecipientsRefused

import pytest
import time_machine
from django.core import mail
from django.core.signing import Signer
from django.db import IntegrityError, transaction
from django.test import Client

from comments import privacy
from comments.letters import ending, sending
from comments.letters.due import LATE
from comments.models import Comment, Letter, LetterKind, Reason, State
from comments.moderation import counts, decisions, second_look
from news.models import CommentPolicy
from news.models import State as ArticleState
from tests.comments.archive import archive
from tests.comments.sending import send, set_policy, set_site
from tests.factories import ApprovedCommentFactory, CommentFactory, LiveArticleFactory

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 11, 27, 5, 0, tzinfo=UTC)
LAN, HOA = "lan@example.vn", "hoa@example.vn"


@pytest.fixture
def clock():
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


@pytest.fixture(autouse=True)
def _where(settings) -> None:
    settings.SITE_ADDRESS = "https://bao.example"


@pytest.fixture
def comment(clock):
    comment = CommentFactory(email=LAN, article__headline="Cầu mới ở Ấn Độ", address_hash="a" * 64)
    counts.recount(comment.article_id)
    return comment


@pytest.fixture
def answer(clock):
    """A visible answer by somebody else to a visible comment with an e-mail."""
    parent = ApprovedCommentFactory(email=LAN, address_hash="a" * 64, created_at=NOON - timedelta(days=9))
    answer = CommentFactory(article=parent.article, parent=parent, email=HOA, name="Hoa", text="Tôi cũng thấy thế.")
    counts.recount(parent.article_id)
    decisions.approve(answer, None)
    Letter.objects.create(kind=LetterKind.DECIDED, about=answer, began_at=NOON, sent_at=NOON)
    return answer


def later(clock, **after: int) -> list:
    """What is in the outbox once the worker has looked that much later."""
    clock.shift(timedelta(**(after or {"minutes": 5})))
    sending.send_due()
    return mail.outbox


def letter(number: int = 0):
    """A letter as it goes over the wire, read by a mail program."""
    return message_from_bytes(mail.outbox[number].message().as_bytes(), policy=default)


def test_who_left_an_e_mail_is_told_that_the_comment_is_published_with_its_place(comment, clock):
    decisions.approve(comment, None)
    assert not later(clock, minutes=2)
    assert len(later(clock)) == 1
    got = letter()
    assert got["To"] == LAN and "đã được đăng" in got["Subject"]
    text = got.get_content()
    assert f"https://bao.example/binh-luan/bl/{comment.pk}/#bl-{comment.pk}" in text
    assert "“Cầu mới ở Ấn Độ”" in text and f"https://bao.example{comment.receipt_url()}" in text
    assert got["Auto-Submitted"] == "auto-generated" and got.get_content_charset() == "utf-8"


def test_who_is_turned_down_reads_the_rule_and_how_to_put_it_differently(comment, clock):
    decisions.reject(comment, None, Reason.OFFENSIVE)
    later(clock)
    text = letter().get_content()
    assert "không được đăng" in text and "xúc phạm hoặc thô tục" in text and "nhắm vào nhân phẩm" in text
    assert f"https://bao.example{comment.receipt_url()}" in text


def test_there_is_one_letter_whatever_is_decided_afterwards(comment, clock):
    made = decisions.approve(comment, None)
    later(clock)
    decisions.undo(made, None)
    decisions.reject(comment, None, Reason.OFF_TOPIC)
    later(clock)
    second_look.ask(comment, "Xin xem lại")
    decisions.approve(comment, None)
    assert len(later(clock)) == 1


def test_a_decision_that_is_undone_in_time_sends_nothing(comment, clock):
    made = decisions.reject(comment, None)
    clock.shift(timedelta(minutes=1))
    decisions.undo(made, None)
    assert not later(clock) and not later(clock, hours=5)


def test_a_decision_that_is_replaced_in_time_sends_the_final_state_once(comment, clock):
    made = decisions.reject(comment, None)
    clock.shift(timedelta(minutes=2))
    decisions.undo(made, None)
    decisions.approve(comment, None)
    assert not later(clock, minutes=2)
    assert len(later(clock)) == len(later(clock)) == 1 and "đã được đăng" in mail.outbox[0].subject


@pytest.mark.parametrize("act", [decisions.mark_spam, lambda comment, by: decisions.take_back(comment)])
def test_spam_and_what_was_taken_back_is_not_answered(comment, clock, act):
    act(comment, None)
    assert not later(clock)


def test_what_the_phases_decided_its_writer_has_read_at_once(clock):
    article = LiveArticleFactory()
    set_policy(article, CommentPolicy.POST)
    send(article, email=LAN)
    send(article, email=LAN, text="đồ khốn nạn")
    assert {one.state for one in Comment.objects.all()} == {State.APPROVED, State.REJECTED}
    assert not later(clock)


def test_without_an_e_mail_or_once_it_is_erased_there_is_none(comment, clock):
    nameless = CommentFactory(article=comment.article)
    decisions.approve(nameless, None)
    decisions.approve(comment, None)
    privacy.erase_person(Comment.objects.filter(email=LAN), with_words=False, now=NOON)
    assert not later(clock)


def test_old_decisions_are_no_news(comment, clock):
    decisions.approve(comment, None)
    assert not later(clock, days=3)


def test_under_an_article_that_is_gone_nothing_is_announced_and_its_headline_not_told(comment, clock):
    other = CommentFactory(article=comment.article, email=HOA)
    decisions.approve(comment, None)
    decisions.reject(other, None)
    comment.article.state = ArticleState.WITHDRAWN
    comment.article.save()
    assert [one.to for one in later(clock)] == [[HOA]]
    assert "Cầu mới" not in letter().get_content()


def test_where_comments_are_off_no_letter_goes(comment, clock):
    decisions.approve(comment, None)
    set_site(comments_enabled=False)
    assert not later(clock)


def test_neither_name_nor_words_of_a_comment_go_to_an_address_that_may_be_another_s(comment, clock, answer):
    Comment.objects.filter(pk=comment.pk).update(name="Trúng thưởng http://lua.example", text="Bấm http://lua.example")
    decisions.approve(Comment.objects.get(pk=comment.pk), None)
    assert len(later(clock)) == 2
    assert all("lua.example" not in one.body + one.subject and "Tôi cũng" not in one.body for one in mail.outbox)


# --- answers


def test_who_was_answered_is_told_with_the_place_and_a_way_to_end_it(answer, clock):
    assert [one.to for one in later(clock)] == [[LAN]]
    got = letter()
    assert "có người trả lời" in got["Subject"] and f"#bl-{answer.pk}" in got.get_content()
    end = got["List-Unsubscribe"].strip(" <>")
    assert end.startswith("https://bao.example/binh-luan/thu/") and end in got.get_content()
    assert got["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert len(later(clock)) == 1


def test_without_tls_the_standard_allows_no_one_click(answer, clock, settings):
    settings.SITE_ADDRESS = "http://127.0.0.1:8000"
    later(clock)
    assert letter()["List-Unsubscribe"] and not letter()["List-Unsubscribe-Post"]


def test_an_answer_that_shows_at_once_is_told_as_well(answer, clock):
    quick = ApprovedCommentFactory(article=answer.article, parent=answer.parent, name="Minh")
    later(clock)
    assert Letter.objects.filter(kind=LetterKind.ANSWERED, about=quick).exists() and len(mail.outbox) == 2


@pytest.mark.parametrize(
    "changes",
    [
        {"email": "LAN@example.vn"},
        {"name": "Trần Thị Bạn Đọc", "address_hash": "a" * 64},
        {"state": State.WAITING},
        {"state": State.REJECTED},
    ],
)
def test_nobody_is_told_of_their_own_answer_or_of_one_that_is_not_shown(answer, clock, changes):
    Comment.objects.filter(pk=answer.pk).update(**changes)
    assert not later(clock)


def test_who_took_the_comment_back_hears_no_more_of_it(answer, clock):
    decisions.take_back(answer.parent)
    assert not later(clock)


def one_click(client: Client, got) -> int:
    """What a mail provider sends: no cookie, no origin, the body that the standard names."""
    path = got["List-Unsubscribe"].strip(" <>").removeprefix("https://bao.example")
    kind = "application/x-www-form-urlencoded"
    return client.post(path, "List-Unsubscribe=One-Click", content_type=kind).status_code


def test_one_click_of_the_mail_program_ends_it_for_the_address(answer, clock):
    later(clock)
    assert one_click(Client(enforce_csrf_checks=True), letter()) == 200
    assert one_click(Client(enforce_csrf_checks=True), letter()) == 200
    newer = ApprovedCommentFactory(article=answer.article, email="Lan@example.vn")
    for parent in (answer.parent, newer):
        ApprovedCommentFactory(article=answer.article, parent=parent, name="Minh")
    assert len(later(clock)) == 1


def test_who_ended_letters_about_answers_still_learns_what_was_decided(answer, clock):
    ending.end(answer.parent)
    own = CommentFactory(article=answer.article, email=LAN)
    decisions.approve(own, None)
    assert ["đã được đăng" in one.subject for one in later(clock)] == [True]


def test_the_address_asks_first_and_ends_it_with_a_button(answer):
    path = f"/binh-luan/thu/{ending.token(answer.parent)}/"
    page = Client().get(path)
    assert "Thôi nhận thư" in page.text and '<form method="post">' in page.text
    assert not hasattr(Comment.objects.get(pk=answer.parent_id), "letter_end")
    assert page["Cache-Control"] == "no-store, private" and page["Referrer-Policy"] == "no-referrer"
    assert LAN not in page.text and not page.cookies
    done = Client().post(path)
    assert done.status_code == 200 and "không nhận thư báo trả lời nữa" in done.text
    assert "<form" not in Client().get(path).text.partition("<main")[2].partition("</main")[0]


@pytest.mark.parametrize(
    "token", ["x", "1.x", ".", "1." + "A" * 43, "9" * 30, "0", "ệ", "-1.x", Signer(sep=".").sign("1")]
)
@pytest.mark.parametrize("method", ["get", "post", "head"])
def test_what_we_never_signed_is_not_found(token, method):
    assert getattr(Client(), method)(f"/binh-luan/thu/{token}/").status_code == 404


def test_the_address_of_a_comment_that_is_gone_is_not_found(answer):
    path = f"/binh-luan/thu/{ending.token(answer.parent)}/"
    decisions.erase(answer.parent, None)
    assert Client().post(path).status_code == 404


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_are_refused(answer, method):
    assert getattr(Client(), method)(f"/binh-luan/thu/{ending.token(answer.parent)}/").status_code == 405


# --- what goes wrong


@pytest.fixture
def _down(monkeypatch):
    def down(self, fail_silently=False):
        raise ConnectionRefusedError

    monkeypatch.setattr("django.core.mail.EmailMessage.send", down)


def test_a_server_that_is_down_breaks_no_decision_and_the_letter_goes_later(comment, clock, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr("django.core.mail.EmailMessage.send", lambda self: (_ for _ in ()).throw(ConnectionRefusedError))
        decisions.approve(comment, None)
        assert not later(clock) and Comment.objects.get(pk=comment.pk).state == State.APPROVED
    assert not later(clock, minutes=4)
    assert len(later(clock, minutes=2)) == 1
    kept = Letter.objects.get()
    assert kept.tries == 2 and kept.sent_at and kept.next_try_at is None


def test_what_was_undone_before_the_next_try_is_not_sent(comment, clock, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr("django.core.mail.EmailMessage.send", lambda self: (_ for _ in ()).throw(TimeoutError))
        made = decisions.approve(comment, None)
        later(clock)
    decisions.undo(made, None)
    assert not later(clock, minutes=30)
    decisions.reject(comment, None)
    assert ["không đăng" in one.subject for one in later(clock)] == [True]


def test_it_gives_up_after_a_day_of_tries(comment, clock, _down, caplog):
    decisions.approve(comment, None)
    for _hour in range(60):
        later(clock, minutes=45)
    kept = Letter.objects.get()
    assert kept.sent_at is None
    assert caplog.text.count("letter not sent") == kept.tries <= sending.MOST_TRIES
    assert LAN not in caplog.text


def test_a_refused_address_is_logged_without_it(comment, clock, monkeypatch, caplog):
    def refuse(self):
        raise SMTPRecipientsRefused({LAN: (550, b"no such user")})

    monkeypatch.setattr("django.core.mail.EmailMessage.send", refuse)
    decisions.approve(comment, None)
    later(clock)
    assert "letter not sent" in caplog.text and LAN not in str([vars(record) for record in caplog.records])


@pytest.mark.parametrize(
    "email", ['"a\rb"@example.vn', "a\nBcc: x@example.vn", "lan@example.vn\r\nX: y", "ện@ví-dụ.vn"]
)
def test_no_header_can_be_smuggled_in_and_one_bad_address_holds_up_nobody(comment, clock, email):
    bad = CommentFactory(article=comment.article, email=email)
    comment.article.headline = "Tít\nBcc: x@example.vn"
    comment.article.save()
    set_site(name="Báo\r\nBcc: x@example.vn")
    decisions.approve(bad, None)
    decisions.approve(comment, None)
    sent = later(clock)
    assert [LAN] in [one.to for one in sent]
    for number in range(len(sent)):
        assert letter(number)["Bcc"] is None and letter(number)["X"] is None


def test_the_database_knows_one_letter_of_a_kind(comment, clock):
    Letter.objects.create(kind=LetterKind.DECIDED, about=comment, began_at=NOON)
    with pytest.raises(IntegrityError), transaction.atomic():
        Letter.objects.create(kind=LetterKind.DECIDED, about=comment, began_at=NOON)


def test_a_letter_whose_sender_was_ended_in_the_middle_is_left_alone(comment, clock):
    decisions.approve(comment, None)
    clock.shift(timedelta(minutes=5))
    sending.claim(LetterKind.DECIDED, comment.pk, NOON + timedelta(minutes=5))
    assert not later(clock) and not later(clock, hours=20)


def test_who_claims_second_gets_nothing(comment, clock):
    decisions.approve(comment, None)
    now = NOON + timedelta(minutes=5)
    assert sending.claim(LetterKind.DECIDED, comment.pk, now) is not None
    assert sending.claim(LetterKind.DECIDED, comment.pk, now) is None


def test_without_a_mail_server_letters_are_printed(comment, clock, settings, capsys):
    settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
    decisions.approve(comment, None)
    later(clock)
    assert "To: lan@example.vn" in capsys.readouterr().out


def test_looking_costs_few_queries_where_nothing_is_due(comment, clock, django_assert_max_num_queries):
    with django_assert_max_num_queries(5):
        sending.send_due()


def test_what_is_due_is_found_by_index_in_a_large_archive(clock):
    archive(NOON - timedelta(hours=100), email=LAN, state=State.APPROVED)
    plan = Comment.objects.settled(NOON - LATE, NOON).explain()
    assert "comment_words_due" in plan, plan
