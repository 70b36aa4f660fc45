"""What is kept about readers goes by a date; nothing else changes."""

from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
import time_machine
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.test import Client

from comments import editing, privacy
from comments.models import Comment, Discussion, Like, Reason, Report, Sender, State, Wording
from comments.moderation import counts, decisions, second_look
from comments.moderation.bans.keeping import change_end, lift
from comments.moderation.errors import WordsErased
from news.models import AuditEntry, CommentPolicy
from news.roles import MODERATOR
from tests.comments.archive import SIZE, archive, plan_of
from tests.comments.moderation.bans.banning import banned
from tests.comments.sending import send, set_policy
from tests.factories import ApprovedCommentFactory, CommentFactory, LiveArticleFactory, UserFactory

pytestmark = pytest.mark.django_db

SENT = datetime(2026, 3, 1, 5, 0, tzinfo=UTC)
EMAIL = "lan@example.vn"
HASHES = {"address_hash": "a" * 64, "network_hash": "e" * 64, "fingerprint": "b" * 64, "first_fingerprint": "c" * 64}


@pytest.fixture
def clock():
    with time_machine.travel(SENT, tick=False) as traveller:
        yield traveller


@pytest.fixture(autouse=True)
def _days(settings) -> None:
    settings.READER_DATA_DAYS, settings.REJECTED_DAYS = 90, 180


def erase(clock, **after: int) -> privacy.Erased:
    clock.move_to(SENT + timedelta(**after))
    return privacy.erase_due(SENT + timedelta(**after))


def everything_stored() -> str:
    """All rows of all tables, as text."""
    with connection.cursor() as cursor:
        rows = []
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            rows += cursor.fetchall()
    return "\n".join(map(str, rows))


@pytest.mark.parametrize("state", State.values)
def test_e_mail_and_hashes_of_any_comment_go_after_their_days_and_not_a_second_before(clock, state):
    comment = CommentFactory(state=state, email=EMAIL, **HASHES)
    assert erase(clock, days=90).contacts == 0
    comment.refresh_from_db()
    assert comment.email == EMAIL and comment.address_hash
    assert erase(clock, days=90, seconds=1).contacts == 1
    assert EMAIL not in everything_stored()
    assert not any(value in everything_stored() for value in HASHES.values())
    kept = Comment.objects.get(pk=comment.pk)
    assert (kept.name, kept.text, kept.state) == (comment.name, comment.text, state)


def test_published_comments_stay_as_they_were_for_readers(clock):
    article = LiveArticleFactory()
    set_policy(article, CommentPolicy.POST)
    send(article, email=EMAIL)
    before = Client().get(article.get_absolute_url()).content
    version = Discussion.objects.get().version
    erase(clock, days=400)
    clock.move_to(SENT)
    assert Client().get(article.get_absolute_url()).content == before and b"Tr\xe1\xba\xa7n B\xe1\xba\xa1n" in before
    assert Discussion.objects.get().version == version
    assert EMAIL not in Client().get(Comment.objects.get().receipt_url()).text


def test_a_sender_is_forgotten_with_the_last_comment_from_there(clock):
    article = LiveArticleFactory()
    send(article)
    clock.move_to(SENT + timedelta(days=20))  # by the key of the same month
    send(article, text="Tôi trở lại.")
    assert erase(clock, days=91) == privacy.Erased(contacts=1)
    assert Sender.objects.count() == 1
    assert erase(clock, days=111) == privacy.Erased(contacts=1, senders=1)
    assert not Sender.objects.exists()


def test_a_sender_of_whom_nothing_was_kept_stays_its_days_and_goes(clock):
    Sender.objects.create(address_hash="d" * 64)
    assert erase(clock, days=90).senders == 0
    assert erase(clock, days=90, seconds=1).senders == 1


def test_who_comes_back_after_that_is_taken_in_as_ever(clock):
    article = LiveArticleFactory()
    send(article)
    erase(clock, days=91)
    assert send(article).status_code == 303
    assert Comment.objects.count() == 2 and Sender.objects.count() == 1


