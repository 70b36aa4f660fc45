"""Whoever is banned, and whoever is not."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from comments.models import Ban, Comment, Discussion, State
from comments.moderation import decisions, second_look
from comments.moderation.bans import keeping, seen
from comments.moderation.errors import CannotDecide, NotAllowed
from news import roles
from news.models import AuditEntry, CommentPolicy
from tests.comments.moderation.bans.banning import banned
from tests.comments.sending import send, set_policy, set_site
from tests.factories import LiveArticleFactory, UserFactory

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)  # a Monday
WAITING = "Tòa soạn đã nhận bình luận của bạn"


@pytest.fixture
def article():
    return LiveArticleFactory()


def sent(article, **changes) -> Comment:
    """What the form made, newest."""
    answer = send(article, **changes)
    assert answer.status_code == 303
    return Comment.objects.newest_first()[0]


def receipt(comment: Comment) -> str:
    answer = Client().get(comment.receipt_url())
    assert answer.status_code == 200
    return answer.text


@pytest.mark.parametrize(
    ("kind", "same", "another"),
    [
        ("name", {"name": "tr.a.n ban d0c", "address": "203.0.113.9"}, {"name": "Lê Hoa"}),
        ("email", {"email": "LAN+1@example.vn", "address": "203.0.113.9"}, {"email": "hoa@example.vn"}),
        ("address_hash", {"address": "192.0.2.1"}, {"address": "192.0.2.2"}),
        ("network_hash", {"address": "192.0.2.200"}, {"address": "192.0.3.1"}),
    ],
)
def test_each_kind_of_ban_finds_the_person_and_nobody_else(article, kind, same, another):
    first = sent(article, name="Trần Bạn Đọc", email="lan@example.vn")
    banned(**{kind: getattr(first, kind)})
    assert sent(article, text="Lại là tôi.", **same).state == State.REJECTED
    innocent = {"name": "Lê Hoa", "address": "198.51.100.7", **another}
    assert sent(article, text="Tôi khác.", **innocent).state == State.WAITING


@pytest.mark.parametrize(
    ("one", "neighbour", "stranger"),
    [("2001:db8:1:2::3", "2001:db8:1:ffff::9", "2001:db8:2::1"), ("192.0.2.7", "192.0.2.250", "192.0.3.7")],
)
def test_a_network_is_a_24_or_a_48(article, one, neighbour, stranger):
    banned(network_hash=sent(article, address=one).network_hash)
    assert sent(article, text="Hàng xóm.", address=neighbour).state == State.REJECTED
    assert sent(article, text="Người lạ.", address=stranger).state == State.WAITING


def test_a_told_ban_says_so_until_when_and_where_to_write():
    set_site(email="toasoan@example.vn")
    with time_machine.travel(NOW, tick=False):
        article = LiveArticleFactory()
        banned(address_hash=sent(article).address_hash, note="Chửi tục nhiều lần")
        comment = sent(article, text="Lại là tôi.")
        page = receipt(comment)
    assert "ngừng nhận bình luận của bạn, đến Thứ Tư, 23/12/2026, 12:00 (GMT+7)" in page
    assert "toasoan@example.vn" in page
    assert "Chửi tục" not in page  # is for moderators
    assert "Viết lại" not in page and "Xin tòa soạn xem lại" not in page
    with pytest.raises(CannotDecide):
        second_look.ask(comment, "Tha cho tôi")


def test_a_told_ban_without_an_end_names_none(article):
    first = sent(article)
    keeping.change_end(banned(address_hash=first.address_hash), None, None)
    assert "không định ngày mở lại" in receipt(sent(article, text="Lại là tôi."))


def test_a_silent_ban_looks_like_waiting_in_every_way(article):
    first = sent(article, text="Lời thứ nhất.")
    banned(address_hash=first.address_hash, silent=True)
    quiet = sent(article, text="Lời thứ hai.")
    assert (quiet.state, quiet.reason) == (State.REJECTED, "")
    assert Discussion.objects.get().waiting_count == 1

    def told(comment: Comment, text: str) -> str:
        page = receipt(comment).replace(comment.token, "").replace(text, "")
        return page

    with time_machine.travel(timezone.now(), tick=False):
        Comment.objects.update(created_at=timezone.now())
        assert told(quiet, "Lời thứ hai.") == told(first, "Lời thứ nhất.")
    plea = Client().post(f"{quiet.receipt_url()}xem-lai/", {"words": "Xin"})
    honest = Client().post(f"{first.receipt_url()}xem-lai/", {"words": "Xin"})
    assert plea.status_code == honest.status_code == 409
    assert WAITING in plea.text
    assert Comment.objects.get(pk=quiet.pk).state == State.REJECTED


def test_a_silent_ban_is_quiet_through_changing_and_taking_back(article):
    banned(address_hash=sent(article).address_hash, silent=True)
    quiet = sent(article, text="Lời thứ hai.")
    Client().post(f"{quiet.receipt_url()}sua/", {"text": "Lời khác.", "name": "Lan", "lan": 0})
    quiet.refresh_from_db()
    assert (quiet.text, quiet.state) == ("Lời khác.", State.REJECTED)
    assert WAITING in receipt(quiet)
    Client().post(f"{quiet.receipt_url()}rut-lai/")
    assert "Bạn đã rút lại bình luận" in receipt(quiet)


def test_once_a_person_decides_the_receipt_is_told(article):
    banned(address_hash=sent(article).address_hash, silent=True)
    quiet = sent(article, text="Lời thứ hai.")
    moderator = UserFactory(role=roles.MODERATOR)
    decision = decisions.approve(quiet, moderator)
    assert "Bình luận của bạn đã được đăng" in receipt(quiet)
    decisions.undo(decision, moderator)
    assert seen.state_for_writer(Comment.objects.get(pk=quiet.pk)) == State.WAITING
    decisions.mark_spam(quiet, moderator)
    assert "không được đăng" in receipt(quiet)


def test_a_ban_comes_before_what_shows_at_once(article):
    set_policy(article, CommentPolicy.POST)
    banned(address_hash=sent(article).address_hash, silent=True)
    sent(article, text="Hiện ngay nào.")
    assert "Hiện ngay nào." not in Client().get(article.get_absolute_url()).text


def test_a_ban_ends_by_itself_to_the_second():
    with time_machine.travel(NOW, tick=False) as clock:
        article = LiveArticleFactory()
        banned(address_hash=sent(article).address_hash, until=NOW + timedelta(days=1))
        clock.move_to(NOW + timedelta(days=1, seconds=-1))
        assert sent(article, text="Chưa hết.").state == State.REJECTED
        clock.move_to(NOW + timedelta(days=1))
        assert sent(article, text="Đã hết.").state == State.WAITING


def test_lifting_and_another_end_hold_at_once_and_are_logged(article):
    moderator = UserFactory(role=roles.MODERATOR)
    ban = banned(moderator, address_hash=sent(article).address_hash)
    assert sent(article, text="Một.").state == State.REJECTED
    keeping.lift(ban, moderator)
    assert sent(article, text="Hai.").state == State.WAITING
    for again in (keeping.lift, lambda ban, by: keeping.change_end(ban, None, by)):
        with pytest.raises(CannotDecide):
            again(ban, moderator)
    assert [entry.act for entry in AuditEntry.objects.order_by("pk")] == ["ban.added", "ban.lifted"]


def test_of_several_bans_the_silent_one_speaks_and_the_longest_is_told(article):
    first = sent(article)
    soon, late = timezone.now() + timedelta(days=1), timezone.now() + timedelta(days=7)
    banned(address_hash=first.address_hash, until=late)
    banned(network_hash=first.network_hash, until=soon)
    assert seen.banned_until(sent(article, text="Một.")) == late
    banned(name=first.name, silent=True, until=soon)
    assert WAITING in receipt(sent(article, text="Hai."))


@pytest.mark.parametrize("role", [roles.REPORTER, roles.EDITOR, roles.ADMINISTRATOR])
def test_others_than_moderators_and_the_managing_editor_ban_nobody(role):
    person = UserFactory(role=role)
    ban = banned(name="Nguyễn Văn Tèo")
    acts = (lambda: banned(person, name="Lê Văn B"), lambda: keeping.lift(ban, person))
    for act in (*acts, lambda: keeping.undo(ban, person), lambda: keeping.change_end(ban, None, person)):
        with pytest.raises(NotAllowed):
            act()
    assert Ban.objects.live(timezone.now()).count() == 1


@pytest.mark.parametrize("who", [{}, {"name": "Ly"}, {"name": "Bạn đọc", "address_hash": "a" * 64}])
def test_nobody_is_banned_by_nothing_or_by_everybodys_name(who):
    with pytest.raises(keeping.Unbannable):
        banned(**who)


def test_a_moderator_reads_why_it_was_put_away(article):
    banned(address_hash=sent(article).address_hash, silent=True, note="Quảng cáo lặp lại")
    comment = sent(article, text="Lời thứ hai.")
    client = Client()
    client.force_login(UserFactory(role=roles.MODERATOR))
    page = client.get(f"/toa-soan/comments/comment/{comment.pk}/change/").text
    assert "Người gửi đang bị cấm bình luận" in page and "Quảng cáo lặp lại" in page


def test_a_thousand_bans_cost_no_query_and_the_word_of_a_new_one_gets_round(article):
    Ban.objects.bulk_create(
        Ban(key=uuid4(), note="Thư rác", address_hash=f"{n:064x}", name_key=f"ten{n}") for n in range(1000)
    )
    banned(address_hash="f" * 64)
    sent(article)  # this process reads the book
    with CaptureQueriesContext(connection) as sending:
        send(article, text="Đếm.", address="198.51.100.7")
    assert len(sending) <= 8
    banned(name="Trần Bạn Đọc")
    assert sent(article, text="Đọc lại sổ.", address="198.51.100.8").state == State.REJECTED