@pytest.mark.parametrize("state", [State.REJECTED, State.SPAM, State.TAKEN_BACK])
def test_words_that_nobody_sees_go_after_their_days_and_not_a_second_before(clock, state):
    comment = CommentFactory(state=state, decided_at=SENT, created_at=SENT - timedelta(days=30), text="Lời cay nghiệt")
    assert erase(clock, days=180).words == 0
    assert "Lời cay nghiệt" in everything_stored()
    assert erase(clock, days=180, seconds=1).words == 1
    stored = everything_stored()
    assert not any(words in stored for words in ("Lời cay nghiệt", "loi cay nghiet", "Trần Thị", "tran thi"))
    assert Comment.objects.get(pk=comment.pk).state == state


def test_where_nobody_decided_the_days_begin_when_it_was_sent(clock):
    CommentFactory(state=State.REJECTED, decided_at=None)
    assert erase(clock, days=180).words == 0
    assert erase(clock, days=180, seconds=1).words == 1


@pytest.mark.parametrize("state", [State.WAITING, State.APPROVED])
def test_words_that_are_shown_or_wait_stay(clock, state):
    comment = CommentFactory(state=state, decided_at=SENT)
    assert erase(clock, days=4000).words == 0
    assert Comment.objects.get(pk=comment.pk).text == comment.text


def test_earlier_wordings_the_plea_and_what_the_phases_quoted_go_with_the_words(clock):
    comment = CommentFactory(text="Lời đầu")
    counts.recount(comment.article_id)
    editing.edit(comment, "Gọi 0912 345 678 nhé", "Lan", 0)
    decisions.reject(comment, None, Reason.ADVERTISING)
    second_look.ask(comment, "Xin đọc lại lời tôi")
    decisions.reject(comment, None, Reason.ADVERTISING)
    assert Wording.objects.exists() and "0912" in str(Comment.objects.get().opinions)
    erase(clock, days=181)
    stored = everything_stored()
    assert not any(words in stored for words in ("Lời đầu", "0912 345 678", "Xin đọc lại"))
    kept = Comment.objects.get()
    assert kept.decisions.count() == 3 and kept.second_look.words == ""
    assert [set(one) for one in kept.opinions] == [{"phase", "verdict", "reason", "ms"}] * len(kept.opinions)


def test_earlier_wordings_and_the_plea_of_what_is_shown_go_after_their_days_and_not_a_second_before(clock):
    comment = CommentFactory(text="Lời đầu", email=EMAIL)
    counts.recount(comment.article_id)
    editing.edit(comment, "Lời sau", "Lan", 0)
    decisions.reject(comment, None)
    second_look.ask(comment, "Xin đọc lại lời tôi")
    decisions.approve(comment, None)
    before = Client().get(comment.article.get_absolute_url()).content
    assert erase(clock, days=180).earlier == 0 and "Lời đầu" in everything_stored()
    assert erase(clock, days=180, seconds=1).earlier == 2
    assert not any(words in everything_stored() for words in ("Lời đầu", "Xin đọc lại"))
    clock.move_to(SENT)
    assert Client().get(comment.article.get_absolute_url()).content == before and "Lời sau" in before.decode()
    assert erase(clock, days=400).earlier == 0


def test_earlier_wordings_of_what_is_not_shown_stay_as_long_as_its_words(clock):
    comment = CommentFactory(text="Lời đầu")
    counts.recount(comment.article_id)
    editing.edit(comment, "Lời sau", "Lan", 0)
    clock.shift(timedelta(days=100))
    decisions.reject(comment, None)
    assert erase(clock, days=200) == privacy.Erased(contacts=1)
    assert Wording.objects.exists()
    assert erase(clock, days=281) == privacy.Erased(words=1)
    assert not Wording.objects.exists()


def test_counts_and_answers_stay_right(clock):
    gone = CommentFactory(state=State.REJECTED, decided_at=SENT)
    answer = ApprovedCommentFactory(article=gone.article, parent=gone)
    counts.recount(gone.article_id)
    before = Discussion.objects.values().get()
    erase(clock, days=181)
    assert Discussion.objects.values().get() == before
    assert Comment.objects.get(pk=answer.pk).parent_id == gone.pk
    assert answer.text in Client().get(gone.article.get_absolute_url()).text


@pytest.mark.parametrize(
    ("state", "told"),
    [(State.REJECTED, "không được đăng"), (State.SPAM, "không được đăng"), (State.TAKEN_BACK, "đã rút lại")],
)
def test_the_receipt_says_that_the_words_are_gone_and_after_how_many_days(clock, state, told):
    comment = CommentFactory(state=state, decided_at=SENT)
    assert "đã được xóa" not in Client().get(comment.receipt_url()).text
    erase(clock, days=181)
    answer = Client().get(comment.receipt_url())
    assert answer.status_code == 200 and told in answer.text
    assert "Tên và lời bình luận đã được xóa vào Thứ Bảy, 29/08/2026, sau 181 ngày." in answer.text
    assert privacy.NO_WORDS not in answer.text and "Xin tòa soạn xem lại" not in answer.text


def test_nobody_decides_about_words_that_are_gone(clock):
    comment = CommentFactory(email=EMAIL)
    counts.recount(comment.article_id)
    made = decisions.reject(comment, None)
    erase(clock, days=181)
    for act in (decisions.approve, decisions.mark_spam):
        with pytest.raises(WordsErased):
            act(Comment.objects.get(), None)
    with pytest.raises(WordsErased):
        decisions.undo(made, None)
    with pytest.raises(WordsErased):
        second_look.ask(Comment.objects.get(), "Xin xem lại")
    answer = Client().post(f"{comment.receipt_url()}xem-lai/", {"words": "Xin xem lại"})
    assert answer.status_code == 409 and "đã được xóa nên không xin xem lại" in answer.text
    assert Comment.objects.get().state == State.REJECTED


def test_its_writer_may_still_take_it_back(clock):
    comment = CommentFactory(state=State.REJECTED)
    counts.recount(comment.article_id)
    erase(clock, days=181)
    clock.shift(timedelta(days=1))
    assert Client().post(f"{comment.receipt_url()}rut-lai/").status_code == 303
    assert "đã được xóa vào Thứ Bảy, 29/08/2026." in Client().get(comment.receipt_url()).text


def test_the_desk_shows_no_buttons_beside_it(clock):
    comment = CommentFactory(state=State.REJECTED)
    decisions.mark_spam(comment, None)
    erase(clock, days=181)
    client = Client()
    client.force_login(UserFactory(role=MODERATOR, is_staff=True))
    for address in (f"/toa-soan/comments/comment/{comment.pk}/change/", "/toa-soan/comments/comment/?trang_thai=spam"):
        page = client.get(address)
        assert page.status_code == 200 and "Tên và lời của bình luận này đã được xóa." in page.text
        assert "/quyet-dinh/duyet/" not in page.text and 'name="decision"' not in page.text


def test_the_database_itself_shows_no_comment_whose_words_are_gone(clock):
    comment = CommentFactory(state=State.REJECTED)
    erase(clock, days=181)
    with pytest.raises(IntegrityError), transaction.atomic():
        Comment.objects.filter(pk=comment.pk).update(state=State.APPROVED)


def test_it_goes_in_batches_and_a_second_run_finds_nothing(clock, monkeypatch):
    monkeypatch.setattr(privacy, "BATCH", 2)
    article = LiveArticleFactory()
    CommentFactory.create_batch(5, article=article, state=State.REJECTED, email=EMAIL)
    for number in range(5):
        Sender.objects.create(address_hash=f"{number:064}")
    assert erase(clock, days=181) == privacy.Erased(contacts=5, words=5, senders=5)
    stored = Comment.objects.order_by("pk").values_list()
    before = list(stored)
    clock.shift(timedelta(days=1))
    assert privacy.erase_due(SENT + timedelta(days=182)) == privacy.Erased()
    assert list(stored.all()) == before


def test_what_a_moderator_decides_meanwhile_is_left_alone(clock, monkeypatch):
    comment = CommentFactory(state=State.REJECTED)
    counts.recount(comment.article_id)
    atomic = transaction.atomic

    def decide_first(*args, **kwargs):
        monkeypatch.setattr(privacy.transaction, "atomic", atomic)
        decisions.approve(comment, None)
        return atomic(*args, **kwargs)

    clock.move_to(SENT + timedelta(days=181))
    Comment.objects.update(contact_erased_at=SENT)  # so that the first batch is that of words
    monkeypatch.setattr(privacy.transaction, "atomic", decide_first)
    assert privacy.erase_due(SENT + timedelta(days=181)).words == 0
    assert Comment.objects.get().text == comment.text


def test_what_is_due_is_found_by_index_in_a_large_archive():
    Sender.objects.bulk_create(Sender(address_hash=f"{n}") for n in range(SIZE))
    archive(SENT + timedelta(hours=2900))
    due = {
        "comment_contact_due": Comment.objects.contact_due(SENT),
        "comment_words_due": Comment.objects.words_due(SENT),
        "sender_by_time": Sender.objects.due(SENT - timedelta(days=1)),
    }
    for index, rows in due.items():
        plan = plan_of(rows.values("pk")[:500])
        assert index in plan, plan


def test_the_command_says_how_much_went_and_the_log_of_the_desk_keeps_it(clock):
    CommentFactory(state=State.REJECTED, email=EMAIL)
    clock.move_to(SENT + timedelta(days=181))
    told = StringIO()
    call_command("erase_readers", stdout=told)
    assert "của 1 bình luận cũ hơn 90 ngày, 0 nguồn gửi." in told.getvalue()
    assert "Đã xóa lời của 1 bình luận không đăng quá 180 ngày." in told.getvalue()
    entry = AuditEntry.objects.get()
    assert (entry.act, entry.by_id, entry.at) == ("comments.readers_erased", None, SENT + timedelta(days=181))
    gone = {"contacts": 1, "senders": 0, "words": 1, "taken_back": 0, "likes": 0, "reports": 0, "bans": 0, "earlier": 0}
    assert entry.details == gone


def test_a_run_that_finds_nothing_is_kept_as_well(clock):
    call_command("erase_readers", stdout=StringIO())
    assert AuditEntry.objects.get().details["contacts"] == 0


def test_who_liked_and_who_reported_goes_after_its_days_and_what_it_came_to_stays(clock):
    comment = ApprovedCommentFactory(text="Lời được thích")
    name, words = "f" * 32, "Người này nói xấu tôi"
    Client().post(f"/binh-luan/bl/{comment.pk}/thich/", {"may": name}, REMOTE_ADDR="192.0.2.8")
    report = {"reason": "offensive", "words": words, "may": name}
    Client().post(f"/binh-luan/bl/{comment.pk}/bao-cao/", report, REMOTE_ADDR="192.0.2.8")
    kept, liked = Report.objects.get(), Like.objects.get()
    assert erase(clock, days=90).likes == 0
    erased = erase(clock, days=90, seconds=1)
    assert (erased.likes, erased.reports, erased.senders) == (1, 1, 1)
    stored = everything_stored()
    assert not any(one in stored for one in (kept.address_hash, kept.browser_hash, liked.browser_hash, words))
    comment.refresh_from_db()
    assert (comment.likes, comment.open_reports) == (1, 1)
    assert Report.objects.open().get().reason == Reason.OFFENSIVE
    assert privacy.erase_due(SENT + timedelta(days=91)) == privacy.Erased()


def test_likes_and_reports_from_a_persons_address_go_with_what_they_wrote(clock):
    send(LiveArticleFactory(), email=EMAIL, address="192.0.2.8")
    comment = ApprovedCommentFactory()
    for address in ("192.0.2.8", "192.0.2.9"):
        Client().post(f"/binh-luan/bl/{comment.pk}/thich/", REMOTE_ADDR=address)
        Client().post(f"/binh-luan/bl/{comment.pk}/bao-cao/", {"reason": "illegal"}, REMOTE_ADDR=address)
    erased = privacy.erase_person(Comment.objects.filter(email=EMAIL), with_words=False, now=SENT)
    assert (erased.likes, erased.reports) == (1, 1)
    assert Like.objects.count() == Report.objects.exclude(address_hash="").count() == 1


def test_a_ban_knows_on_whom_it_is_while_it_holds_and_forgets_that_after_its_days(clock):
    whom = {"name": "Nguyễn Văn Tèo", "email": EMAIL, "address_hash": "a" * 64, "network_hash": "e" * 64}
    lasting = banned(**whom, note="Chửi tục")
    change_end(lasting, None, None)
    ended = banned(**whom, note="Quảng cáo", until=SENT + timedelta(days=1))
    lifted = banned(**whom, note="Nhầm người")
    lift(lifted, None)
    assert erase(clock, days=90).bans == 0
    assert erase(clock, days=90, seconds=1).bans == 1
    assert erase(clock, days=91, seconds=1).bans == 1
    assert erase(clock, days=4000).bans == 0
    for ban in (ended, lifted):
        ban.refresh_from_db()
        kept = (ban.name, ban.name_key, ban.email, ban.email_key, ban.address_hash, ban.network_hash)
        assert kept == ("",) * 6 and "teo" not in ban.search_text and ban.note
    lasting.refresh_from_db()
    assert lasting.address_hash == "a" * 64
